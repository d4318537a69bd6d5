import { CsvError, parse } from 'csv-parse/sync';
import { Fault } from '../domain/fault.ts';
import { decodeText } from './decode-text.ts';
import type { Sheet, SheetCell } from './sheet.ts';

const SEPARATORS = [',', ';', '\t'];
/** Programs that keep Excel from taking an identity number for a number write ="3701…" or '3701…. */
const GUARDED = /^(?:="(?<formula>[^"]*)"|'(?<quoted>.*))$/;

/** Reads CSV, with the separator that splits it into the most cells. @throws Fault `list_unreadable` */
export function readCsv(bytes: Buffer): Sheet {
  const text = decodeText(bytes);
  const [records = []] = SEPARATORS.map((separator) => split(text, separator))
    .toSorted((a, b) => a.flat().length - b.flat().length)
    .toReversed();
  const rows = records.map((record, index) => ({
    number: index + 1,
    cells: new Map(record.flatMap((cell, column) => (cell.trim() === '' ? [] : [[column, cellOf(cell)]]))),
  }));
  return { rows: rows.filter(({ cells }) => cells.size > 0), from1904: false };
}

function split(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true });
  } catch (error) {
    if (error instanceof CsvError) throw new Fault('list_unreadable');
    throw error;
  }
}

function cellOf(cell: string): SheetCell {
  const { formula, quoted } = GUARDED.exec(cell.trim())?.groups ?? {};
  return { text: formula ?? quoted ?? cell, kind: 'text' };
}
