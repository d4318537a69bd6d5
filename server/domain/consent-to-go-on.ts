import type { ActionName } from './case-actions.ts';
import { hasWithdrawn, newestConsent } from './consent.ts';
import { Fault } from './fault.ts';
import { isSurelyAfter, type PartialDay } from './partial-day.ts';
import { type CaseWorker, isInDispute } from './worker.ts';

/**
 * What takes the mediation of a worker's dispute on, and needs the consent to be recorded. What ends it, secures
 * rights that the worker has from an agreement, a decision or a danger (PIPL 13, 2 to 4), or mends the record, does not.
 */
export const MEDIATION_GOES_ON: readonly ActionName[] = [
  'ask-respondent',
  'accept',
  'start-mediation',
  'record-session',
  'extend-mediation',
  'resume-mediation',
  'agree',
];

/** Names enough to begin with. */
const MOST_NAMED = 5;

/**
 * Nothing goes on for workers who took back the consent to be recorded (PIPL 15, 47), until they agree again or the
 * others go on without them. What was done before they did stays valid (PIPL 15), and may be recorded with its day.
 * @throws Fault `consent_withdrawn`
 */
export function checkConsentToGoOn(
  workers: readonly CaseWorker[],
  { name, days }: { name: ActionName; days: readonly (PartialDay | null)[] },
): void {
  if (!MEDIATION_GOES_ON.includes(name)) return;
  refuseWithout(workers.filter((worker) => isInDispute(worker) && hasWithdrawnBefore(worker, days)));
}

/** @throws Fault `consent_withdrawn` where there is any of them */
export function refuseWithout(withdrawn: readonly CaseWorker[]): void {
  if (withdrawn.length === 0) return;
  const named = withdrawn.slice(0, MOST_NAMED).map(({ id }) => id);
  const workers = [...named, ...(withdrawn.length > named.length ? ['…'] : [])].join(', ');
  throw new Fault('consent_withdrawn', { params: { count: String(withdrawn.length), workers } });
}

/** A day that nobody knows, or the day of the withdrawal itself, may have come after it. */
function hasWithdrawnBefore(worker: CaseWorker, days: readonly (PartialDay | null)[]): boolean {
  if (!hasWithdrawn(worker, 'process')) return false;
  const withdrawnOn = newestConsent(worker, 'process')?.withdrawnOn ?? null;
  const wasBefore = (day: PartialDay | null) =>
    day !== null && withdrawnOn !== null && isSurelyAfter(withdrawnOn, day);
  return days.length === 0 || !days.every(wasBefore);
}
