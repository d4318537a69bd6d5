import type { MediationCase } from '../server/domain/case.ts';

/** personal: of a person, or text that may speak of one; sealed at rest, gone when the case is erased. */
export type Sensitivity = 'personal' | 'plain';

/**
 * The shape of a declaration for a record: one word for each of its texts, however deep; lists are declared by their
 * rows. Texts of a fixed set of values, numbers and instants need none.
 */
export type FieldsOf<Value> = Value extends Date | number | boolean | null | undefined
  ? never
  : Value extends string
    ? string extends Value
      ? Sensitivity
      : never
    : Value extends readonly (infer Row)[]
      ? FieldsOf<Row>
      : WithText<{
          [Key in keyof Value as [FieldsOf<Value[Key]>] extends [never] ? never : Key]-?: FieldsOf<
            Value[Key]
          >;
        }>;

type WithText<Fields> = keyof Fields extends never ? never : Fields;

/** A declaration as code walks it. */
export interface FieldTree {
  readonly [field: string]: Sensitivity | FieldTree;
}

const place = {
  regionCode: 'plain',
  name: 'plain',
  province: 'plain',
  city: 'plain',
  county: 'plain',
} as const;
const claim = { id: 'plain', stated: 'personal', duty: 'personal' } as const;

const HANDOFF = {
  commission: 'plain',
  handedOn: 'plain',
  consentOn: 'plain',
  documents: 'personal',
  workerIds: 'plain',
  reference: 'plain',
} as const;

/**
 * Which texts of a case are personal (PIPL 4, 28): what tells who somebody is, and what anybody wrote down in words of
 * their own. Offices, courts and commissions, days, codes and ids are plain. Sealing, search and erasure go by it; a
 * text that is not declared does not build.
 */
export const CASE_FIELDS = {
  id: 'plain',
  number: 'plain',
  organisationId: 'plain',
  organisationPath: 'plain',
  channelDetail: 'plain',
  receivedOn: 'plain',
  workers: {
    id: 'plain',
    name: 'personal',
    phone: 'personal',
    idNumber: 'personal',
    consents: { givenOn: 'plain', withdrawnOn: 'plain' },
    origin: place,
    claims: claim,
    employedFrom: 'plain',
    employedUntil: 'plain',
    helpers: { id: 'plain', name: 'personal', phone: 'personal', grantedOn: 'plain', revokedOn: 'plain' },
    representativeSince: 'plain',
    joinedOn: 'plain',
    left: { on: 'plain', reason: 'personal' },
    outcome: { on: 'plain' },
  },
  jointClaims: claim,
  headcounts: { on: 'plain' },
  // A respondent may be a person (个人), a partner, an heir. A credit code is public, and warnings look it up.
  respondents: {
    id: 'plain',
    name: 'personal',
    description: 'personal',
    creditCode: 'plain',
    registeredAt: place,
    joinedOn: 'plain',
    changes: { on: 'plain', reason: 'personal', successorId: 'plain' },
  },
  workplace: place,
  industry: { section: 'plain', description: 'plain' },
  participants: { id: 'plain', name: 'plain' },
  lawPoints: { law: 'plain', article: 'plain', note: 'personal' },
  labels: 'plain',
  origin: { reference: 'plain', title: 'personal', publisher: 'plain', publishedOn: 'plain' },
  summary: 'personal',
  mediatorId: 'plain',
  agreements: {
    id: 'plain',
    terms: 'personal',
    workerIds: 'plain',
    debtorIds: 'plain',
    workerSignedOn: 'plain',
    respondentSignedOn: 'plain',
    mediatorSignedOn: 'plain',
    sealedOn: 'plain',
    inForceOn: 'plain',
    instalments: { id: 'plain', dueOn: 'plain', workerId: 'plain', paidOn: 'plain' },
    duties: { id: 'plain', duty: 'personal', checkOn: 'plain', doneOn: 'plain' },
    confirmation: { appliedOn: 'plain', decidedOn: 'plain', reference: 'plain' },
  },
  payments: {
    id: 'plain',
    paidOn: 'plain',
    instalmentId: 'plain',
    workerIds: 'plain',
    workerConfirmedOn: 'plain',
  },
  handoff: HANDOFF,
  earlierHandoffs: HANDOFF,
  transfers: {
    id: 'plain',
    to: 'plain',
    reason: 'personal',
    consentOn: 'plain',
    offeredOn: 'plain',
    answeredOn: 'plain',
    answerReason: 'personal',
  },
  referrals: {
    id: 'plain',
    to: 'plain',
    why: 'personal',
    workerId: 'plain',
    consentOn: 'plain',
    sentOn: 'plain',
    answerDueOn: 'plain',
    answeredOn: 'plain',
    answer: 'personal',
  },
  links: { id: 'plain', reference: 'plain', note: 'personal' },
  closing: { summary: 'personal' },
  risks: { id: 'plain', knownOn: 'plain', note: 'personal' },
  employerPatterns: {
    creditCode: 'plain',
    sinceOn: 'plain',
    cases: { organisationId: 'plain', number: 'plain' },
  },
  acknowledgements: { by: 'plain' },
  bars: { id: 'plain', accountId: 'plain', reason: 'personal', by: 'plain' },
  legalHold: { reason: 'personal', by: 'plain' },
  // It must be readable after the erasure, and is refused where it names somebody (check-erasure.ts).
  erasure: {
    by: 'plain',
    reason: 'plain',
    setting: { organisationId: 'plain', fromOn: 'plain' },
  },
  clock: {
    on: 'plain',
    claimId: 'plain',
    agreementId: 'plain',
    instalmentId: 'plain',
    hearingId: 'plain',
    transferId: 'plain',
    untilOn: 'plain',
    rule: 'plain',
    dueOn: 'plain',
    hearingOn: 'plain',
    performUntilOn: 'plain',
    factId: 'plain',
  },
  timeline: {
    id: 'plain',
    happenedOn: 'plain',
    days: {
      rightKnownOn: 'plain',
      employmentEndedOn: 'plain',
      applicantConsentOn: 'plain',
      respondentConsentOn: 'plain',
      recusalCheckedOn: 'plain',
      rightsNoticeOn: 'plain',
      workerSignedOn: 'plain',
      respondentSignedOn: 'plain',
      mediatorSignedOn: 'plain',
      sealedOn: 'plain',
      acceptedOn: 'plain',
      calledBackOn: 'plain',
      adviceGivenOn: 'plain',
      receivedOn: 'plain',
    },
    recordedBy: 'plain',
    note: 'personal',
    reason: 'plain',
    body: 'plain',
    details: { hearingOn: 'plain', dueOn: 'plain', performUntilOn: 'plain', claimId: 'plain' },
    about: 'plain',
    was: {
      name: 'personal',
      phone: 'personal',
      idNumber: 'personal',
      origin: place,
      employedFrom: 'plain',
      employedUntil: 'plain',
      representativeSince: 'plain',
      description: 'personal',
      creditCode: 'plain',
      registeredAt: place,
      stated: 'personal',
      duty: 'personal',
    },
  },
  dayMoves: {
    importId: 'plain',
    subject: 'plain',
    from: 'plain',
    to: 'plain',
    tell: 'plain',
    tellWorkers: 'plain',
  },
} as const satisfies FieldsOf<MediationCase>;
