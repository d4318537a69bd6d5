import type { MediationCase } from '../case.ts';
import { OPEN_STATES } from '../case-state.ts';
import { Fault } from '../fault.ts';
import { type ClaimCorrection, formerValues } from '../former-values.ts';
import type { PartialDay } from '../partial-day.ts';
import { claimsOf } from '../wage-claims.ts';
import { type Claim, isConcerned } from '../worker.ts';
import type { CaseAction, CaseChange } from './case-action.ts';

export interface AddClaimsInput {
  /** Whose they are; null: of all together. */
  workerId: string | null;
  addedOn: PartialDay | null;
  claims: Omit<Claim, 'id'>[];
  note: string | null;
}

/** 增加请求: something more is asked for. */
export const addClaims: CaseAction<AddClaimsInput> = {
  from: OPEN_STATES,
  by: ['clerk', 'mediator', 'head'],
  happenedOn: ({ addedOn }) => ({ addedOn }),
  inOrder: [],
  movesOn: null,
  apply: (subject, { workerId, addedOn, claims, note }, { newId }) => {
    const added = claims.map((claim) => ({ ...claim, id: newId() }));
    const about = workerId === null ? {} : { about: workerId };
    return {
      state: subject.state,
      set:
        workerId === null
          ? { jointClaims: [...(subject.jointClaims ?? []), ...added] }
          : { workers: withClaimsOf(subject, workerId, added) },
      events: [],
      facts: [{ kind: 'claims-added', happenedOn: addedOn, note, ...about }],
    };
  },
};

function withClaimsOf({ workers }: MediationCase, workerId: string, added: Claim[]) {
  if (!workers.some((worker) => worker.id === workerId && isConcerned(worker))) {
    throw new Fault('worker_not_found', { pointer: '/workerId' });
  }
  return workers.map((worker) =>
    worker.id === workerId ? { ...worker, claims: [...worker.claims, ...added] } : worker,
  );
}

export interface CorrectClaimInput {
  claimId: string;
  changes: ClaimCorrection;
  note: string;
}

/**
 * 变更请求: another cause, sum or duty than was written down. What the claim said before stays on the timeline.
 * @throws Fault `claim_not_found`, `claim_sum_and_duty`
 */
export const correctClaim: CaseAction<CorrectClaimInput> = {
  from: OPEN_STATES,
  by: ['clerk', 'mediator', 'head'],
  isOpen: (subject) => claimsOf(subject).length > 0,
  happenedOn: () => ({}),
  inOrder: [],
  movesOn: null,
  apply: (subject, { claimId, changes, note }, { today }) => {
    const claim = claimIn(subject, claimId);
    const corrected = { ...claim, ...changes };
    if (corrected.claimedFen !== null && corrected.duty !== null) {
      throw new Fault('claim_sum_and_duty', { pointer: '/changes/duty' });
    }
    const former = formerValues<ClaimCorrection>(claim, changes);
    return {
      state: subject.state,
      set: withClaim(subject, corrected),
      events: [],
      facts: [{ kind: 'claim-corrected', happenedOn: today, note, about: claimId, ...former }],
    };
  },
};

/** @throws Fault `claim_not_found` */
export function claimIn(subject: MediationCase, claimId: string): Claim {
  const claim = claimsOf(subject).find(({ id }) => id === claimId);
  if (claim === undefined) throw new Fault('claim_not_found', { pointer: '/claimId' });
  return claim;
}

/** The claims of a case with this one as it is now. */
export function withClaim({ workers, jointClaims = [] }: MediationCase, changed: Claim): CaseChange['set'] {
  const asNow = (claim: Claim) => (claim.id === changed.id ? changed : claim);
  return {
    jointClaims: jointClaims.map(asNow),
    workers: workers.map((worker) => ({ ...worker, claims: worker.claims.map(asNow) })),
  };
}
