import { z } from 'zod';
import { INTAKE_CHANNELS } from '../../server/domain/case.ts';
import { CAUSE_CODES } from '../../server/domain/causes.ts';
import { isLegalDay } from '../../server/domain/legal-day.ts';
import { BODY_KINDS } from '../../server/domain/participant.ts';
import { RESPONDENT_KINDS } from '../../server/domain/respondent.ts';
import { HELPER_KINDS, PRECISIONS, WORKER_CATEGORIES } from '../../server/domain/worker.ts';
import { historyFactRequest } from './fact-request.ts';
import {
  creditCode,
  fen,
  happenedOn,
  headcountNumber,
  idNumber,
  legalDay,
  longText,
  partialDay,
  phone,
  place,
  shortText,
} from './fields.ts';
import { hoursOfDay } from './reminder-requests.ts';
import { says } from './says.ts';

export const MAX_ROWS = 1000;
export const MAX_CLAIMS = 20;
const MAX_NAMED = 100;

export const claimRequest = z
  .strictObject({
    cause: z.enum(CAUSE_CODES),
    stated: shortText.nullable().default(null),
    claimedFen: fen.nullable().default(null),
    claimedPrecision: z.enum(PRECISIONS).default('exact'),
    duty: shortText.nullable().default(null),
  })
  .refine(({ claimedFen, duty }) => claimedFen === null || duty === null, {
    ...says({
      en: 'must be left out where there is a sum: a claim is one or the other',
      zh: '金额与义务只能填写一项',
    }),
    path: ['duty'],
  });

export const helperRequest = z.strictObject({
  kind: z.enum(HELPER_KINDS),
  name: shortText,
  phone: phone.nullable().default(null),
  maySeeCase: z.boolean().default(false),
  maySettle: z.boolean().default(false),
  grantedOn: happenedOn,
  revokedOn: happenedOn.default(null),
});

export const contactRequest = z.strictObject({
  by: z.enum(['text-message', 'call']),
  safeHours: hoursOfDay.nullable().default(null),
  language: z.enum(['zh', 'en']).nullable().default(null),
});

export const workerRequest = z.strictObject({
  /** Null for one of a group whose list has yet to come. */
  name: shortText.nullable(),
  phone: phone.nullable().default(null),
  idNumber: idNumber.nullable().default(null),
  contact: contactRequest.default({ by: 'call', safeHours: null, language: null }),
  origin: place.nullable(),
  categories: z.array(z.enum(WORKER_CATEGORIES)).max(WORKER_CATEGORIES.length).default([]),
  claims: z.array(claimRequest).max(MAX_CLAIMS).default([]),
  employedFrom: happenedOn.default(null),
  employedUntil: happenedOn.default(null),
  helpers: z.array(helperRequest).max(10).default([]),
  representativeSince: happenedOn.default(null),
});

export const respondentRequest = z
  .strictObject({
    kind: z.enum(RESPONDENT_KINDS),
    name: shortText.nullable().default(null),
    description: shortText.nullable().default(null),
    creditCode: creditCode.nullable().default(null),
    registeredAt: place.nullable().default(null),
  })
  .refine(({ name, description }) => name !== null || description !== null, {
    ...says({
      en: 'say the name, or who it is in description',
      zh: '请填写名称，或在 description 中说明对方是谁',
    }),
    path: ['name'],
  });

export const headcountRequest = z.strictObject({
  workers: headcountNumber.nullable(),
  precision: z.enum(PRECISIONS).default('exact'),
  migrant: headcountNumber.nullable().default(null),
  platform: headcountNumber.nullable().default(null),
  female: headcountNumber.nullable().default(null),
  on: happenedOn.default(null),
});

export const participantRequest = z.strictObject({ kind: z.enum(BODY_KINDS), name: shortText });

const originRequest = z.strictObject({
  reference: shortText.nullable().default(null),
  title: shortText.nullable().default(null),
  publisher: shortText.nullable().default(null),
  publishedOn: happenedOn.default(null),
  complete: z.boolean().nullable().default(null),
});

