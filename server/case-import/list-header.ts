import { Fault } from '../domain/fault.ts';
import { fieldOf, type ListField } from './list-columns.ts';
import { type RowFault, rowFault } from './row-fault.ts';
import { columnName, type Sheet } from './sheet.ts';

/** Above the header stand a title, the name of the firm, a day. */
const MOST_ROWS_ABOVE = 10;

/** One column of a list, and what was taken for it; `field` is null where nothing in the record is its place. */
export interface ReadColumn {
  column: string;
  header: string;
  field: ListField | null;
}

export interface ListHeader {
  row: number;
  columns: ReadonlyMap<ListField, number>;
  /** The sums are told in 万元. */
  inTenThousands: boolean;
  read: readonly ReadColumn[];
  faults: readonly RowFault[];
}

/** The row that heads the columns: the first one that names a column 姓名. @throws Fault `list_without_names` */
export function listHeader({ rows }: Pick<Sheet, 'rows'>): ListHeader {
  const header = rows
    .slice(0, MOST_ROWS_ABOVE)
    .find(({ cells }) => [...cells.values()].some(({ text }) => fieldOf(text) === 'name'));
  if (header === undefined) throw new Fault('list_without_names');
  const { number: row, cells } = header;
  const columns = new Map<ListField, number>();
  const faults: RowFault[] = [];
  let inTenThousands = false;
  const read = [...cells].map(([column, { text }]): ReadColumn => {
    const field = fieldOf(text);
    const other = field === null ? undefined : columns.get(field);
    if (other !== undefined) {
      faults.push(rowFault('column_twice', { row, column }, { other: columnName(other) }));
    } else if (field !== null) {
      columns.set(field, column);
      if (field === 'claimedFen') inTenThousands = text.includes('万');
    }
    return { column: columnName(column), header: text.trim(), field };
  });
  return { row, columns, inTenThousands, read, faults };
}
