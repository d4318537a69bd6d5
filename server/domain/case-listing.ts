import type { MediationCase } from './case.ts';
import { isCrossRegion } from './cross-region.ts';
import { dayNumberOf } from './day-number.ts';
import { workersConcerned } from './headcount.ts';
import type { LegalDay } from './legal-day.ts';
import { claimsOf } from './wage-claims.ts';
import type { WarningGrade } from './warning-grade.ts';

/**
 * What lists find, filter and sort a case by. A key stands for one answer to one question that a list asks; orders are
 * numbers, each nearly a case's own, so that any piece of a list is a range that holds as few cases as one likes. Keys
 * and orders stand together, in one text: a range of those is a range of an index on every engine.
 */
export interface CaseListing extends Record<PlacesField, string[]> {
  listKeys: string[];
  registeredOrder: number;
  dueOrder: number;
  numberOrder: number;
  /** The earliest day by which somebody must still do something; null where nobody must. */
  nextDueOn: LegalDay | null;
  workersConcerned: number;
}

export const LIST_ORDERS = ['registeredOrder', 'dueOrder', 'numberOrder'] as const;
export type ListOrder = (typeof LIST_ORDERS)[number];

/** Where a case stands in each list that it is in, by the order of the lists. */
export const PLACES_IN = {
  registeredOrder: 'registeredPlaces',
  dueOrder: 'duePlaces',
  numberOrder: 'numberPlaces',
} as const satisfies Record<ListOrder, string>;
type PlacesField = (typeof PLACES_IN)[ListOrder];

/** Digits of the greatest order there can be (2^53). */
const ORDER_DIGITS = 16;

/** The place in the list of a key; texts of one list sort as their orders do. */
export function placeInList(key: string, order: number): string {
  return `${key} ${String(order).padStart(ORDER_DIGITS, '0')}`;
}

/** Steps between neighbours: places for cases of one millisecond or number, of one day. */
const FINE = 2 ** 10;
const FINE_OF_DAY = 2 ** 20;
/** Behind every day. */
const NO_DAY = 1_000_000;
const MOST_SEQUENCE = 10_000_000;
/** Groups of at least so many have a key of their own. */
const SIZES = [2, 5, 10, 20, 50, 100, 200, 500, 1000];

export const listKey = {
  below: (organisationId: string) => `below ${organisationId}`,
  held: (organisationId: string) => `held ${organisationId}`,
  mediator: (accountId: string | null) => `mediator ${accountId ?? 'nobody'}`,
  state: (state: string) => `state ${state}`,
  cause: (cause: string) => `cause ${cause}`,
  crossRegion: (crosses: boolean) => `cross-region ${crosses}`,
  grade: (grade: WarningGrade) => `grade ${grade}`,
  /** The key of the largest size that is not above the number; smaller cases of that key must be left out. */
  workers: (atLeast: number) => `workers ${SIZES.findLast((size) => size <= atLeast) ?? 1}`,
};

/** Whether a case with these keys is cross-region; null where nobody can say. */
export function crossRegionBy(listKeys: readonly string[]): boolean | null {
  if (listKeys.includes(listKey.crossRegion(true))) return true;
  return listKeys.includes(listKey.crossRegion(false)) ? false : null;
}

/** The listing of a case of which the next day due and the grade are known. */
export function listingOf(
  subject: Omit<MediationCase, 'version'>,
  { nextDueOn, grade }: { nextDueOn: LegalDay | null; grade: WarningGrade | null },
): CaseListing {
  const { id, organisationId, organisationPath, mediatorId, state } = subject;
  const { registeredAt, number } = subject;
  const claims = claimsOf(subject);
  const concerned = workersConcerned(subject).workers ?? 0;
  const crosses = isCrossRegion(subject);
  const listKeys = [
    ...organisationPath.map(listKey.below),
    listKey.held(organisationId),
    listKey.mediator(mediatorId),
    listKey.state(state),
    ...new Set(claims.map(({ cause }) => listKey.cause(cause))),
    ...(crosses === null ? [] : [listKey.crossRegion(crosses)]),
    ...(grade === null ? [] : [listKey.grade(grade)]),
    ...SIZES.filter((size) => size <= concerned).map(listKey.workers),
    listKey.workers(1),
  ];
  const registered = registeredOrder(registeredAt) + fine(id, FINE);
  const due = dueOrder(nextDueOn) + fine(id, FINE_OF_DAY);
  return {
    listKeys,
    registeredOrder: registered,
    registeredPlaces: placesOf(listKeys, registered),
    dueOrder: due,
    duePlaces: placesOf(listKeys, due),
    ...byNumber(listKeys, { number, id }),
    nextDueOn,
    workersConcerned: concerned,
  };
}

/** Where a case stands by its number, which it is given last. */
export function byNumber(
  listKeys: readonly string[],
  { number, id }: Pick<MediationCase, 'number' | 'id'>,
): Pick<CaseListing, 'numberOrder' | 'numberPlaces'> {
  const order = numberOrder(number, id);
  return { numberOrder: order, numberPlaces: placesOf(listKeys, order) };
}

function placesOf(listKeys: readonly string[], order: number): string[] {
  return listKeys.map((key) => placeInList(key, order));
}

/** Where the cases of an instant begin in the order of registration. */
export function registeredOrder(at: Date): number {
  return at.getTime() * FINE;
}

/** Where the cases that are due on a day begin; those without a day come last. */
export function dueOrder(day: LegalDay | null): number {
  return (day === null ? NO_DAY : dayNumberOf(day)) * FINE_OF_DAY;
}

/** By the year in a case's number, then its sequence, which comes last in it. */
export function numberOrder(number: string, id: string): number {
  const year = /(?:19|20)\d\d/.exec(number)?.[0] ?? '0';
  const sequence = number.match(/\d+/g)?.at(-1) ?? '0';
  return (Number(year) * MOST_SEQUENCE + Number(sequence)) * FINE + fine(id, FINE);
}

/** Ids are random, so their first digits spread what would else lie on one spot. */
function fine(id: string, steps: number): number {
  return Number.parseInt(id.replaceAll('-', '').slice(0, 8), 16) % steps;
}
