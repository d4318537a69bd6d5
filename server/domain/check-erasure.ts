import type { MediationCase } from './case.ts';
import { FINAL_STATES } from './case-state.ts';
import { hasWithdrawn } from './consent.ts';
import type { Erasure } from './erasure.ts';
import { Fault } from './fault.ts';

const LEAST_NAME = 2;

/**
 * Whether a case may be erased (PIPL 47): it has ended here, or nobody in it agrees to be recorded any more; and
 * nobody needs it as evidence. The reason that somebody gives stays readable for good, so that it may name nobody whom
 * the case names; that of a setting is ours, and names a day and a number of years.
 * @throws Fault `case_not_ended`, `case_under_hold`, `reason_names_somebody`
 */
export function checkErasure(
  subject: MediationCase,
  { reason, setting }: Pick<Erasure, 'reason' | 'setting'>,
): void {
  const { state, legalHold = null } = subject;
  if (legalHold !== null) throw new Fault('case_under_hold');
  const hasEnded = state === 'archived' || FINAL_STATES.includes(state);
  if (!hasEnded && !allWithdrew(subject)) {
    throw new Fault('case_not_ended', { params: { state } });
  }
  if (setting === undefined && namesOf(subject).some((name) => reason.includes(name))) {
    throw new Fault('reason_names_somebody', { pointer: '/reason' });
  }
}

function allWithdrew({ workers }: MediationCase): boolean {
  return workers.length > 0 && workers.every((worker) => hasWithdrawn(worker, 'process'));
}

function namesOf({ workers, respondents }: MediationCase): string[] {
  const people = [...workers, ...workers.flatMap(({ helpers = [] }) => helpers), ...respondents];
  return [
    ...people.flatMap(({ name }) => name ?? []),
    ...workers.flatMap(({ phone, idNumber }) => [phone ?? '', idNumber ?? '']),
  ].filter(({ length }) => length >= LEAST_NAME);
}