/**
 * 登记: who, what about, why, when (an oral application is written down, LDMAA 12), and the consent to process. A
 * case that an early warning or another body brings may begin without an applicant, a list or a day.
 */
const registration = z.strictObject({
  channel: z.enum(INTAKE_CHANNELS),
  channelDetail: shortText.nullable().default(null),
  receivedOn: happenedOn,
  workers: z.array(workerRequest).max(MAX_ROWS),
  jointClaims: z.array(claimRequest).max(MAX_CLAIMS).default([]),
  headcount: headcountRequest.nullable().default(null),
  respondents: z.array(respondentRequest).max(50),
  workplace: place.nullable(),
  toldCrossRegion: z.boolean().nullable().default(null),
  industry: z
    .strictObject({
      section: z
        .string()
        .regex(
          /^[A-T]$/,
          says({ en: 'must be a section of GB/T 4754, A to T', zh: '须为 GB/T 4754 的门类代码（A 至 T）' }),
        ),
      description: shortText,
    })
    .nullable()
    .default(null),
  participants: z.array(participantRequest).max(MAX_NAMED).default([]),
  lawPoints: z
    .array(
      z.strictObject({
        law: shortText,
        article: shortText.nullable().default(null),
        note: shortText.nullable().default(null),
      }),
    )
    .max(MAX_NAMED)
    .default([]),
  labels: z.array(shortText).max(MAX_NAMED).default([]),
  origin: originRequest.nullable().default(null),
  /** What happened before it came here. */
  history: z.array(historyFactRequest).max(MAX_NAMED).default([]),
  summary: longText,
  /** A remark on how the case came. */
  note: longText.nullable().default(null),
  /** The day from which A1 runs: when the worker knew or should have known (LDMAA 27). */
  rightKnownOn: partialDay.nullable().default(null),
  /** Wage arrears have no limit while the employment lasts, and a year from its end (LDMAA 27). */
  employmentGoesOn: z.boolean().default(false),
  employmentEndedOn: partialDay.nullable().default(null),
  /** Needed as soon as somebody's name is written down. */
  consentToProcessOn: legalDay.nullable(),
});

const WITHOUT_APPLICANT = ['early-warning'];

export const registerCaseRequest = registration
  .refine(
    ({ workers, channel, headcount }) =>
      workers.length > 0 || headcount !== null || WITHOUT_APPLICANT.includes(channel),
    {
      ...says({
        en: 'say who applies, or in headcount how many are concerned',
        zh: '请填写申请人，或在 headcount 中填写涉及人数',
      }),
      path: ['workers'],
    },
  )
  .refine(
    ({ receivedOn, channel, origin }) =>
      receivedOn !== null || origin !== null || WITHOUT_APPLICANT.includes(channel),
    {
      ...says({
        en: 'say the day of the application; only a case taken over from elsewhere (origin) may leave it open',
        zh: '请填写申请日期；只有从其他地方接续的案件（origin）可以留空',
      }),
      path: ['receivedOn'],
    },
  )
  .refine(({ receivedOn, origin }) => receivedOn === null || isLegalDay(receivedOn) || origin !== null, {
    ...says({
      en: 'must be the whole day: the limits are counted from it; only a case taken over from elsewhere (origin) may know less',
      zh: '须为完整日期，期限自该日起算；只有从其他地方接续的案件（origin）可以只知年月',
    }),
    path: ['receivedOn'],
  })
  .refine(
    ({ workers, consentToProcessOn }) =>
      consentToProcessOn !== null || workers.every(({ name }) => name === null),
    {
      ...says({
        en: 'a name may be written down only with consent to process it (PIPL 13): say the day',
        zh: '登记姓名须经本人同意（个人信息保护法第十三条），请填写同意之日',
      }),
      path: ['consentToProcessOn'],
    },
  );
export type RegisterCaseRequest = z.infer<typeof registerCaseRequest>;
