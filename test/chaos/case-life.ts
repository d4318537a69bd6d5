import type { SeededRandom } from '../../config/seed/seeded-random.ts';
import type { MediationCase } from '../../server/domain/case.ts';
import type { ActionName } from '../../server/domain/case-actions.ts';
import { addDays, daysBetween, type LegalDay } from '../../server/domain/legal-day.ts';
import type { Place } from '../../server/domain/place.ts';
import { RISK_KINDS } from '../../server/domain/risk.ts';
import { caseRequest } from '../support/test-case.ts';

/** A command as it goes to the API. */
export interface Step {
  name: ActionName;
  input: object;
}

export interface LifeContext {
  random: SeededRandom;
  today: LegalDay;
  mediatorIds: readonly [string, ...string[]];
}

/** One from elsewhere, whose union is told at once, and one from here. */
const ORIGINS: readonly [Place, Place] = [
  { regionCode: '371402', name: '德州市德城区' },
  { regionCode: '370102', name: '济南市历下区' },
];

type Known = Pick<MediationCase, 'state' | 'timeline' | 'agreements'>;

/** What a case is about, in fen and workers: nothing out of the way, or a reason for a blue, yellow or orange warning. */
const SIZES = {
  small: { claimedFen: 1_250_000, workers: 1 },
  blue: { claimedFen: 1_250_000, workers: 10 },
  yellow: { claimedFen: 35_000_000, workers: 1 },
  orange: { claimedFen: 120_000_000, workers: 1 },
};

/** A new case, received so long ago that some of its reminders are due at once; some of them raise a warning. */
export function newCase({ random, today }: Pick<LifeContext, 'random' | 'today'>) {
  const receivedOn = addDays(today, -random.int(0, 24));
  const { claimedFen, workers } = SIZES[random.weighted({ small: 76, blue: 4, yellow: 14, orange: 6 })];
  const worker = {
    name: '王建国',
    origin: random.pick(ORIGINS),
    categories: random.chance(0.2) ? ['migrant', 'platform'] : ['migrant'],
    claims: [{ cause: 'wages', claimedFen }],
  };
  return caseRequest({
    receivedOn,
    consentToProcessOn: receivedOn,
    rightKnownOn: null,
    workers: Array.from({ length: workers }, () => worker),
  });
}

/**
 * The next step of a case, or null where it is left as it is. Its days lie so that deadlines fall due now, move
 * away and end.
 */
export function nextStep(subject: Known, context: LifeContext): Step | null {
  const { random, today } = context;
  // Nothing happens before what has happened.
  const latest = subject.timeline.map(({ happenedOn }) => happenedOn ?? '').reduce((a, b) => (a > b ? a : b));
  const day = () => addDays(today, -random.int(0, daysBetween(latest, today)));
  switch (subject.state) {
    case 'registered':
      return fromRegistered(context, day);
    case 'accepted':
      return random.chance(0.15) ? withdraw(day()) : start(context, day());
    case 'in-mediation':
      return fromMediation(context, day);
    case 'agreed':
    case 'breached':
      return fromAgreement(subject, context, day);
    case 'failed':
    case 'not-accepted':
      return random.chance(0.4) ? handOver(day()) : null;
    default:
      return null;
  }
}

type Day = () => LegalDay;

function fromRegistered({ random }: LifeContext, day: Day): Step | null {
  const on = day();
  switch (random.weighted({ accept: 65, risk: 5, refuse: 10, withdraw: 15, leave: 5 })) {
    case 'risk':
      return risk(random, on);
    case 'accept':
      return { name: 'accept', input: { acceptedOn: on, applicantConsentOn: on, respondentConsentOn: on } };
    case 'refuse':
      return { name: 'refuse', input: { decidedOn: on, reason: 'other-side-refuses', directedTo: '仲裁委' } };
    case 'withdraw':
      return withdraw(on);
    case 'leave':
      return null;
  }
}

function fromMediation({ random, today }: LifeContext, day: Day): Step | null {
  const on = day();
  switch (random.weighted({ extend: 23, agree: 28, record: 8, risk: 8, fail: 11, withdraw: 12, leave: 10 })) {
    case 'risk':
      return risk(random, on);
    case 'extend': {
      const days = random.int(1, 20);
      return { name: 'extend-mediation', input: { days, workerSignedOn: on, respondentSignedOn: on } };
    }
    case 'agree':
      return agree({ random, today }, on);
    case 'record':
      return { name: 'record-session', input: { heldOn: on, record: '双方到场。' } };
    case 'fail':
      return { name: 'fail', input: { failedOn: on, reason: 'no-agreement', adviceGivenOn: on } };
    case 'withdraw':
      return withdraw(on);
    case 'leave':
      return null;
  }
}

function fromAgreement(subject: Known, { random, today }: LifeContext, day: Day): Step | null {
  const open = subject.agreements
    .flatMap(({ instalments }) => instalments)
    .find(({ paidOn }) => paidOn === null);
  const wish = random.weighted({ pay: 55, breach: 20, 'hand-over': 5, leave: 20 });
  if (wish === 'hand-over' && subject.state === 'breached') return handOver(day());
  if (open === undefined || wish === 'leave') return null;
  const { id: instalmentId, dueOn } = open;
  if (wish === 'breach' && dueOn < today) {
    return { name: 'record-breach', input: { instalmentId, notedOn: today } };
  }
  const on = day();
  return { name: 'record-payment', input: { instalmentId, paidOn: on, workerConfirmedOn: on } };
}

/** Somebody came to know of a danger: an orange or a red warning. */
function risk(random: SeededRandom, knownOn: LegalDay): Step {
  return { name: 'record-risk', input: { kind: random.pick(RISK_KINDS), knownOn, note: null } };
}

function start({ random, mediatorIds }: LifeContext, on: LegalDay): Step {
  const mediatorId = random.pick(mediatorIds);
  return {
    name: 'start-mediation',
    input: { startedOn: on, mediatorId, recusalCheckedOn: on, rightsNoticeOn: on },
  };
}

function agree({ random, today }: Pick<LifeContext, 'random' | 'today'>, on: LegalDay): Step {
  const instalments = Array.from({ length: random.int(1, 3) }, () => {
    const dueOn = addDays(today, random.int(-5, 6));
    return { dueOn: dueOn > on ? dueOn : on, amountFen: 400_000 };
  });
  const signed = { workerSignedOn: on, respondentSignedOn: on, mediatorSignedOn: on, sealedOn: on };
  return { name: 'agree', input: { terms: '分期支付。', ...signed, instalments } };
}

function withdraw(withdrawnOn: LegalDay): Step {
  return { name: 'withdraw', input: { withdrawnOn, reason: '双方已自行和解' } };
}

function handOver(handedOn: LegalDay): Step {
  const file = { commission: '济南市劳动人事争议仲裁委员会', documents: ['调解申请书'] };
  return { name: 'hand-to-arbitration', input: { handedOn, consentOn: handedOn, ...file } };
}
