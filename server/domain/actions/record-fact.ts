import type { MediationCase } from '../case.ts';
import { NOT_ARCHIVED } from '../case-state.ts';
import { Fault } from '../fault.ts';
import { eventsOfFact, lineOfFact, type ToldFact } from '../told-fact.ts';
import { claimsOf } from '../wage-claims.ts';
import type { CaseAction } from './case-action.ts';

export type RecordFactInput = ToldFact;

/**
 * Something happened to the dispute outside this organisation's hands: it goes on the timeline and on the clock. Of a
 * case that began without an applicant (an early warning), the application itself comes in this way: M1 and M2 start.
 */
export const recordFact: CaseAction<RecordFactInput> = {
  from: NOT_ARCHIVED,
  by: ['clerk', 'mediator', 'head'],
  happenedOn: ({ happenedOn }) => ({ happenedOn }),
  mayPrecedeApplication: true,
  inOrder: [],
  movesOn: null,
  apply: (subject, input) => {
    checkClaim(subject, input);
    return {
      state: subject.state,
      set: input.kind === 'application-received' ? { receivedOn: dayOfApplication(subject, input) } : {},
      events: eventsOfFact(input, subject),
      facts: [lineOfFact(input)],
    };
  },
};

function checkClaim(subject: MediationCase, { details: { claimId } }: ToldFact): void {
  if (claimId === undefined || claimsOf(subject).some(({ id }) => id === claimId)) return;
  throw new Fault('claim_not_found', { pointer: '/details/claimId' });
}

/** A case has one; its day is corrected, not told again, and a new one reopens the case. */
function dayOfApplication({ receivedOn }: MediationCase, { happenedOn }: ToldFact): ToldFact['happenedOn'] {
  if (receivedOn !== null)
    throw new Fault('application_known', { pointer: '/kind', params: { day: receivedOn } });
  return happenedOn;
}
