import { z } from 'zod';
import { DISCLOSED_FIELDS } from '../../server/domain/fact.ts';
import { shortText, uuid } from './fields.ts';

/** Which numbers of which worker somebody needs to see whole, and what for. */
export const disclosureRequest = z.strictObject({
  workerId: uuid,
  fields: z.array(z.enum(DISCLOSED_FIELDS)).min(1).max(DISCLOSED_FIELDS.length),
  reason: shortText,
});
export type DisclosureRequest = z.infer<typeof disclosureRequest>;
