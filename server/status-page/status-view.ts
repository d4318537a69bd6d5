import type { CaseState, MediationCase } from '../domain/case.ts';
import type { ClockContext } from '../domain/deadline.ts';
import { deadlinesOf } from '../domain/deadlines.ts';
import { explainDeadline } from '../domain/explain-deadline.ts';
import type { Organisation } from '../domain/organisation.ts';

interface Wording {
  zh: string;
  en: string;
}

/** What a worker reads first, and what comes next, in plain words; a state without its wording does not build. */
const STATE_WORDS: Record<CaseState, { now: Wording; next: Wording }> = {
  registered: {
    now: { zh: '我们已收到您的申请。', en: 'We have your application.' },
    next: {
      zh: '我们会询问对方是否同意调解，并书面告知您是否受理。您现在不需要做什么。',
      en: 'We will ask the other side whether it agrees to mediation and tell you in writing. You need do nothing now.',
    },
  },
  accepted: {
    now: { zh: '您的申请已被受理。', en: 'Your application has been accepted.' },
    next: {
      zh: '调解员会与您联系，请保持电话畅通。',
      en: 'A mediator will call you. Keep your telephone on.',
    },
  },
  'not-accepted': {
    now: { zh: '您的申请未被受理。', en: 'Your application could not be accepted.' },
    next: {
      zh: '您可以向劳动人事争议仲裁委员会申请仲裁。如有疑问，请致电我们。',
      en: 'You may apply to the labour arbitration commission. Call us if anything is unclear.',
    },
  },
  'in-mediation': {
    now: { zh: '您的案件正在调解。', en: 'Your case is in mediation.' },
    next: {
      zh: '调解员会通知您调解时间。您现在不需要做什么。',
      en: 'The mediator will tell you when to come. You need do nothing now.',
    },
  },
  agreed: {
    now: { zh: '双方已达成调解协议。', en: 'There is an agreement.' },
    next: {
      zh: '对方应按协议履行。款项到账后请告知我们；没有按时到账也请告知我们。',
      en: 'The other side must now keep it. Tell us when a payment arrives, and also when one does not.',
    },
  },
  performed: {
    now: { zh: '协议已履行完毕。', en: 'The agreement has been kept in full.' },
    next: { zh: '您不需要再做什么。', en: 'You need do nothing more.' },
  },
  breached: {
    now: { zh: '对方没有按协议履行。', en: 'The other side has not kept the agreement.' },
    next: {
      zh: '您可以申请支付令或申请仲裁，请致电我们，我们会协助您。',
      en: 'You may ask the court for a payment order or apply for arbitration. Call us; we will help you.',
    },
  },
  failed: {
    now: { zh: '调解没有成功。', en: 'Mediation did not succeed.' },
    next: {
      zh: '您可以申请劳动仲裁，请注意最后期限。',
      en: 'You may apply for arbitration. Mind the last day.',
    },
  },
  withdrawn: {
    now: { zh: '申请已撤回。', en: 'The application has been withdrawn.' },
    next: {
      zh: '在最后期限之前，您仍可再次申请调解或申请仲裁。',
      en: 'Until the last day you may still apply again, for mediation or for arbitration.',
    },
  },
  'handed-to-arbitration': {
    now: { zh: '您的案件已移送劳动仲裁。', en: 'Your case has been handed to arbitration.' },
    next: {
      zh: '仲裁委员会会通知您是否受理。',
      en: 'The arbitration commission will tell you whether it accepts the case.',
    },
  },
};

const BEFORE_AN_END: readonly CaseState[] = ['registered', 'accepted', 'in-mediation'];

/**
 * What the worker sees: what is happening, what comes next, the next right with its last day, whom to call.
 * Never sums, injuries, statements of the employer or other workers.
 */
export function statusView(subject: MediationCase, organisation: Organisation, clock: ClockContext) {
  const words = STATE_WORDS[subject.state];
  return {
    number: subject.number,
    state: subject.state,
    now: words.now,
    next: words.next,
    rights: rightsOf(subject, clock),
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
