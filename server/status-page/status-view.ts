import type { MediationCase } from '../domain/case.ts';
import type { CaseState } from '../domain/case-state.ts';
import type { ClockContext } from '../domain/deadline.ts';
import { deadlinesOf } from '../domain/deadlines.ts';
import { explainDeadline } from '../domain/explain-deadline.ts';
import type { LegalDay } from '../domain/legal-day.ts';
import type { Organisation } from '../domain/organisation.ts';
import { LIMIT_PASSED, STATE_WORDS } from './state-words.ts';

const BEFORE_AN_END: readonly CaseState[] = ['registered', 'awaiting-consent', 'accepted', 'in-mediation'];

/**
 * What the worker sees: what is happening, what comes next, the next right with its last day, whom to call.
 * Never sums, injuries, statements of the employer or other workers.
 */
export function statusView(
  subject: MediationCase,
  organisation: Organisation,
  { clock, today }: { clock: ClockContext; today: LegalDay },
) {
  const words = STATE_WORDS[subject.state];
  const rights = rightsOf(subject, clock);
  const lastDay = rights.lastDayForArbitration?.day ?? null;
  // Nobody whose limit may have run out is told to wait.
  const isLate = BEFORE_AN_END.includes(subject.state) && lastDay !== null && lastDay < today;
  return {
    number: subject.number,
    state: subject.state,
    now: words.now,
    next: isLate ? LIMIT_PASSED : words.next,
    rights,
    call: { name: organisation.name, phone: organisation.phone },
  };
}

/** From when arbitration is open although mediation goes on (M2), and the last day to apply for it (A1). */
function rightsOf({ clock: events, state }: MediationCase, clock: ClockContext) {
  const deadlines = deadlinesOf(events, clock).filter((deadline) => deadline.state !== 'ended');
  const right = (rule: 'M2' | 'A1') => {
    const deadline = deadlines.find((candidate) => candidate.rule === rule);
    if (deadline === undefined) return null;
    return {
      // Null while no limit runs, as for wage arrears during the employment.
      day: deadline.cautiousOn ?? deadline.dueOn,
      provisional: deadline.provisional,
      zh: explainDeadline(deadline, { language: 'zh', audience: 'worker' }),
      en: explainDeadline(deadline, { language: 'en', audience: 'worker' }),
    };
  };
  return {
    arbitrationOpenAfter: BEFORE_AN_END.includes(state) ? right('M2') : null,
    lastDayForArbitration: right('A1'),
  };
}
