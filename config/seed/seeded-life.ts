import type { Agreement } from '../../server/domain/agreement.ts';
import type { MediationCase } from '../../server/domain/case.ts';
import type { ActionName } from '../../server/domain/case-actions.ts';
import { addDays, type LegalDay } from '../../server/domain/legal-day.ts';
import type { SeededEnd } from './case-frequencies.ts';
import type { SeededRandom } from './seeded-random.ts';

/** One step in the life of a case: who takes it, when, and with what. */
export interface SeededStep {
  by: 'clerk' | 'head' | 'mediator';
  name: ActionName;
  on: LegalDay;
  input: (subject: MediationCase) => object;
}

interface Life {
  random: SeededRandom;
  receivedOn: LegalDay;
  end: SeededEnd;
  mediatorId: string;
}

const MONTH_DAYS = 30;
const LEAST_FEN = 100_000;
const COMMISSION = '劳动人事争议仲裁委员会';

/** All that happens to a case after it was registered, in order; a case that is young has yet to live most of it. */
export function seededLife({ random, receivedOn, end, mediatorId }: Life): SeededStep[] {
  const { int, chance } = random;
  const acceptedOn = addDays(receivedOn, int(1, 4));
  if (end === 'refused') return [refused(acceptedOn), archived(addDays(acceptedOn, MONTH_DAYS))];
  const asked: SeededStep[] = chance(0.5) ? [askedRespondent(receivedOn)] : [];
  const opening = [...asked, accepted(acceptedOn), started(addDays(acceptedOn, int(0, 1)), mediatorId)];
  if (end === 'withdrawn') {
    const withdrawnOn = addDays(acceptedOn, int(2, 8));
    return [...opening, withdrawn(withdrawnOn), archived(addDays(withdrawnOn, MONTH_DAYS))];
  }
  const sessions = Array.from({ length: int(1, 3) }, (_, index) =>
    session(addDays(acceptedOn, 2 + index * 4)),
  );
  const endedOn = addDays(acceptedOn, int(11, 15));
  const ending = end === 'arbitration' ? arbitrated(endedOn, random) : settled(endedOn, { random, end });
  return [...opening, ...sessions, ...ending];
}

const askedRespondent = (on: LegalDay): SeededStep => ({
  by: 'clerk',
  name: 'ask-respondent',
  on,
  input: () => ({ askedOn: on, by: 'telephone' }),
});

const accepted = (on: LegalDay): SeededStep => ({
  by: 'head',
  name: 'accept',
  on,
  input: () => ({ acceptedOn: on, applicantConsentOn: on, respondentConsentOn: on }),
});

const refused = (on: LegalDay): SeededStep => ({
  by: 'head',
  name: 'refuse',
  on,
  input: () => ({ decidedOn: on, reason: 'other-side-refuses', directedTo: COMMISSION }),
});

const started = (on: LegalDay, mediatorId: string): SeededStep => ({
  by: 'head',
  name: 'start-mediation',
  on,
  input: () => ({ startedOn: on, mediatorId, recusalCheckedOn: on, rightsNoticeOn: on }),
});

const session = (on: LegalDay): SeededStep => ({
  by: 'mediator',
  name: 'record-session',
  on,
  input: () => ({ heldOn: on, by: 'in-person', record: '双方到场，核对了考勤和工资条，约定再次调解。' }),
});

const withdrawn = (on: LegalDay): SeededStep => ({
  by: 'clerk',
  name: 'withdraw',
  on,
  input: () => ({ withdrawnOn: on, reason: '双方自行和解' }),
});

const archived = (on: LegalDay): SeededStep => ({
  by: 'head',
  name: 'archive',
  on,
  input: () => ({ archivedOn: on }),
});

