import { z } from 'zod';
import { LEGAL_FOOTINGS } from '../../server/domain/legal-footing.ts';
import { STAFF_ROLES } from '../../server/domain/staff.ts';
import { OFFICE_HOURS } from '../../server/domain/working-hours.ts';
import { phone, regionCode, shortText, uuid } from './fields.ts';
import { warningRulesRequest } from './warning-requests.ts';

const username = z
  .string()
  .regex(/^[a-z][a-z0-9._-]{2,39}$/, { error: 'must be 3 to 40 lower-case letters, digits, dots or dashes' });
/** NIST SP 800-63B: length counts, rules of composition do not. */
const password = z.string().min(12).max(200);

export const loginRequest = z.strictObject({ username: z.string().max(200), password: z.string().max(200) });

export const setupRequest = z.strictObject({
  token: z.string().max(200),
  username,
  password,
  displayName: shortText,
});

export const organisationRequest = z.strictObject({
  name: shortText,
  parentId: uuid.nullable().default(null),
  regionCode: regionCode.nullable(),
  legalFooting: z.enum(LEGAL_FOOTINGS),
  caseNumberPattern: shortText.refine((text) => text.includes('{year}') && text.includes('{sequence}'), {
    error: 'must hold {year} and {sequence}',
  }),
  phone,
  noticeHours: z
    .strictObject({
      fromHour: z.int().min(0).max(23),
      untilHour: z.int().min(1).max(24),
      everyDay: z.boolean(),
    })
    .refine(({ fromHour, untilHour }) => fromHour < untilHour, {
      error: 'must begin before it ends',
      path: ['untilHour'],
    })
    .default(OFFICE_HOURS),
  warningRules: z
    .array(warningRulesRequest)
    .max(50)
    .refine((rules) => new Set(rules.map(({ fromOn }) => fromOn)).size === rules.length, {
      error: 'must each hold from another day',
    })
    .default([]),
});
export type OrganisationRequest = z.infer<typeof organisationRequest>;
/** As it is sent: what has a usual value may be left out. */
export type OrganisationInput = z.input<typeof organisationRequest>;

export const accountRequest = z.strictObject({
  username,
  password,
  displayName: shortText,
  email: z.email().nullable().default(null),
  organisationId: uuid,
  roles: z.array(z.enum(STAFF_ROLES)).min(1),
});
export type AccountRequest = z.infer<typeof accountRequest>;

/** What everybody decides of their own account. */
export const ownAccountRequest = z.strictObject({ dailyDigest: z.boolean() });
