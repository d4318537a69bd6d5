import path from 'node:path';
import { Fault } from '../domain/fault.ts';
import { columnOf, type Sheet, type SheetCell, type SheetRow } from './sheet.ts';
import { unpackWorkbook } from './unpack-workbook.ts';
import { type CellXml, parseXml, relationsXml, sheetXml, stringsXml, workbookXml } from './workbook-xml.ts';

const SHARED_STRINGS = /\/sharedStrings$/;

/**
 * The first sheet of an .xlsx that is not hidden. Formulas are not computed: the result that was saved with them
 * counts. Digits stay as they are written, and what is missing is said: the readers of the registry turn numbers into
 * floats, broken cells into empty ones, and fill every row before one that is said to be the thousand-millionth.
 * @throws Fault `list_unreadable`, `list_too_large`
 */
export async function readWorkbook(bytes: Buffer): Promise<Sheet> {
  const parts = await unpackWorkbook(bytes);
  const { workbook } = parseXml(parts.get('xl/workbook.xml'), workbookXml);
  const shown = workbook.sheets.sheet.find((sheet) => (sheet['@state'] ?? 'visible') === 'visible');
  const relations = parseXml(parts.get('xl/_rels/workbook.xml.rels'), relationsXml).Relationships
    .Relationship;
  const partOf = (found: (typeof relations)[number] | undefined) =>
    found && parts.get(path.posix.resolve('/xl', found['@Target']).slice(1));
  const { sheetData } = parseXml(
    partOf(relations.find((one) => one['@Id'] === shown?.['@id'])),
    sheetXml,
  ).worksheet;
  const stringsPart = partOf(relations.find((one) => SHARED_STRINGS.test(one['@Type'])));
  const strings = stringsPart === undefined ? [] : (parseXml(stringsPart, stringsXml).sst?.si ?? []);
  return {
    rows: rowsOf(sheetData?.row ?? [], strings).filter(({ cells }) => cells.size > 0),
    from1904: /^(?:1|true)$/.test(workbook.workbookPr?.['@date1904'] ?? ''),
  };
}

type RowXml = NonNullable<
  NonNullable<ReturnType<typeof parseXml<typeof sheetXml>>['worksheet']['sheetData']>
>['row'][number];

/** Rows and cells that do not say where they stand follow the one before. */
function rowsOf(rows: readonly RowXml[], strings: readonly string[]): SheetRow[] {
  let number = 0;
  return rows.map((row) => {
    number = row?.['@r'] === undefined ? number + 1 : Number(row['@r']);
    const cells = new Map<number, SheetCell>();
    let column = -1;
    for (const cell of row?.c ?? []) {
      const letters = /^[A-Z]{1,3}(?=\d+$)/.exec(cell?.['@r'] ?? '')?.[0];
      column = letters === undefined ? column + 1 : columnOf(letters);
      const read = cell === null ? null : cellOf(cell, strings);
      if (read !== null && (read.kind === 'unknown' || read.text.trim() !== '')) cells.set(column, read);
    }
    return { number, cells };
  });
}

function cellOf({ '@t': type = 'n', v, f, is }: CellXml, strings: readonly string[]): SheetCell | null {
  if (type === 'inlineStr') return { text: is ?? '', kind: 'text' };
  if (v === undefined || v === '')
    return f === undefined || type === 'str' ? null : { text: '', kind: 'unknown' };
  switch (type) {
    case 's':
      return { text: shared(strings, v), kind: 'text' };
    case 'n':
      return { text: v, kind: 'number' };
    case 'e':
      return { text: v, kind: 'broken' };
    default:
      return { text: v, kind: 'text' };
  }
}

function shared(strings: readonly string[], place: string): string {
  const found = strings[Number(place)];
  if (found === undefined) throw new Fault('list_unreadable');
  return found;
}