function arbitrated(failedOn: LegalDay, { int, chance }: SeededRandom): SeededStep[] {
  const handedOn = addDays(failedOn, int(2, 10));
  const acceptedOn = addDays(handedOn, 5);
  const endedOn = addDays(acceptedOn, int(20, 45));
  const notice = (name: ActionName, on: LegalDay): SeededStep => ({
    by: 'mediator',
    name,
    on,
    input: () => ({ on }),
  });
  return [
    {
      by: 'mediator',
      name: 'fail',
      on: failedOn,
      input: () => ({ failedOn, reason: 'no-agreement', adviceGivenOn: failedOn }),
    },
    {
      by: 'mediator',
      name: 'hand-to-arbitration',
      on: handedOn,
      input: () => ({
        handedOn,
        commission: COMMISSION,
        consentOn: handedOn,
        documents: ['仲裁申请书', '调解终止书'],
      }),
    },
    notice('record-arbitration-acceptance', acceptedOn),
    chance(0.5)
      ? notice('record-arbitration-settlement', endedOn)
      : { ...notice('record-award', endedOn), input: () => ({ on: endedOn, receivedOn: endedOn }) },
    archived(addDays(endedOn, 2 * MONTH_DAYS)),
  ];
}

/** An agreement with instalments, a month apart; whether it is confirmed and kept is what the end says. */
function settled(
  agreedOn: LegalDay,
  { random, end }: { random: SeededRandom; end: SeededEnd },
): SeededStep[] {
  const { int } = random;
  const count = end === 'performed' ? int(1, 3) : int(2, 12);
  const dueOn = Array.from({ length: count }, (_, index) => addDays(agreedOn, MONTH_DAYS * (index + 1)));
  const agreed: SeededStep = {
    by: 'mediator',
    name: 'agree',
    on: agreedOn,
    input: (subject) => ({
      terms: '用人单位按期支付，双方不再有其他争议。',
      workerSignedOn: agreedOn,
      respondentSignedOn: agreedOn,
      mediatorSignedOn: agreedOn,
      sealedOn: agreedOn,
      instalments: dueOn.map((day) => ({ dueOn: day, amountFen: shareOf(subject, count) })),
    }),
  };
  const payments = dueOn.map((day, index) => paid(addDays(day, int(-2, 0)), index));
  const breach = end === 'breached' ? [breached(addDays(dueOn.at(-2) ?? agreedOn, 10), count - 2)] : [];
  const kept = end === 'breached' ? payments.slice(0, -2) : payments;
  const confirmation = end === 'confirmed' ? confirmed(addDays(agreedOn, int(3, 10))) : [];
  const closing = end === 'breached' ? [] : [archived(addDays(dueOn.at(-1) ?? agreedOn, MONTH_DAYS))];
  return [agreed, ...[...confirmation, ...kept].sort(byDay), ...breach, ...closing];
}

const byDay = (left: SeededStep, right: SeededStep) =>
  Number(left.on > right.on) - Number(left.on < right.on);

/** What is claimed, in as many parts; a small sum where nobody says how much that is. */
function shareOf({ workers, jointClaims = [] }: MediationCase, parts: number): number {
  const claims = [...workers.flatMap((worker) => worker.claims), ...jointClaims];
  const sum = claims.reduce((total, { claimedFen }) => total + (claimedFen ?? 0), 0);
  return Math.max(Math.round(sum / parts), LEAST_FEN);
}

function paid(on: LegalDay, index: number): SeededStep {
  return {
    by: 'mediator',
    name: 'record-payment',
    on,
    input: ({ agreements }) => ({
      instalmentId: instalmentIdOf(agreements, index),
      paidOn: on,
      workerConfirmedOn: on,
    }),
  };
}

function breached(on: LegalDay, index: number): SeededStep {
  return {
    by: 'mediator',
    name: 'record-breach',
    on,
    input: ({ agreements }) => ({
      instalmentId: instalmentIdOf(agreements, index),
      notedOn: on,
      nextStep: 'enforcement',
    }),
  };
}

function instalmentIdOf(agreements: readonly Agreement[], index: number): string | null {
  return agreements.at(-1)?.instalments[index]?.id ?? null;
}

/** 司法确认: both apply together within thirty days (PML 33). */
function confirmed(appliedOn: LegalDay): SeededStep[] {
  const decidedOn = addDays(appliedOn, 15);
  return [
    {
      by: 'clerk',
      name: 'apply-for-confirmation',
      on: appliedOn,
      input: () => ({ by: 'court', appliedOn }),
    },
    {
      by: 'clerk',
      name: 'record-confirmation',
      on: decidedOn,
      input: () => ({ by: 'court', result: 'confirmed', decidedOn }),
    },
  ];
}
