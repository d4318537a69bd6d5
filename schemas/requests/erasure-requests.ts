import { z } from 'zod';
import { ERASURE_BASES } from '../../server/domain/erasure.ts';
import { legalDay, shortText, uuid } from './fields.ts';

/** Why a case is erased; the reason stays readable, and names nobody. */
export const erasureRequest = z.strictObject({ basis: z.enum(ERASURE_BASES), reason: shortText });
export type ErasureRequest = z.infer<typeof erasureRequest>;

const setting = z.strictObject({ organisationId: uuid, fromOn: legalDay, years: z.int() });

/** A line of the list of erased cases that is kept outside the database. */
export const erasedCaseLine = z.strictObject({
  caseId: uuid,
  number: shortText,
  erasure: erasureRequest.extend({ at: z.coerce.date(), by: uuid, setting: setting.optional() }),
});
export type ErasedCase = z.infer<typeof erasedCaseLine>;
