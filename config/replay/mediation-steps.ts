import { eventOf } from './event-words.ts';
import type { PublishedEvent } from './published-case.ts';
import { outside, type ReplayStep, type StepContext, someOf, type Told } from './told-event.ts';
import { meetingOf } from './told-ways.ts';

export function acceptance(acceptedOn: string | null, note: string | null): ReplayStep {
  const body = { acceptedOn, applicantConsentOn: null, respondentConsentOn: null, note };
  return { by: 'head', action: 'accept', body };
}

function reopening(reopenedOn: string | null, reason: string | null): ReplayStep {
  return { by: 'head', action: 'reopen', body: { reopenedOn, reason: reason ?? '公开报道称又经调解' } };
}

const ENDED = [
  'not-accepted',
  'performed',
  'failed',
  'withdrawn',
  'terminated',
  'awarded',
  'settled-in-arbitration',
];

/** What must have happened for a session or an agreement to come about, though the page is silent on it. */
export function intoMediation({ subject, mediatorId }: StepContext): ReplayStep[] {
  const start: ReplayStep = {
    by: 'head',
    action: 'start-mediation',
    body: { startedOn: null, mediatorId, recusalCheckedOn: null, rightsNoticeOn: null },
  };
  switch (subject.state) {
    case 'registered':
    case 'awaiting-consent':
      return [acceptance(null, null), start];
    case 'accepted':
      return [start];
    case 'handed-to-arbitration':
    case 'arbitration-accepted':
    case 'arbitration-refused':
    case 'arbitration-withdrawn': {
      const body = { on: null, reference: null, note: null };
      return [{ by: 'mediator', action: 'record-arbitration-return', body }];
    }
    default:
      return ENDED.includes(subject.state) ? [reopening(null, null), acceptance(null, null), start] : [];
  }
}

export function session(told: Told): ReplayStep {
  const { on, note, event } = told;
  const body = { heldOn: on, by: meetingOf(told), record: note ?? event.what };
  return { by: 'mediator', action: 'record-session', body };
}

export function failure({ facts, subject }: Told, failedOn: string | null, note: string | null): ReplayStep {
  const workerIds = someOf(subject, facts.workers);
  return {
    by: 'mediator',
    action: 'fail',
    body: { failedOn, reason: 'no-agreement', adviceGivenOn: null, workerIds, note },
  };
}

/** Asked again after an end: the same file goes on. Who turns to another body asks for help there. */
const ASKED_ANEW = ['not-accepted', 'performed', 'withdrawn', 'terminated'];

export function application(told: Told): ReplayStep {
  const { subject, facts, on, note } = told;
  const isElsewhere = facts.says(/arbitration|\bcourt\b|petition|inspection|\bsues?\b/);
  return ASKED_ANEW.includes(subject.state) && !isElsewhere
    ? reopening(on, note)
    : outside(told, 'relief-asked');
}

/** 重新立案; of a case that never ended it says that somebody asks again. */
export function reopened(told: Told): ReplayStep {
  const { subject, on, note } = told;
  return ENDED.includes(subject.state) ? reopening(on, note) : outside(told, 'relief-asked');
}

/** Why a union does not take a case, in words that pages use. */
const REFUSALS = [
  ['other-region', /jurisdiction|another (?:city|district|county|province)|\bseat\b|other region/],
  [
    'other-side-refuses',
    /(?:employer|company|firm|other side|respondent) (?:refuses|does not (?:want|agree|consent)|declines)/,
  ],
  ['duplicate', /already (?:filed|taken|before)|duplicate/],
  [
    'outside-scope',
    /scope|personnel|not (?:a )?labour|no labour|civil (?:matter|dispute)|self-employed|not for (?:the )?union/,
  ],
] as const;
const ANOTHER_BODY = /\b(?:arbitration|commission|court|inspection|police|bureau|hotline)\b(?! instead)/;
const DIRECTED =
  /(?:told to go to|directed to|referred to|advised to (?:go|apply) to|sent to|points? to) ([^;,.]+)/;

const HANDLED_HERE = ['accepted', 'mediation-session', 'agreed', 'failed', 'performed'];
const isHandledHere = ({ what }: PublishedEvent) => HANDLED_HERE.includes(eventOf(what));

/** Refused here where nothing more was done about it here and the words say why; else another body refused it. */
export function refusal(told: Told): ReplayStep {
  const { on, note, facts, subject, later } = told;
  const text = (note ?? '').toLowerCase();
  const directedTo = DIRECTED.exec(text)?.[1] ?? null;
  const reason = REFUSALS.find(([, pattern]) => facts.says(pattern))?.[0];
  const names = ANOTHER_BODY.test(text.replace(DIRECTED, ''));
  const isOwn = subject.state === 'registered' && !names && !later.some(isHandledHere);
  if (!isOwn || reason === undefined) return outside(told, 'refused-elsewhere');
  const body = { decidedOn: on, reason, directedTo: directedTo ?? '未注明', note };
  return { by: 'head', action: 'refuse', body };
}
