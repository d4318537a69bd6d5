import { z } from 'zod';
import { WAYS_OF_ASKING } from '../../server/domain/actions/ask-respondent.ts';
import { FAILURE_REASONS } from '../../server/domain/actions/fail.ts';
import { NEXT_STEPS } from '../../server/domain/actions/record-breach.ts';
import { WAYS_OF_MEETING } from '../../server/domain/actions/record-session.ts';
import { REFUSAL_REASONS } from '../../server/domain/actions/refuse.ts';
import { TERMINATION_REASONS } from '../../server/domain/actions/terminate.ts';
import { INSTRUMENTS, PAYER_KINDS, WAYS_OF_SIGNING } from '../../server/domain/agreement.ts';
import type { ActionInputs } from '../../server/domain/case-actions.ts';
import { CONSENT_PURPOSES, WAYS_OF_CONSENTING } from '../../server/domain/consent.ts';
import { FACT_DAYS } from '../../server/domain/fact.ts';
import { PAYMENT_GROUNDS } from '../../server/domain/payment.ts';
import { LINK_KINDS, REFERRAL_PURPOSES } from '../../server/domain/referral.ts';
import { RESPONDENT_CHANGES } from '../../server/domain/respondent.ts';
import { RISK_KINDS } from '../../server/domain/risk.ts';
import { WARNING_GRADES } from '../../server/domain/warning-grade.ts';
import { PRECISIONS } from '../../server/domain/worker.ts';
import {
  headcountRequest,
  MAX_ROWS,
  participantRequest,
  respondentRequest,
  workerRequest,
} from './case-requests.ts';
import { correctionRequests } from './correction-requests.ts';
import { outsideFactRequest } from './fact-request.ts';
import {
  fen,
  fenOrNothing,
  happenedOn,
  headcountNumber,
  legalDay,
  longText,
  partialDay,
  shortText,
  sum,
  toldSum,
  uuid,
} from './fields.ts';
import { says } from './says.ts';

const note = longText.nullable().default(null);
const reference = shortText.nullable().default(null);
const workerIds = z.array(uuid).min(1).max(MAX_ROWS);
/** Null: all for whom it can be said. */
const someWorkers = workerIds.nullable().default(null);
/** Null or left out: on the consent that was recorded before. */
const consentOn = happenedOn.default(null);
const arbitrationNotice = z.strictObject({ on: happenedOn, reference, note });
const transferAnswer = z.strictObject({ answeredOn: partialDay, reason: shortText.nullable().default(null) });

