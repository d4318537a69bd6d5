import type { Bilingual } from '../domain/bilingual.ts';
import type { CaseState } from '../domain/case-state.ts';

/** Mediation that stands still for a while. */
export const PAUSED: { now: Bilingual; next: Bilingual } = {
  now: { zh: '调解目前暂停。', en: 'Mediation is paused.' },
  next: {
    zh: '恢复后调解员会通知您；您也可以随时来电询问。请注意下面的日期，仲裁时效照常计算。',
    en: 'The mediator will tell you when it goes on; call whenever you want to ask. Mind the days below: the limitation runs on.',
  },
};

/** What a worker reads first, and what comes next, in plain words; a state without its wording does not build. */
export const STATE_WORDS: Record<CaseState, { now: Bilingual; next: Bilingual }> = {
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
    now: { zh: '案件正在调解。', en: 'The case is in mediation.' },
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
      zh: '您可以申请支付令或申请仲裁；协议经过确认的，可以申请强制执行。请致电我们，我们会协助您。',
      en: 'You may ask the court for a payment order or apply for arbitration, or have a confirmed agreement enforced. Call us; we will help you.',
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
    now: { zh: '案件已移送劳动仲裁。', en: 'The case has been handed to arbitration.' },
    next: {
      zh: '仲裁委员会会通知您是否受理；不受理或者逾期不答复的，您可以向法院起诉。',
      en: 'The arbitration commission will tell you whether it accepts the case. If it refuses or does not answer in time, you may go to court.',
    },
  },
  'awaiting-consent': {
    now: {
      zh: '我们已询问对方是否同意调解。',
      en: 'We have asked the other side whether it agrees to mediation.',
    },
    next: {
      zh: '对方答复后，我们会书面告知您是否受理。您现在不需要做什么。',
      en: 'When it answers we will tell you in writing. You need do nothing now.',
    },
  },
  'confirmation-pending': {
    now: {
      zh: '调解协议正在申请确认。',
      en: 'The agreement is being put before the court or the commission.',
    },
    next: {
      zh: '确认后，对方不履行的，可以申请强制执行。您现在不需要做什么。',
      en: 'Once it is confirmed it can be enforced. You need do nothing now.',
    },
  },
  confirmed: {
    now: { zh: '调解协议已经确认。', en: 'The agreement has been confirmed.' },
    next: {
      zh: '对方应按协议履行；没有履行的，您可以申请强制执行，请致电我们。',
      en: 'The other side must keep it. If it does not, you may ask for enforcement; call us.',
    },
  },
  terminated: {
    now: { zh: '调解已终止。', en: 'The mediation has been ended.' },
    next: {
      zh: '您仍可申请劳动仲裁，请注意最后期限；如有疑问，请致电我们。',
      en: 'You may still apply for arbitration. Mind the last day, and call us if anything is unclear.',
    },
  },
  'arbitration-accepted': {
    now: { zh: '仲裁委员会已受理案件。', en: 'The arbitration commission has accepted the case.' },
    next: {
      zh: '仲裁委员会会通知您开庭时间，请务必按时到庭。',
      en: 'The commission will tell you the day of the hearing. Be sure to come.',
    },
  },
  'arbitration-refused': {
    now: { zh: '仲裁委员会没有受理案件。', en: 'The arbitration commission has not taken the case.' },
    next: {
      zh: '您可以向法院起诉，请尽快致电我们，我们会协助您。',
      en: 'You may go to court. Call us soon; we will help you.',
    },
  },
  awarded: {
    now: { zh: '仲裁委员会已作出裁决。', en: 'The arbitration commission has made its award.' },
    next: {
      zh: '不服裁决的，从收到裁决书之日起有十五天可以起诉；服从的，对方应按裁决履行，不履行的可以申请强制执行。如有疑问，请致电我们。',
      en: 'If you do not accept it you have 15 days from receipt to sue; else the other side must do as it says, or you may have it enforced. Call us if anything is unclear.',
    },
  },
  'settled-in-arbitration': {
    now: { zh: '双方在仲裁中达成了调解。', en: 'Both sides settled before the commission.' },
    next: { zh: '对方没有按时履行的，请告知我们。', en: 'Tell us if the other side does not keep it.' },
  },
  'arbitration-withdrawn': {
    now: { zh: '仲裁申请已撤回。', en: 'The application for arbitration has been withdrawn.' },
    next: {
      zh: '在最后期限之前，您仍可再次申请。',
      en: 'Until the last day you may apply again.',
    },
  },
  'transfer-offered': {
    now: {
      zh: '我们正在请另一地的工会接手您的案件。',
      en: 'We are asking the union of another place to take your case.',
    },
    next: {
      zh: '在对方接手之前，仍由我们负责。您现在不需要做什么。',
      en: 'Until it does, we remain responsible. You need do nothing now.',
    },
  },
  transferred: {
    now: { zh: '案件已由另一地的工会接手。', en: 'The union of another place has taken the case.' },
    next: {
      zh: '那边的工会会与您联系；没有联系的，请致电我们。',
      en: 'It will call you. If it does not, call us.',
    },
  },
  archived: {
    now: { zh: '案件已经办结归档。', en: 'The case is closed.' },
    next: { zh: '如有新的情况，请致电我们。', en: 'If anything new happens, call us.' },
  },
};

/** Before what is so for a part of a group; the words after it are for whoever is one of them. */
export const SOME_WORKERS: Bilingual = { zh: '部分职工', en: 'Some of the workers' };

/** Whether a limit has really run out is for the commission to say; what interrupted it may not be recorded. */
export const LIMIT_PASSED: Bilingual = {
  zh: '申请仲裁的最后期限可能已经过了，请马上致电我们：如果您曾向单位或有关部门主张过权利，期限可能重新计算。',
  en: 'The last day to apply for arbitration may have passed. Call us at once: if you have claimed your right from the employer or an office before, the time may have begun anew.',
};
