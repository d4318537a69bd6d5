import { z } from 'zod';
import { REFUSAL_REASONS } from '../../server/domain/actions/refuse.ts';
import { CAUSES, INTAKE_CHANNELS, RESPONDENT_KINDS, WORKER_CATEGORIES } from '../../server/domain/case.ts';
import type { ActionInputs } from '../../server/domain/case-actions.ts';
import { RISK_KINDS } from '../../server/domain/risk.ts';
import { WARNING_GRADES } from '../../server/domain/warning-grade.ts';
import { fen, legalDay, longText, phone, place, shortText, uuid } from './fields.ts';
import { hoursOfDay } from './reminder-requests.ts';

const MAX_ROWS = 1000;

const claimRequest = z
  .strictObject({
    cause: z.enum(CAUSES),
    claimedFen: fen.nullable().default(null),
    duty: shortText.nullable().default(null),
  })
  .refine(({ claimedFen, duty }) => claimedFen === null || duty === null, {
    error: 'is either a sum or a duty, not both',
    path: ['duty'],
  });

const workerRequest = z.strictObject({
  name: shortText,
  phone: phone.nullable().default(null),
  contact: z
    .strictObject({
      by: z.enum(['text-message', 'call']),
      safeHours: hoursOfDay.nullable().default(null),
    })
    .default({ by: 'call', safeHours: null }),
  origin: place,
  categories: z.array(z.enum(WORKER_CATEGORIES)).max(WORKER_CATEGORIES.length).default([]),
  claims: z.array(claimRequest).min(1).max(20),
});

const respondentRequest = z.strictObject({
  kind: z.enum(RESPONDENT_KINDS),
  name: shortText,
  creditCode: z
    .string()
    .regex(/^[0-9A-HJ-NP-RT-UW-Y]{18}$/, { error: 'must be an 18-character credit code (GB 32100)' })
    .nullable()
    .default(null),
  registeredAt: place.nullable().default(null),
});

/** 登记: who, what about, why, when (an oral application is written down, LDMAA 12), and the consent to process. */
export const registerCaseRequest = z.strictObject({
  channel: z.enum(INTAKE_CHANNELS),
  receivedOn: legalDay,
  workers: z.array(workerRequest).min(1).max(MAX_ROWS),
  respondents: z.array(respondentRequest).min(1).max(50),
  workplace: place,
  summary: longText,
  /** The day from which A1 runs: when the worker knew or should have known (LDMAA 27). */
  rightKnownOn: legalDay.nullable().default(null),
  /** Wage arrears have no limit while the employment lasts, and a year from its end (LDMAA 27). */
  employmentGoesOn: z.boolean().default(false),
  employmentEndedOn: legalDay.nullable().default(null),
  consentToProcessOn: legalDay,
});
export type RegisterCaseRequest = z.infer<typeof registerCaseRequest>;

/** The body of each action's request. */
export const actionRequests: { [Name in keyof ActionInputs]: z.ZodType<ActionInputs[Name]> } = {
  accept: z.strictObject({
    acceptedOn: legalDay,
    applicantConsentOn: legalDay,
    respondentConsentOn: legalDay,
  }),
  refuse: z.strictObject({ decidedOn: legalDay, reason: z.enum(REFUSAL_REASONS), directedTo: shortText }),
  'start-mediation': z.strictObject({
    startedOn: legalDay,
    mediatorId: uuid,
    recusalCheckedOn: legalDay,
    rightsNoticeOn: legalDay,
  }),
  'record-session': z.strictObject({ heldOn: legalDay, record: longText }),
  'extend-mediation': z.strictObject({
    days: z.int().min(1).max(365),
    workerSignedOn: legalDay,
    respondentSignedOn: legalDay,
  }),
  agree: z.strictObject({
    terms: longText,
    workerSignedOn: legalDay,
    respondentSignedOn: legalDay,
    mediatorSignedOn: legalDay,
    sealedOn: legalDay,
    instalments: z.array(z.strictObject({ dueOn: legalDay, amountFen: fen })).max(120),
  }),
  'record-payment': z.strictObject({ instalmentId: uuid, paidOn: legalDay, workerConfirmedOn: legalDay }),
  'record-breach': z.strictObject({ instalmentId: uuid, notedOn: legalDay }),
  fail: z.strictObject({
    failedOn: legalDay,
    reason: z.enum(['no-agreement', 'party-quit', 'time-ran-out']),
    adviceGivenOn: legalDay,
  }),
  withdraw: z.strictObject({ withdrawnOn: legalDay, reason: shortText }),
  'hand-to-arbitration': z.strictObject({
    handedOn: legalDay,
    commission: shortText,
    consentOn: legalDay,
    documents: z.array(shortText).min(1).max(200),
  }),
  'record-risk': z.strictObject({
    kind: z.enum(RISK_KINDS),
    knownOn: legalDay,
    note: longText.nullable().default(null),
  }),
  'acknowledge-warning': z.strictObject({ grade: z.enum(WARNING_GRADES) }),
};