/** The body of each action's request. A day that nobody knows is null; it must be said, and nothing is counted from it. */
export const actionRequests: { [Name in keyof ActionInputs]: z.ZodType<ActionInputs[Name]> } = {
  'ask-respondent': z.strictObject({ askedOn: happenedOn, by: z.enum(WAYS_OF_ASKING), note }),
  accept: z.strictObject({
    acceptedOn: happenedOn,
    applicantConsentOn: happenedOn,
    respondentConsentOn: happenedOn,
    note,
  }),
  refuse: z.strictObject({
    decidedOn: happenedOn,
    reason: z.enum(REFUSAL_REASONS),
    directedTo: shortText,
    note,
  }),
  'start-mediation': z.strictObject({
    startedOn: happenedOn,
    mediatorId: uuid,
    recusalCheckedOn: happenedOn,
    rightsNoticeOn: happenedOn,
    note,
  }),
  'assign-mediator': z.strictObject({
    assignedOn: happenedOn,
    mediatorId: uuid,
    reason: shortText.nullable().default(null),
  }),
  'record-session': z.strictObject({
    heldOn: happenedOn,
    by: z.enum(WAYS_OF_MEETING).nullable().default(null),
    record: longText,
  }),
  'extend-mediation': z.strictObject({
    days: z.int().min(1).max(365),
    workerSignedOn: partialDay,
    respondentSignedOn: partialDay,
  }),
  'pause-mediation': z.strictObject({
    pausedOn: partialDay,
    reason: shortText,
    agreedByBoth: z.boolean(),
  }),
  'resume-mediation': z.strictObject({ resumedOn: partialDay }),
  agree: z.strictObject({
    terms: longText.nullable(),
    instrument: z.enum(INSTRUMENTS).default('mediation-agreement'),
    workerIds: someWorkers,
    workersBound: headcountNumber.nullable().default(null),
    debtorIds: z.array(uuid).max(50).default([]),
    payer: z.enum(PAYER_KINDS).default('debtor'),
    sum: sum.nullable().default(null),
    penaltyFen: fen.nullable().default(null),
    signedBy: z.enum(WAYS_OF_SIGNING).nullable().default(null),
    workerSignedOn: happenedOn,
    respondentSignedOn: happenedOn,
    mediatorSignedOn: happenedOn,
    sealedOn: happenedOn,
    instalments: z
      .array(
        z.strictObject({
          dueOn: legalDay,
          amountFen: fen.nullable(),
          workerId: uuid.nullable().default(null),
        }),
      )
      .max(MAX_ROWS * 2),
    duties: z
      .array(z.strictObject({ duty: shortText, checkOn: legalDay.nullable().default(null) }))
      .max(50)
      .default([]),
    note,
  }),
  'apply-for-confirmation': z.strictObject({
    agreementId: uuid.nullable().default(null),
    by: z.enum(['court', 'commission']),
    appliedOn: happenedOn,
    acceptedOn: happenedOn.default(null),
    reference,
  }),
  'record-confirmation': z.strictObject({
    agreementId: uuid.nullable().default(null),
    by: z.enum(['court', 'commission']),
    result: z.enum(['confirmed', 'refused']),
    decidedOn: happenedOn,
    reference,
    note,
  }),
  'record-payment': z.strictObject({
    instalmentId: uuid.nullable().default(null),
    paidOn: happenedOn,
    workerConfirmedOn: happenedOn,
    sum: sum.nullable().default(null),
    payer: z.enum(PAYER_KINDS).default('debtor'),
    ground: z.enum(PAYMENT_GROUNDS).default('agreement'),
    workerIds: someWorkers,
    workersPaid: headcountNumber.nullable().default(null),
    note,
  }),
  'record-duty': z.strictObject({ dutyId: uuid, doneOn: partialDay, note }),
  'record-performance': z.strictObject({
    performedOn: happenedOn,
    calledBackOn: happenedOn,
    sum: sum.nullable().default(null),
    payer: z.enum(PAYER_KINDS).default('debtor'),
    ground: z.enum(PAYMENT_GROUNDS).default('agreement'),
    workersPaid: headcountNumber.nullable().default(null),
    note,
  }),
  'record-breach': z.strictObject({
    instalmentId: uuid.nullable().default(null),
    notedOn: happenedOn,
    nextStep: z.enum(NEXT_STEPS).nullable().default(null),
    note,
  }),
  fail: z.strictObject({
    failedOn: happenedOn,
    reason: z.enum(FAILURE_REASONS),
    adviceGivenOn: happenedOn,
    workerIds: someWorkers,
    note,
  }),
  withdraw: z.strictObject({ withdrawnOn: happenedOn, reason: shortText, workerIds: someWorkers }),
  terminate: z.strictObject({
    terminatedOn: happenedOn,
    reason: z.enum(TERMINATION_REASONS),
    note,
    workerIds: someWorkers,
  }),
  'hand-to-arbitration': z.strictObject({
    handedOn: happenedOn,
    commission: shortText.nullable(),
    consentOn,
    documents: z.array(shortText).max(200),
    workerIds: someWorkers,
    note,
  }),
  'record-arbitration-acceptance': arbitrationNotice,
  'record-arbitration-refusal': arbitrationNotice,
  'record-award': arbitrationNotice.extend({
    receivedOn: happenedOn,
    final: z.boolean().default(false),
    sum: sum.nullable().default(null),
  }),
  'record-arbitration-settlement': arbitrationNotice,
  'record-arbitration-withdrawal': arbitrationNotice,
  'record-arbitration-return': arbitrationNotice,
  'offer-transfer': z.strictObject({
    offeredOn: partialDay,
    to: shortText,
    reason: shortText,
    consentOn,
  }),
  'record-transfer-acceptance': transferAnswer,
  'record-transfer-return': transferAnswer,
  archive: z.strictObject({ archivedOn: partialDay, files: z.array(shortText).max(200).default([]) }),
  reopen: z.strictObject({ reopenedOn: happenedOn, reason: shortText }),
  'record-fact': outsideFactRequest,
  'correct-fact': z.strictObject({
    factId: uuid,
    day: z.enum(FACT_DAYS).nullable().default(null),
    happenedOn,
    note: longText,
  }),
  'add-workers': z.strictObject({
    joinedOn: happenedOn,
    workers: z.array(workerRequest).min(1).max(MAX_ROWS),
  }),
  'remove-workers': z.strictObject({ workerIds, leftOn: happenedOn, reason: shortText }),
  'name-representatives': z.strictObject({
    workerIds: z.array(uuid).max(MAX_ROWS).default([]),
    electedOn: happenedOn,
    elected: headcountNumber.nullable().default(null),
    note,
  }),
  'tell-headcount': headcountRequest,
  'add-respondent': z.strictObject({
    joinedOn: happenedOn,
    respondent: respondentRequest,
    reason: shortText.nullable().default(null),
  }),
  'change-respondent': z.strictObject({
    respondentId: uuid,
    kind: z.enum(RESPONDENT_CHANGES),
    on: happenedOn,
    reason: shortText.nullable().default(null),
    successorId: uuid.nullable().default(null),
  }),
  'assess-claim': z.strictObject({ claimId: uuid, assessedOn: happenedOn, assessedFen: fenOrNothing, note }),
  'tell-sums': z.strictObject({
    toldOn: happenedOn,
    agreed: toldSum.nullable(),
    paid: toldSum.nullable(),
    precision: z.enum(PRECISIONS).nullable().default(null),
  }),
  refer: z.strictObject({
    purpose: z.enum(REFERRAL_PURPOSES),
    to: shortText,
    why: shortText,
    workerId: uuid.nullable().default(null),
    consentOn,
    sentOn: partialDay,
    answerDueOn: legalDay.nullable().default(null),
  }),
  'record-referral-answer': z.strictObject({ referralId: uuid, answeredOn: partialDay, answer: longText }),
  'link-case': z.strictObject({ kind: z.enum(LINK_KINDS), reference: shortText, note }),
  'add-participant': participantRequest.extend({ joinedOn: happenedOn.default(null) }),
  'write-closing': z.strictObject({
    writtenOn: happenedOn,
    summary: longText,
    daysTaken: z.int().min(0).max(36_500).nullable().default(null),
  }),
  'record-risk': z.strictObject({ kind: z.enum(RISK_KINDS), knownOn: partialDay, note }),
  'record-consent': z
    .strictObject({
      workerIds: someWorkers,
      purpose: z.enum(CONSENT_PURPOSES),
      givenOn: partialDay.nullable().default(null),
      withdrawnOn: partialDay.nullable().default(null),
      how: z.enum(WAYS_OF_CONSENTING),
    })
    .refine(({ givenOn, withdrawnOn }) => (givenOn === null) !== (withdrawnOn === null), {
      ...says({
        en: 'say the day on which it was given, or in withdrawnOn the one on which it was withdrawn',
        zh: '请填写同意之日，或在 withdrawnOn 中填写撤回之日，二者择一',
      }),
      path: ['givenOn'],
    }),
  'set-legal-hold': z.strictObject({ reason: shortText }),
  'lift-legal-hold': z.strictObject({ reason: shortText }),
  ...correctionRequests,
  'acknowledge-warning': z.strictObject({ grade: z.enum(WARNING_GRADES) }),
};
