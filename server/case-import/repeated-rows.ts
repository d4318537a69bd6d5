import type { MediationCase } from '../domain/case.ts';
import type { CaseWorker } from '../domain/worker.ts';
import type { ListHeader } from './list-header.ts';
import { type RowFault, rowFault } from './row-fault.ts';
import type { WorkerRow } from './worker-rows.ts';

type Known = Pick<CaseWorker, 'name' | 'phone' | 'idNumber'>;

interface Repeats {
  /** One person twice. */
  faults: RowFault[];
  /** Two people of one name, or one person: somebody must look. */
  hints: RowFault[];
}

/** Whom a list names twice, and who is in the case already. */
export function repeatedRows(
  rows: readonly WorkerRow[],
  { workers }: Pick<MediationCase, 'workers'>,
  { columns }: Pick<ListHeader, 'columns'>,
): Repeats {
  const there = workers.filter(({ left }) => (left ?? null) === null);
  const [idsThere, peopleThere, namesThere] = [idOf, personOf, nameOf].map(
    (keyOf) => new Set(there.flatMap((one) => keyOf(one) ?? [])),
  );
  const [firstById, firstByPerson, firstByName] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const repeats: Repeats = { faults: [], hints: [] };
  for (const { row, worker } of rows) {
    const [id, person, name] = [idOf(worker), personOf(worker), nameOf(worker)];
    const at = { row, column: columns.get('name') ?? null };
    const sameId = firstSeen(firstById, id, row);
    const samePerson = firstSeen(firstByPerson, person, row);
    const sameName = firstSeen(firstByName, name, row);
    if (has(idsThere, id) || has(peopleThere, person)) repeats.faults.push(rowFault('already_in_case', at));
    else if (sameId !== null) {
      const column = columns.get('idNumber') ?? null;
      repeats.faults.push(rowFault('repeated_id_number', { row, column }, { other: String(sameId) }));
    } else if (samePerson !== null) {
      repeats.faults.push(rowFault('repeated_name_and_phone', at, { other: String(samePerson) }));
    } else if (sameName !== null || has(namesThere, name)) {
      const inList = { zh: `第${sameName}行`, en: `row ${sameName}` };
      const inCase = { zh: '案中一名职工', en: 'a worker of the case' };
      repeats.hints.push(rowFault('same_name', at, { other: sameName === null ? inCase : inList }));
    }
  }
  return repeats;
}

const idOf = ({ idNumber }: Known) => idNumber ?? null;
const nameOf = ({ name }: Known) => name;
const personOf = ({ name, phone }: Known) =>
  name === null || phone === null ? null : `${name} ${phone.replaceAll(/\D/g, '')}`;

const has = (keys: ReadonlySet<string> | undefined, key: string | null) =>
  key !== null && keys?.has(key) === true;

/** The row that had this key first, and null for that row itself. */
function firstSeen(rows: Map<string, number>, key: string | null, row: number): number | null {
  if (key === null) return null;
  const first = rows.get(key);
  if (first === undefined) rows.set(key, row);
  return first ?? null;
}
