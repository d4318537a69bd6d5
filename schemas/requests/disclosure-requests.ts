import { z } from 'zod';
import { DISCLOSED_FIELDS } from '../../server/domain/fact.ts';
import { shortText, uuid } from './fields.ts';
import { says } from './says.ts';

/** Which numbers of which worker, or of somebody who helps them, are needed whole, and what for. */
export const disclosureRequest = z
  .strictObject({
    workerId: uuid,
    helperId: uuid.nullable().default(null),
    fields: z.array(z.enum(DISCLOSED_FIELDS)).min(1).max(DISCLOSED_FIELDS.length),
    reason: shortText,
  })
  .refine(({ helperId, fields }) => helperId === null || fields.every((field) => field === 'phone'), {
    ...says({ en: 'of a helper only the phone is recorded', zh: '代办人只登记电话' }),
    path: ['fields'],
  });
export type DisclosureRequest = z.infer<typeof disclosureRequest>;
