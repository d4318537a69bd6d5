import type { CaseListQuery, CaseSort } from '../../schemas/requests/case-list-query.ts';
import type { PageRequest } from '../database/list-place.ts';
import type { OrderPlace, OrderWindow } from '../database/page-in-order.ts';
import { dueOrder, type ListOrder, listKey, numberOrder, registeredOrder } from '../domain/case-listing.ts';
import { addDays, type LegalDay, legalDayOf } from '../domain/legal-day.ts';
import { shanghaiInstant } from '../domain/working-hours.ts';
import type { CaseListRequest } from './case-list-store.ts';

type Filters = Omit<CaseListQuery, 'cursor'>;

const LAST_ID = 'ffffffff-ffff-4fff-bfff-ffffffffffff';
const FOR_EVER = Number.MAX_SAFE_INTEGER;
/** Web processes take the database's clock, to within a second. */
const CLOCKS_APART_MS = 5000;

/** What a query asks of the list, within what the right of the one who asks leaves of it. */
export function caseListRequest(
  query: PageRequest<CaseListQuery, OrderPlace>,
  { right, now }: { right: CaseListRequest['right']; now: Date },
): CaseListRequest {
  const { limit, after, workersAtLeast = 1 } = query;
  const due = dueUntil(query, now);
  const sort: CaseSort = query.sort ?? (due === null ? '-registeredAt' : 'nextDueOn');
  const order = orderOf(sort);
  const asked = rangesOf(query, due);
  const { [order]: own, ...ranges } = asked;
  return {
    right,
    keys: filterKeys(query),
    workersAtLeast,
    order,
    descending: sort.startsWith('-'),
    bounds: within(wholeOrder(order, now), own),
    ranges,
    limit,
    after,
  };
}

function within(whole: OrderWindow, part: OrderWindow = whole): OrderWindow {
  return { from: Math.max(whole.from, part.from), to: Math.min(whole.to, part.to) };
}

/** Where all cases lie, so that no list is looked for where nothing can be. */
function wholeOrder(order: ListOrder, now: Date): OrderWindow {
  const latest: Record<ListOrder, number> = {
    registeredOrder: registeredOrder(new Date(now.getTime() + CLOCKS_APART_MS)),
    dueOrder: 2 * dueOrder(null),
    numberOrder: numberOrder(`${now.getUTCFullYear() + 2}`, LAST_ID),
  };
  return { from: 0, to: latest[order] };
}

function rangesOf(
  { registeredFrom, registeredTo }: Filters,
  due: LegalDay | null,
): CaseListRequest['ranges'] {
  const from = registeredFrom === undefined ? 0 : registeredOrder(shanghaiInstant(registeredFrom, 0));
  const until = registeredTo === undefined ? null : shanghaiInstant(addDays(registeredTo, 1), 0);
  const registered = registeredFrom === undefined && until === null;
  return {
    ...(registered
      ? {}
      : { registeredOrder: { from, to: until === null ? FOR_EVER : registeredOrder(until) - 1 } }),
    ...(due === null ? {} : { dueOrder: { from: 0, to: dueOrder(due) - 1 } }),
  };
}

function orderOf(sort: CaseSort): ListOrder {
  if (sort.endsWith('registeredAt')) return 'registeredOrder';
  return sort.endsWith('nextDueOn') ? 'dueOrder' : 'numberOrder';
}

/** The day before which the next day due must lie, where the query asks for one. */
function dueUntil({ dueBefore, overdue }: Filters, now: Date): LegalDay | null {
  const today = overdue === undefined ? null : legalDayOf(now);
  if (dueBefore === undefined || today === null) return dueBefore ?? today;
  return dueBefore < today ? dueBefore : today;
}

function filterKeys(query: Filters): string[][] {
  const { state, mediator, organisation, cause, crossRegion, warning, workersAtLeast } = query;
  const groups = [
    state?.map(listKey.state),
    mediator && [listKey.mediator(mediator === 'nobody' ? null : mediator)],
    organisation && [listKey.below(organisation)],
    cause && [listKey.cause(cause)],
    crossRegion && [listKey.crossRegion(crossRegion === 'true')],
    warning && [listKey.grade(warning)],
    workersAtLeast && [listKey.workers(workersAtLeast)],
  ];
  return groups.flatMap((group) => (group ? [group] : []));
}
