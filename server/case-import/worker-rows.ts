import type { Bilingual } from '../domain/bilingual.ts';
import type { NewWorker } from '../domain/worker.ts';
import { placeFromText } from '../places/place-from-text.ts';
import {
  type CellValue,
  categoriesOf,
  causeOfCell,
  contactOf,
  dayOf,
  fenOf,
  genderOf,
  idNumberOf,
  isNothing,
  nameOf,
  phoneOf,
  safeHoursOf,
  textOf,
} from './cell-values.ts';
import type { ListField } from './list-columns.ts';
import type { ListHeader } from './list-header.ts';
import { type RowFault, rowFault } from './row-fault.ts';
import type { Sheet, SheetCell, SheetRow } from './sheet.ts';

/** What a row of a list becomes, and what is wrong with it. */
export interface WorkerRow {
  row: number;
  worker: NewWorker;
  faults: readonly RowFault[];
}

/** Reads one row; where a cell is at fault the worker lacks what it should say. */
export function workerRow(
  { number: row, cells }: SheetRow,
  { columns, inTenThousands }: ListHeader,
  { from1904 }: Pick<Sheet, 'from1904'>,
): WorkerRow {
  const faults: RowFault[] = [];
  function take<Value>(field: ListField, read: (cell: SheetCell) => CellValue<Value>): Value | null {
    const column = columns.get(field);
    const cell = column === undefined ? undefined : cells.get(column);
    if (column === undefined || cell === undefined || isNothing(cell)) return null;
    const found = readCell(cell, read);
    if ('value' in found) return found.value;
    faults.push(rowFault(found.wrong, { row, column }, found.params));
    return null;
  }
  const day = (cell: SheetCell) => dayOf(cell, { from1904 });
  const hasName = cells.has(columns.get('name') ?? -1);
  const name = take('name', nameOf);
  if (!hasName) faults.push(rowFault('name_missing', { row, column: columns.get('name') ?? null }));
  const origin = take('origin', textOf);
  const claimedFen = take('claimedFen', (cell) => fenOf(cell, { inTenThousands }));
  const stated = take('stated', textOf);
  const cause = take('cause', causeOfCell);
  const worker: NewWorker = {
    name,
    phone: take('phone', phoneOf),
    idNumber: take('idNumber', idNumberOf),
    contact: { by: take('contact', contactOf) ?? 'call', safeHours: take('safeHours', safeHoursOf) },
    origin: origin === null ? null : placeFromText(origin),
    categories: [
      ...new Set([...(take('categories', categoriesOf) ?? []), ...(take('gender', genderOf) ?? [])]),
    ],
    claims: claimsOf({ claimedFen, stated, cause }),
    employedFrom: take('employedFrom', day),
    employedUntil: take('employedUntil', day),
    helpers: [],
    representativeSince: take('representativeSince', day),
  };
  return { row, worker, faults };
}

function readCell<Value>(
  cell: SheetCell,
  read: (cell: SheetCell) => CellValue<Value>,
): CellValue<Value> | { wrong: 'cell_broken' | 'cell_not_computed'; params?: Record<string, Bilingual> } {
  if (cell.kind === 'broken') return { wrong: 'cell_broken' };
  return cell.kind === 'unknown' ? { wrong: 'cell_not_computed' } : read(cell);
}

/** A list of a group is one of arrears, unless it says otherwise: a sum alone is wages. */
function claimsOf({
  claimedFen,
  stated,
  cause,
}: Pick<NewWorker['claims'][number], 'claimedFen'> & {
  stated: string | null;
  cause: NewWorker['claims'][number]['cause'] | null;
}): NewWorker['claims'] {
  if (claimedFen === null && stated === null && cause === null) return [];
  const meant = claimedFen === null ? 'other' : 'wages';
  return [{ cause: cause ?? meant, stated, claimedFen, claimedPrecision: 'exact', duty: null }];
}
