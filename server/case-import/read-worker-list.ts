import { MAX_ROWS } from '../../schemas/requests/case-requests.ts';
import type { MediationCase } from '../domain/case.ts';
import { Fault } from '../domain/fault.ts';
import { listHeader, type ReadColumn } from './list-header.ts';
import { readSheet } from './read-sheet.ts';
import { repeatedRows } from './repeated-rows.ts';
import { type RowFault, rowFault } from './row-fault.ts';
import { columnOf, type SheetRow } from './sheet.ts';
import { type WorkerRow, workerRow } from './worker-rows.ts';

export interface WorkerList {
  columns: readonly ReadColumn[];
  rows: readonly WorkerRow[];
  /** Everything that must be mended first, by row and column. */
  faults: readonly RowFault[];
  /** What somebody should look at; it keeps nothing back. */
  hints: readonly RowFault[];
}

/**
 * Reads the list of a group for a case, all of it, however much is at fault.
 * @throws Fault `list_unreadable`, `list_too_large`, `list_without_names`, `list_empty`, `list_too_long`
 */
export async function readWorkerList(
  bytes: Buffer,
  subject: Pick<MediationCase, 'workers'>,
): Promise<WorkerList> {
  const sheet = await readSheet(bytes);
  const header = listHeader(sheet);
  const under = sheet.rows.filter(({ number }) => number > header.row);
  const below = under.filter((row) => !isTotal(row));
  if (below.length === 0) throw new Fault('list_empty');
  if (below.length > MAX_ROWS) {
    throw new Fault('list_too_long', { params: { rows: String(below.length), most: String(MAX_ROWS) } });
  }
  const rows = below.map((row) => workerRow(row, header, sheet));
  const repeats = repeatedRows(rows, subject, header);
  const faults = [...header.faults, ...rows.flatMap((row) => row.faults), ...repeats.faults];
  return {
    columns: header.read,
    rows,
    faults: faults.toSorted((a, b) => a.row - b.row || placeOf(a) - placeOf(b)),
    hints: [
      ...repeats.hints,
      ...under.filter(isTotal).map(({ number: row }) => rowFault('total_row', { row, column: null })),
    ],
  };
}

const placeOf = ({ column }: RowFault) => (column === null ? 0 : columnOf(column));

/** 合计 under the sums. */
function isTotal({ cells }: SheetRow): boolean {
  return [...cells.values()].some(({ text }) =>
    /^(?:合计|总计|小计|total)[::]?$/i.test(text.replaceAll(/\s/g, '')),
  );
}
