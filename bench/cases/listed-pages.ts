import { type OrderPlace, orderPlace } from '../../server/database/page-in-order.ts';
import type { CaseTask, TaskActor } from './case-task.ts';
import { taskDoer } from './case-task.ts';
import type { SeededCases } from './seeded-cases.ts';
import type { SentCommand } from './sent-command.ts';

const PAGE = 50;
const FAR_PAGE = 1000;
/** As many as a page can hold. */
const STRIDE = 200;

/** A list by its address, and the same by the fields of a case. */
interface MeasuredList {
  query: Record<string, string>;
  filter: object;
  sort: object;
}

export const LISTS: readonly MeasuredList[] = [
  {
    query: { state: 'archived', sort: '-registeredAt', limit: String(PAGE) },
    filter: { state: 'archived' },
    sort: { registeredAt: -1, _id: -1 },
  },
  {
    query: { cause: 'wages', sort: 'number', limit: String(PAGE) },
    filter: { listKeys: 'cause wages' },
    sort: { numberOrder: 1, _id: 1 },
  },
  {
    query: { crossRegion: 'true', sort: 'nextDueOn', limit: String(PAGE) },
    filter: { listKeys: 'cross-region true' },
    sort: { nextDueOn: 1, _id: 1 },
  },
  {
    query: { workersAtLeast: '50', cause: 'wages', sort: 'registeredAt', limit: String(PAGE) },
    filter: { workersConcerned: { $gte: 50 }, listKeys: 'cause wages' },
    sort: { registeredAt: 1, _id: 1 },
  },
];

/** The list as one would ask the database for it that sorts by an index. */
export function queryOf({ filter, sort }: MeasuredList, { organisationId }: TaskActor): SentCommand {
  return { find: 'cases', filter: { organisationPath: organisationId, ...filter }, sort, limit: PAGE };
}

/** Page 1,000 of a list, or of a shorter one the page in its middle. */
export async function farPage(
  { use, root }: Pick<SeededCases, 'use' | 'root'>,
  { query }: MeasuredList,
): Promise<{ page: number; task: CaseTask }> {
  const doTask = taskDoer(use);
  const at = (after: OrderPlace | null, limit: number): CaseTask => ({
    what: 'list',
    actor: root,
    query: { ...query, limit: String(limit) },
    after,
  });
  const behind = async (after: OrderPlace | null, limit: number): Promise<OrderPlace | null> =>
    orderPlace.nullable().parse(Object(await doTask(at(after, limit))).next);
  const strides: (OrderPlace | null)[] = [null];
  while (strides.length < (FAR_PAGE * PAGE) / STRIDE) {
    const next = await behind(strides.at(-1) ?? null, STRIDE);
    if (next === null) break;
    strides.push(next);
  }
  const whole = strides.length === (FAR_PAGE * PAGE) / STRIDE;
  const last = whole ? strides.length - 1 : strides.length >> 1;
  // Pages of the same size before it tell the width that they have there.
  let place = strides[last] ?? null;
  let page = (last * STRIDE) / PAGE + 1;
  for (let step = 1; step < STRIDE / PAGE; step += 1) {
    const next = await behind(place, PAGE);
    if (next === null) break;
    place = next;
    page += 1;
  }
  return { page, task: at(place, PAGE) };
}
