import type { ActionName } from '../../server/domain/case-actions.ts';
import type { OutsideFactKind } from '../../server/domain/outside-facts.ts';
import { isSurelyAfter, latestOf } from '../../server/domain/partial-day.ts';
import { type DetailFacts, detailFacts } from './detail-facts.ts';
import type { PublishedCase, PublishedEvent } from './published-case.ts';
import { BEFORE_IT_CAME, fenOf, outsideFactOf, precisionOf } from './replay-registration.ts';
import type { ShownCase } from './shown-case.ts';

export type ReplayRole = 'clerk' | 'mediator' | 'head';

/** A step of the replay: who acts, on what action, with what body. */
export interface ReplayStep {
  by: ReplayRole;
  action: ActionName;
  body: Record<string, unknown>;
}

export interface StepContext {
  published: PublishedCase;
  subject: ShownCase;
  /** What is still to come of the same case. */
  later: readonly PublishedEvent[];
  mediatorId: string;
}

interface Told extends StepContext {
  event: PublishedEvent;
  on: string | null;
  note: string | null;
  facts: DetailFacts;
}

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
  const steps = OWN_STEPS[event.what];
  return steps === undefined ? [outside(told, BEFORE_IT_CAME[event.what] ?? 'other-fact')] : steps(told);
}

/** Steps for a line that the lifecycle does not let stand where it should: it is kept as a fact from outside. */
export function keptOutside(event: PublishedEvent): ReplayStep {
  return { by: 'clerk', action: 'record-fact', body: outsideFactOf(event, 'other-fact') };
}

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
  performed: performance,
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

function outside({ event }: Told, kind: OutsideFactKind): ReplayStep {
  return { by: 'clerk', action: 'record-fact', body: outsideFactOf(event, kind) };
}

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

const inDispute = ({ workers }: ShownCase) => workers.filter(({ outcome }) => !outcome).map(({ id }) => id);
const settled = ({ workers }: ShownCase) =>
  workers.filter(({ outcome }) => outcome?.kind === 'settled').map(({ id }) => id);

/** So many of those still in dispute; null for all of them, or where the list is too short to say. */
function someOf(subject: ShownCase, count: number | null): string[] | null {
  const open = inDispute(subject);
  return count === null || count <= 0 || count >= open.length ? null : open.slice(0, count);
}

function agreement(told: Told): ReplayStep {
  const { on, note, facts, subject, published } = told;
  const sum = agreedSum(told);
  const instalments =
    facts.dueOn === null ? [] : [{ dueOn: facts.dueOn, amountFen: sum?.fen ?? null, workerId: null }];
  return {
    by: 'mediator',
    action: 'agree',
    body: {
      terms: note,
      instrument: instrumentOf(told),
      // A second agreement binds again those of the first.
      workerIds:
        inDispute(subject).length === 0 ? idsOrNull(settled(subject)) : someOf(subject, facts.workers),
      workersBound: facts.workers,
      sum,
      penaltyFen: facts.penaltyYuan === null ? null : fenOf(facts.penaltyYuan),
      signedBy: facts.says(/online|platform/)
        ? 'online'
        : facts.says(/\bfax\b/)
          ? 'by-fax'
          : facts.says(/on the spot|on site/)
            ? 'in-person'
            : null,
      workerSignedOn: on,
      respondentSignedOn: on,
      mediatorSignedOn: on,
      sealedOn: on,
      payer: published.tags.includes('paid-by-third-party') ? 'other' : 'debtor',
      instalments,
      note,
    },
  };
}

function idsOrNull(ids: string[]): string[] | null {
  return ids.length === 0 ? null : ids;
}

function instrumentOf({ facts }: Told) {
  if (facts.says(/court|in(side)? the suit|suit/)) return 'court-mediation-statement';
  if (facts.says(/arbitration/)) return 'arbitration-mediation-statement';
  return 'mediation-agreement';
}

function agreedSum({ published, facts }: Told) {
  if (facts.sumYuan !== null) return { fen: fenOf(facts.sumYuan), precision: 'exact' as const };
  const { events, amountAgreedYuan, amountPrecision } = published;
  if (!amountAgreedYuan || events.filter(({ what }) => what === 'agreed').length > 1) return null;
  return { fen: fenOf(amountAgreedYuan), precision: precisionOf(amountPrecision) };
}

function confirmation(told: Told): ReplayStep {
  const { on, note, subject } = told;
  const open = subject.agreements.some((one) => one.confirmation?.result !== 'confirmed');
  const possible = ['agreed', 'confirmation-pending', 'breached', 'in-mediation'].includes(subject.state);
  if (!open || !possible) return outside(told, 'court-confirmed-outside');
  return {
    by: 'mediator',
    action: 'record-confirmation',
    body: { by: 'court', result: 'confirmed', decidedOn: on, note },
  };
}

const PAYING = ['partly-performed', 'advance-paid', 'performed'];

/** What the event says, or the sum of the whole where this is the only payment that the page tells of. */
function paidSum({ published, facts }: Told) {
  if (facts.sumYuan !== null) return { fen: fenOf(facts.sumYuan), precision: 'exact' as const };
  const { events, amountPaidYuan, amountPrecision } = published;
  if (!amountPaidYuan || events.filter(({ what }) => PAYING.includes(what)).length > 1) return null;
  return { fen: fenOf(amountPaidYuan), precision: precisionOf(amountPrecision) };
}

function payment(told: Told): ReplayStep {
  const { on, note, facts, subject, event } = told;
  const isAdvance = event.what === 'advance-paid';
  const ground = isAdvance
    ? 'advance'
    : facts.says(/inspection/)
      ? 'inspection-order'
      : subject.agreements.length > 0
        ? 'agreement'
        : 'interim';
  return {
    by: 'mediator',
    action: 'record-payment',
    body: {
      paidOn: on,
      workerConfirmedOn: null,
      sum: paidSum(told),
      payer: isAdvance ? 'government-advance' : 'debtor',
      ground,
      workersPaid: facts.workers,
      note,
    },
  };
}

/** Paid for some while others of the group are still in dispute is a payment; else the case is performed. */
function performance(told: Told): ReplayStep[] {
  const { on, note, facts, subject } = told;
  const open = inDispute(subject).length;
  const isShare = facts.workers !== null && facts.workers < open + settled(subject).length && open > 0;
  if (isShare || subject.state === 'performed') return [payment(told)];
  const body = { performedOn: on, calledBackOn: null, sum: paidSum(told), workersPaid: facts.workers, note };
  const before = ['registered', 'accepted', 'awaiting-consent'].includes(subject.state)
    ? intoMediation(told)
    : [];
  return [...before, { by: 'mediator', action: 'record-performance', body }];
}

function breach(told: Told): ReplayStep {
  const { on, note, subject } = told;
  if (subject.agreements.length === 0) return outside(told, 'promise-broken');
  const missed = subject.agreements
    .flatMap(({ instalments }) => instalments)
    .find(({ dueOn, paidOn }) => paidOn === null && (on === null || isSurelyAfter(latestOf(on), dueOn)));
  return {
    by: 'mediator',
    action: 'record-breach',
    body: { instalmentId: missed?.id ?? null, notedOn: on, note },
  };
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
  const goesOn = later.some(({ what }) => what === 'mediation-session' || what === 'agreed');
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
