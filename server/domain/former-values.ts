import { isSame } from './is-same.ts';
import type { Respondent } from './respondent.ts';
import type { CaseWorker, Claim } from './worker.ts';

/** What can be wrong with a worker, or be missing until the list of a group comes. */
export type WorkerCorrection = Partial<
  Pick<
    CaseWorker,
    'name' | 'phone' | 'idNumber' | 'contact' | 'origin' | 'categories' | 'employedFrom' | 'employedUntil'
  >
>;
export type RespondentCorrection = Partial<
  Pick<Respondent, 'kind' | 'name' | 'description' | 'creditCode' | 'registeredAt'>
>;
export type ClaimCorrection = Partial<
  Pick<Claim, 'cause' | 'stated' | 'claimedFen' | 'claimedPrecision' | 'duty'>
>;

/** What a row of the record said before somebody corrected it; a number that was wrong is still somebody's. */
export type FormerValues = WorkerCorrection &
  RespondentCorrection &
  ClaimCorrection &
  Pick<CaseWorker, 'representativeSince'>;

/** Of the fields that are corrected those that change, as they were; null where nothing stood there. */
export function formerValues<Correction extends object>(
  row: Correction,
  changes: Correction,
): { was?: Correction } {
  const changed = Object.entries(changes).flatMap(([field, value]) => {
    const before: unknown = Reflect.get(row, field) ?? null;
    return isSame(before, value) ? [] : [[field, before]];
  });
  return changed.length === 0 ? {} : { was: Object.fromEntries(changed) };
}
