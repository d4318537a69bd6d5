import { z } from 'zod';

const id = z.uuid();
const number = z.string().nullable();

/** The numbers that were asked for; null where the case has none. */
export const disclosureAnswer = z.strictObject({
  caseId: id,
  workerId: id,
  helperId: id.optional(),
  phone: number.optional(),
  idNumber: number.optional(),
});
