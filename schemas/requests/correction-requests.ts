import { z } from 'zod';
import type { ActionInputs } from '../../server/domain/case-actions.ts';
import { CAUSE_CODES } from '../../server/domain/causes.ts';
import { RESPONDENT_KINDS } from '../../server/domain/respondent.ts';
import { PRECISIONS, WORKER_CATEGORIES } from '../../server/domain/worker.ts';
import { claimRequest, contactRequest, helperRequest, MAX_CLAIMS, MAX_ROWS } from './case-requests.ts';
import {
  creditCode,
  fen,
  happenedOn,
  idNumber,
  longText,
  partialDay,
  phone,
  place,
  shortText,
  uuid,
} from './fields.ts';
import { says } from './says.ts';

const note = longText.nullable().default(null);
/** What was wrong and what is right. */
const reason = longText;

/** Only what is to be otherwise; a field that is left out stays. */
function changesOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape).refine((changes) => Object.keys(changes).length > 0, {
    ...says({ en: 'say at least one field that is to be otherwise', zh: '请至少填写一个要更正的字段' }),
  });
}

/** What mends or completes the people and the claims of a case. */
export const correctionRequests = {
  'correct-worker': z.strictObject({
    workerId: uuid,
    changes: changesOf({
      name: shortText.optional(),
      phone: phone.nullable().optional(),
      idNumber: idNumber.nullable().optional(),
      contact: contactRequest.optional(),
      origin: place.nullable().optional(),
      categories: z.array(z.enum(WORKER_CATEGORIES)).max(WORKER_CATEGORIES.length).optional(),
      employedFrom: happenedOn.optional(),
      employedUntil: happenedOn.optional(),
    }),
    consentToProcessOn: partialDay.nullable().default(null),
    note: reason,
  }),
  'correct-respondent': z.strictObject({
    respondentId: uuid,
    changes: changesOf({
      kind: z.enum(RESPONDENT_KINDS).optional(),
      name: shortText.nullable().optional(),
      description: shortText.nullable().optional(),
      creditCode: creditCode.nullable().optional(),
      registeredAt: place.nullable().optional(),
    }),
    note: reason,
  }),
  'add-claims': z.strictObject({
    workerId: uuid.nullable().default(null),
    addedOn: happenedOn,
    claims: z.array(claimRequest).min(1).max(MAX_CLAIMS),
    note,
  }),
  'correct-claim': z.strictObject({
    claimId: uuid,
    changes: changesOf({
      cause: z.enum(CAUSE_CODES).optional(),
      stated: shortText.nullable().optional(),
      claimedFen: fen.nullable().optional(),
      claimedPrecision: z.enum(PRECISIONS).optional(),
      duty: shortText.nullable().optional(),
    }),
    note: reason,
  }),
  'end-representation': z.strictObject({
    workerIds: z.array(uuid).min(1).max(MAX_ROWS),
    endedOn: happenedOn,
    note,
  }),
  'add-helper': z.strictObject({ workerId: uuid, helper: helperRequest.omit({ revokedOn: true }), note }),
  'revoke-helper': z.strictObject({ helperId: uuid, revokedOn: happenedOn, note }),
} as const satisfies { [Name in keyof ActionInputs]?: z.ZodType<ActionInputs[Name]> };
