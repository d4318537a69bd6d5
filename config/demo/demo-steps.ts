import type { LegalDay } from '../../server/domain/legal-day.ts';

/** A step of a demo case: who acts, on what action, with what. */
export interface DemoStep {
  by: 'clerk' | 'mediator' | 'head';
  action: string;
  /** Gets the ids that only the running instance knows. */
  input: (known: { mediatorId: string; instalmentIds: string[] }) => Record<string, unknown>;
}

/** Fen in a yuan. */
export const FEN_PER_YUAN = 100;

/** The day so many days ago; negative ones lie ahead. */
export type Day = (ago: number) => LegalDay;

export const accepted = (day: Day, ago: number): DemoStep => ({
  by: 'head',
  action: 'accept',
  input: () => ({ acceptedOn: day(ago), applicantConsentOn: day(ago), respondentConsentOn: day(ago) }),
});

export const started = (day: Day, ago: number): DemoStep => ({
  by: 'head',
  action: 'start-mediation',
  input: ({ mediatorId }) => ({
    startedOn: day(ago),
    mediatorId,
    recusalCheckedOn: day(ago),
    rightsNoticeOn: day(ago),
  }),
});

export const session = (day: Day, ago: number): DemoStep => ({
  by: 'mediator',
  action: 'record-session',
  input: () => ({ heldOn: day(ago), record: '双方到场，核对了考勤和工资条，约定再次调解。' }),
});

export const failed = (day: Day, ago: number): DemoStep => ({
  by: 'mediator',
  action: 'fail',
  input: () => ({ failedOn: day(ago), reason: 'no-agreement', adviceGivenOn: day(ago) }),
});

export const agreed = (day: Day, ago: number, instalments: { inDays: number; yuan: number }[]): DemoStep => ({
  by: 'mediator',
  action: 'agree',
  input: () => ({
    terms: '用人单位分期支付，双方不再有其他争议。',
    workerSignedOn: day(ago),
    respondentSignedOn: day(ago),
    mediatorSignedOn: day(ago),
    sealedOn: day(ago),
    instalments: instalments.map(({ inDays, yuan }) => ({
      dueOn: day(ago - inDays),
      amountFen: yuan * FEN_PER_YUAN,
    })),
  }),
});

export const paid = (day: Day, ago: number, index: number): DemoStep => ({
  by: 'mediator',
  action: 'record-payment',
  input: ({ instalmentIds }) => ({
    instalmentId: instalmentIds[index],
    paidOn: day(ago),
    workerConfirmedOn: day(ago),
  }),
});
