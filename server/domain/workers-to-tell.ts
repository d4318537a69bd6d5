import type { MediationCase } from './case.ts';
import type { SubjectField } from './deadline-events.ts';
import type { RuleCode } from './deadline-rules.ts';
import { workersUnder } from './unsettled.ts';
import { type CaseWorker, isConcerned, isRepresentative } from './worker.ts';

/** What a notice to workers is about; null: the case as a whole. */
export interface NoticeSubject {
  field: SubjectField;
  id: string;
}

/**
 * Whom of the workers a notice is told to. What is one worker's own (a claim, an instalment of their plan) is told to
 * that one; what concerns several, to those who represent them (LDMAA 7) and to each whom nobody represents. Those who
 * left or took their claim back, and those of a list that has yet to come, are told nothing; nor is anybody of a limit that
 * runs for others of the group.
 */
export function workersToTell(
  subject: MediationCase,
  { about, rule }: { about: NoticeSubject | null; rule: RuleCode },
): CaseWorker[] {
  const under = workersUnder(rule, subject);
  const those = under === null ? null : new Set(under);
  const concerned = concernedBy(subject, about).filter(
    (worker) =>
      isConcerned(worker) &&
      (worker.name !== null || worker.phone !== null) &&
      (those === null || those.has(worker)),
  );
  if (concerned.length < 2) return concerned;
  const representatives = concerned.filter(isRepresentative);
  return concerned.filter(
    (worker) => isRepresentative(worker) || !representatives.some((one) => speaksFor(one, worker)),
  );
}

/** Whom of the workers something is about, whether or not they are to be told of it. */
export function concernedBy(subject: MediationCase, about: NoticeSubject | null): CaseWorker[] {
  const { workers } = subject;
  switch (about?.field) {
    case 'claimId':
      return claimants(subject, about.id);
    case 'instalmentId':
      return payees(subject, about.id);
    case 'agreementId': {
      const agreement = subject.agreements.find(({ id }) => id === about.id);
      return boundBy(workers, agreement?.workerIds);
    }
    default:
      return workers;
  }
}

/** A claim that nobody has any more concerns nobody. */
function claimants({ workers, jointClaims = [] }: MediationCase, claimId: string): CaseWorker[] {
  if (jointClaims.some(({ id }) => id === claimId)) return workers;
  return workers.filter(({ claims }) => claims.some(({ id }) => id === claimId));
}

/** One worker where the instalment is of their own plan, else all whom its agreement binds. */
export function payees({ workers, agreements }: MediationCase, instalmentId: string): CaseWorker[] {
  const agreement = agreements.find(({ instalments }) => instalments.some(({ id }) => id === instalmentId));
  const workerId = agreement?.instalments.find(({ id }) => id === instalmentId)?.workerId ?? null;
  return workerId === null
    ? boundBy(workers, agreement?.workerIds)
    : workers.filter(({ id }) => id === workerId);
}

/** All, where an agreement does not say whom it binds. */
export function boundBy(workers: CaseWorker[], workerIds: readonly string[] = []): CaseWorker[] {
  return workerIds.length === 0 ? workers : workers.filter(({ id }) => workerIds.includes(id));
}

/** A mandate stands among those whose dispute took the same way: who failed is not spoken for by one who settled. */
function speaksFor(representative: CaseWorker, { outcome }: CaseWorker): boolean {
  return (representative.outcome?.kind ?? null) === (outcome?.kind ?? null);
}
