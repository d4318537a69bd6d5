import { agreement, confirmation } from './agreement-steps.ts';
import { detailFacts } from './detail-facts.ts';
import { breach, payment, performance } from './payment-steps.ts';
import type { PublishedEvent } from './published-case.ts';
import { eventOf } from './published-terms.ts';
import { fenOf, outsideFactOf, outsideKindOf } from './replay-registration.ts';
import {
  inDispute,
  outside,
  type ReplayStep,
  type StepContext,
  settled,
  someOf,
  type Told,
} from './told-event.ts';

/**
 * The steps that an event of a published case takes: first those that the lifecycle needs and the page does not tell,
 * with their days left open, at last its own.
 */
export function stepsOf(event: PublishedEvent, context: StepContext): ReplayStep[] {
  const on = event.on ?? null;
  const told: Told = {
    ...context,
    event,
    on,
    note: event.detail ?? null,
    facts: detailFacts(event.detail, on),
  };
  const steps = OWN_STEPS[eventOf(event.what)];
  return steps === undefined ? [outside(told, outsideKindOf(event.what) ?? 'other-fact')] : steps(told);
}

/** Steps for a line that the lifecycle does not let stand where it should: it is kept as a fact from outside. */
export function keptOutside(event: PublishedEvent): ReplayStep {
  return { by: 'clerk', action: 'record-fact', body: outsideFactOf(event, 'other-fact') };
}

/** Nobody has sat down with the parties yet. */
const UNHEARD = ['registered', 'awaiting-consent', 'accepted'];

const OWN_STEPS: Partial<Record<string, (told: Told) => ReplayStep[]>> = {
  applied: (told) => [outside(told, 'relief-asked')],
  transferred: (told) => [outside(told, told.facts.says(/\bsu(it|e|ed)\b/) ? 'suit-filed' : 'passed-on')],
  accepted: (told) =>
    told.subject.state === 'registered'
      ? [acceptance(told.on, told.note)]
      : [outside(told, 'accepted-elsewhere')],
  'mediation-session': (told) => [...intoMediation(told), session(told)],
  agreed: (told) => [...intoMediation(told), agreement(told)],
  'confirmed-by-court': (told) => [confirmation(told)],
  'partly-performed': (told) => [payment(told)],
  'advance-paid': (told) => [payment(told)],
  performed: (told) => performance(told, UNHEARD.includes(told.subject.state) ? intoMediation(told) : []),
  defaulted: (told) => [breach(told)],
  failed: (told) => [...intoMediation(told), failure(told, told.on, told.note)],
  withdrawn: (told) => [withdrawal(told)],
  'handed-to-arbitration': handover,
  award: award,
  other: (told) => [
    told.facts.says(/representatives? .*elected|elected .*representatives?/) && told.facts.workers !== null
      ? representatives(told)
      : outside(told, 'other-fact'),
  ],
};

function acceptance(acceptedOn: string | null, note: string | null): ReplayStep {
  const body = { acceptedOn, applicantConsentOn: null, respondentConsentOn: null, note };
  return { by: 'head', action: 'accept', body };
}

/** What must have happened for a session or an agreement to come about, though the page is silent on it. */
function intoMediation({ subject, mediatorId }: StepContext): ReplayStep[] {
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
    case 'arbitration-withdrawn':
      return [
        {
          by: 'mediator',
          action: 'record-arbitration-return',
          body: { on: null, reference: null, note: null },
        },
      ];
    case 'not-accepted':
    case 'performed':
    case 'failed':
    case 'withdrawn':
    case 'terminated':
    case 'awarded':
      return [
        { by: 'head', action: 'reopen', body: { reopenedOn: null, reason: '公开报道称又经调解' } },
        acceptance(null, null),
        start,
      ];
    default:
      return [];
  }
}

function session({ on, note, facts, event }: Told): ReplayStep {
  const by = facts.says(/video/)
    ? 'video'
    : facts.says(/online|platform/)
      ? 'online'
      : facts.says(/telephone|phone/)
        ? 'telephone'
        : null;
  return { by: 'mediator', action: 'record-session', body: { heldOn: on, by, record: note ?? event.what } };
}

function failure({ facts, subject }: Told, failedOn: string | null, note: string | null): ReplayStep {
  const workerIds = someOf(subject, facts.workers);
  return {
    by: 'mediator',
    action: 'fail',
    body: { failedOn, reason: 'no-agreement', adviceGivenOn: null, workerIds, note },
  };
}

function withdrawal({ on, note, facts, subject }: Told): ReplayStep {
  const workerIds = someOf(subject, facts.workers);
  return {
    by: 'clerk',
    action: 'withdraw',
    body: { withdrawnOn: on, reason: note ?? '未注明原因', workerIds },
  };
}

/** The union hands a case over when mediation has not helped; a worker who files while it goes on does so alone. */
function handover(told: Told): ReplayStep[] {
  const { on, note, subject, later, facts } = told;
  const hand: ReplayStep = {
    by: 'mediator',
    action: 'hand-to-arbitration',
    body: { handedOn: on, commission: null, consentOn: null, documents: [], note },
  };
  if (['failed', 'breached', 'not-accepted'].includes(subject.state)) return [hand];
  const isShare = someOf(subject, facts.workers) !== null || settled(subject).length > 0;
  const goesOn = later.some(({ what }) => ['mediation-session', 'agreed'].includes(eventOf(what)));
  const isOpen = subject.state === 'in-mediation' && inDispute(subject).length > 0;
  if (isOpen && (isShare || !goesOn)) return [failure(told, null, null), hand];
  return [outside(told, 'arbitration-applied')];
}

function award(told: Told): ReplayStep[] {
  const { on, note, subject, facts } = told;
  const sum = facts.sumYuan === null ? null : { fen: fenOf(facts.sumYuan), precision: 'exact' };
  const own: ReplayStep = {
    by: 'mediator',
    action: 'record-award',
    body: { on, reference: null, receivedOn: null, sum, note },
  };
  if (subject.state === 'arbitration-accepted') return [own];
  if (subject.state !== 'handed-to-arbitration') return [outside(told, 'award-made-outside')];
  return [
    {
      by: 'mediator',
      action: 'record-arbitration-acceptance',
      body: { on: null, reference: null, note: null },
    },
    own,
  ];
}

function representatives({ on, note, facts }: Told): ReplayStep {
  return {
    by: 'clerk',
    action: 'name-representatives',
    body: { workerIds: [], electedOn: on, elected: facts.workers, note },
  };
}
