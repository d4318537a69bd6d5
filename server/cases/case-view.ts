import type { MediationCase } from '../domain/case.ts';
import { daysTaken, sumsOf } from '../domain/case-sums.ts';
import { isCrossRegion } from '../domain/cross-region.ts';
import type { ClockContext, Deadline } from '../domain/deadline.ts';
import { deadlinesOnce } from '../domain/deadlines-once.ts';
import { explainDeadline } from '../domain/explain-deadline.ts';
import type { Fact } from '../domain/fact.ts';
import { workersConcerned } from '../domain/headcount.ts';
import type { LegalDay } from '../domain/legal-day.ts';
import { proposalOf } from '../domain/proposal.ts';
import type { Actor } from '../domain/staff.ts';
import { lacksOf, openActions } from '../domain/transition.ts';
import type { RaisedWarning } from '../domain/warnings.ts';
import type { CaseWorker, NewWorker } from '../domain/worker.ts';
import { warningView } from '../warnings/warning-view.ts';
import { maskedIdNumber, maskedPhone } from './masked-numbers.ts';
import { neededFields } from './needed-fields.ts';

interface CaseViewContext {
  actor: Actor;
  clock: ClockContext;
  today: LegalDay;
  warning: RaisedWarning | null;
}

/** What staff see of a case: the record with telephone numbers masked, its deadlines and what may be done next. */
export function caseView(subject: MediationCase, { actor, clock, today, warning }: CaseViewContext) {
  const { clock: events, organisationPath, bars, workers, timeline, ...record } = subject;
  const deadlines = deadlinesOnce(events, clock);
  const open = openActions(subject, { actor, warning });
  return {
    ...record,
    crossRegion: isCrossRegion(subject),
    workersConcerned: workersConcerned(subject),
    sums: sumsOf(subject),
    daysTaken: daysTaken(subject) ?? subject.closing?.daysTaken ?? null,
    workers: workers.map(maskedWorker),
    timeline: timeline.map(maskedLine),
    deadlines: deadlines.map(deadlineView),
    warning: warning === null ? null : warningView(warning),
    openActions: open,
    // The same with what each must be told, what the case still lacks for it, and why it is due.
    actions: open.map((name) => ({
      name,
      needs: neededFields(name),
      lacks: lacksOf(subject, name),
      proposed: proposalOf(name, subject, { deadlines, today }),
    })),
  };
}

/** Names stand in clear for those who work on the case; numbers that lead to a person are asked for one by one. */
export function maskedWorker(worker: CaseWorker | NewWorker) {
  return {
    ...worker,
    phone: maskedPhone(worker.phone),
    idNumber: maskedIdNumber(worker.idNumber ?? null),
    helpers: worker.helpers?.map((helper) => ({ ...helper, phone: maskedPhone(helper.phone) })),
  };
}

/** A number that was corrected is still somebody's. */
function maskedLine({ was, ...line }: Fact) {
  if (was === undefined) return line;
  const { phone, idNumber } = was;
  return {
    ...line,
    was: {
      ...was,
      ...(phone === undefined ? {} : { phone: maskedPhone(phone) }),
      ...(idNumber === undefined ? {} : { idNumber: maskedIdNumber(idNumber) }),
    },
  };
}

function deadlineView(deadline: Deadline) {
  return {
    rule: deadline.rule,
    subject: deadline.subject ?? null,
    state: deadline.state,
    startedOn: deadline.startedOn,
    dueOn: deadline.dueOn,
    cautiousOn: deadline.cautiousOn ?? null,
    endedOn: deadline.endedOn ?? null,
    provisional: deadline.provisional,
    standing: deadline.standing,
    zh: explainDeadline(deadline, { language: 'zh', audience: 'mediator' }),
    en: explainDeadline(deadline, { language: 'en', audience: 'mediator' }),
  };
}
