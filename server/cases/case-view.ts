import type { CaseWorker, MediationCase } from '../domain/case.ts';
import { isCrossRegion } from '../domain/cross-region.ts';
import type { ClockContext, Deadline } from '../domain/deadline.ts';
import { deadlinesOf } from '../domain/deadlines.ts';
import { explainDeadline } from '../domain/explain-deadline.ts';
import type { Actor } from '../domain/staff.ts';
import { openActions } from '../domain/transition.ts';
import type { RaisedWarning } from '../domain/warnings.ts';
import { warningView } from '../warnings/warning-view.ts';
import { maskedPhone } from './masked-phone.ts';

interface CaseViewContext {
  actor: Actor;
  clock: ClockContext;
  warning: RaisedWarning | null;
}

/** What staff see of a case: the record with telephone numbers masked, its deadlines and what may be done next. */
export function caseView(subject: MediationCase, { actor, clock, warning }: CaseViewContext) {
  const { clock: events, organisationPath, workers, ...record } = subject;
  return {
    ...record,
    crossRegion: isCrossRegion(subject),
    workers: workers.map(maskedWorker),
    deadlines: deadlinesOf(events, clock).map(deadlineView),
    warning: warning === null ? null : warningView(warning),
    openActions: openActions(subject, { actor, warning }),
  };
}

/** A line of a list of cases. */
export function caseSummary({ id, number, state, receivedOn, workers, mediatorId, ...rest }: MediationCase) {
  return {
    id,
    number,
    state,
    receivedOn,
    crossRegion: isCrossRegion({ workers, ...rest }),
    workersConcerned: workers.length,
    mediatorId,
  };
}

function maskedWorker(worker: CaseWorker) {
  return { ...worker, phone: maskedPhone(worker.phone) };
}

function deadlineView(deadline: Deadline) {
  return {
    rule: deadline.rule,
    subject: deadline.subject ?? null,
    state: deadline.state,
    startedOn: deadline.startedOn,
    dueOn: deadline.dueOn,
    endedOn: deadline.endedOn ?? null,
    provisional: deadline.provisional,
    standing: deadline.standing,
    zh: explainDeadline(deadline, { language: 'zh', audience: 'mediator' }),
    en: explainDeadline(deadline, { language: 'en', audience: 'mediator' }),
  };
}
