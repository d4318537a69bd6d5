import { withoutMissesPaidInTime } from './actions/clock-events.ts';
import type { Agreement } from './agreement.ts';
import type { MediationCase } from './case.ts';
import type { DayCorrection } from './corrected-clock.ts';
import type { FactKind } from './fact.ts';
import { rightDay } from './line-days.ts';
import type { PartialDay } from './partial-day.ts';
import type { WorkerOutcome } from './worker.ts';

type Corrected = Partial<
  Pick<
    MediationCase,
    'receivedOn' | 'workers' | 'respondents' | 'agreements' | 'payments' | 'handoff' | 'referrals' | 'clock'
  >
>;

/** A correction with the day that the record held until now. */
interface Moving extends DayCorrection {
  before: PartialDay | null;
}

/** What of the record holds a day of a line of this kind, as it is once the day is corrected. */
const HELD: { readonly [Kind in FactKind]?: (subject: MediationCase, moving: Moving) => Corrected } = {
  registered: (_subject, { day, on }) => (day === null ? { receivedOn: on } : {}),
  'application-received': (_subject, { on }) => ({ receivedOn: on }),
  agreed: (subject, moving) => ({
    ...withAgreements(subject, (agreement) => withDayInForce(agreement, moving)),
    ...(moving.day === null ? withOutcomes(subject, moving, 'settled') : {}),
  }),
  'confirmation-applied': (subject, moving) =>
    moving.day === null ? withConfirmations(subject, moving, 'appliedOn') : {},
  confirmed: (subject, moving) => withConfirmations(subject, moving, 'decidedOn'),
  'confirmation-refused': (subject, moving) => withConfirmations(subject, moving, 'decidedOn'),
  'instalment-paid': withPayment,
  'payment-received': withPayment,
  'duty-done': (subject, { line, on }) =>
    withAgreements(subject, (agreement) => ({
      ...agreement,
      duties: (agreement.duties ?? []).map((row) => (row.id === line.about ? { ...row, doneOn: on } : row)),
    })),
  performed: (subject, moving) => (moving.day === null ? withOutcomes(subject, moving, 'settled') : {}),
  'arbitration-settled': (subject, moving) => withOutcomes(subject, moving, 'settled'),
  failed: (subject, moving) => (moving.day === null ? withOutcomes(subject, moving, 'failed') : {}),
  withdrawn: (subject, moving) => withOutcomes(subject, moving, 'withdrawn'),
  terminated: (subject, moving) => withOutcomes(subject, moving, 'terminated'),
  'handed-to-arbitration': (subject, moving) => ({
    ...withOutcomes(subject, moving, 'handed-to-arbitration'),
    ...(subject.handoff !== null && subject.handoff.handedOn === moving.before
      ? { handoff: { ...subject.handoff, handedOn: moving.on } }
      : {}),
  }),
  'worker-joined': ({ workers }, { before, on }) => ({
    workers: workers.map((row) => (row.joinedOn === before ? { ...row, joinedOn: on } : row)),
  }),
  'worker-left': ({ workers }, { before, on }) => ({
    workers: workers.map((row) => (row.left?.on === before ? { ...row, left: { ...row.left, on } } : row)),
  }),
  'respondent-joined': ({ respondents }, { line, on }) => ({
    respondents: respondents.map((row) => (row.id === line.about ? { ...row, joinedOn: on } : row)),
  }),
  referred: ({ referrals = [] }, { line, on }) => ({
    referrals: referrals.map((row) => (row.id === line.about ? { ...row, sentOn: on } : row)),
  }),
};

/** The parts of the record that hold a day which is corrected, with the right one; the clock is corrected by itself. */
export function correctedRecord(subject: MediationCase, correction: DayCorrection): Corrected {
  const before = rightDay(subject.timeline, correction);
  return HELD[correction.line.kind]?.(subject, { ...correction, before }) ?? {};
}

function withAgreements({ agreements }: MediationCase, change: (one: Agreement) => Agreement): Corrected {
  return { agreements: agreements.map(change) };
}

function withDayInForce(agreement: Agreement, { line, day, on }: Moving): Agreement {
  if (agreement.id !== line.about) return agreement;
  return { ...agreement, [day ?? 'inForceOn']: on };
}

function withConfirmations(
  subject: MediationCase,
  { line, before, on }: Moving,
  field: 'appliedOn' | 'decidedOn',
): Corrected {
  return withAgreements(subject, (agreement) => {
    const { id, confirmation } = agreement;
    const isMeant = line.about === undefined ? confirmation?.[field] === before : id === line.about;
    return confirmation && isMeant
      ? { ...agreement, confirmation: { ...confirmation, [field]: on } }
      : agreement;
  });
}

/** Where the money came earlier than was told, the instalment was not missed after it. */
function withPayment(subject: MediationCase, { line, before, on }: Moving): Corrected {
  const { payments = [], clock } = subject;
  const instalmentId = line.about ?? null;
  const meant = payments.findLast(
    (row) => row.instalmentId === instalmentId && row.paidOn === before && row.sum?.fen === line.sum?.fen,
  );
  const paid = { payments: payments.map((row) => (row === meant ? { ...row, paidOn: on } : row)) };
  if (line.kind !== 'instalment-paid' || instalmentId === null) return paid;
  return {
    ...paid,
    clock: withoutMissesPaidInTime(clock, { paidOn: on, instalmentIds: [instalmentId] }),
    ...withAgreements(subject, (agreement) => ({
      ...agreement,
      instalments: agreement.instalments.map((row) =>
        row.id === instalmentId ? { ...row, paidOn: on } : row,
      ),
    })),
  };
}

function withOutcomes(
  { workers }: MediationCase,
  { before, on }: Moving,
  kind: WorkerOutcome['kind'],
): Corrected {
  return {
    workers: workers.map((worker) =>
      worker.outcome?.kind === kind && worker.outcome.on === before
        ? { ...worker, outcome: { kind, on } }
        : worker,
    ),
  };
}
