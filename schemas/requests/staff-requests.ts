import { z } from 'zod';
import { LEGAL_FOOTINGS } from '../../server/domain/legal-footing.ts';
import { STAFF_ROLES } from '../../server/domain/staff.ts';
import { OFFICE_HOURS } from '../../server/domain/working-hours.ts';
import { pageCursor, pageLimit, phone, regionCode, shortText, uuid } from './fields.ts';
import { AFTER_ITS_BEGINNING } from './reminder-requests.ts';
import { says } from './says.ts';
import { warningRulesRequest } from './warning-requests.ts';

const username = z.string().regex(
  /^[a-z][a-z0-9._-]{2,39}$/,
  says({
    en: 'must be 3 to 40 lower-case letters, digits, dots or dashes',
    zh: '须为 3 至 40 个小写字母、数字、点或短横线，以字母开头',
  }),
);
/** NIST SP 800-63B: length counts, rules of composition do not. */
const password = z.string().min(12).max(200);

const givenPassword = z.string().max(200);
/** Six digits of an authenticator, or a recovery code. */
const secondFactorCode = z.string().trim().min(6).max(40);

export const loginRequest = z.strictObject({
  username: z.string().max(200),
  password: givenPassword,
  code: secondFactorCode.nullable().default(null),
});
export type LoginRequest = z.infer<typeof loginRequest>;

/** Who it is stands in a cookie. */
export const oidcLoginRequest = z.strictObject({ code: secondFactorCode.nullable().default(null) });
export type OidcLoginRequest = z.infer<typeof oidcLoginRequest>;

export const passwordChangeRequest = z.strictObject({ oldPassword: givenPassword, newPassword: password });
export type PasswordChangeRequest = z.infer<typeof passwordChangeRequest>;

export const passwordResetRequest = z.strictObject({ password });

/** Nothing is to be said to begin a second factor. */
export const totpEnrolmentRequest = z.strictObject({});

export const totpConfirmationRequest = z.strictObject({ code: secondFactorCode });

export const totpRemovalRequest = z.strictObject({ password: givenPassword, code: secondFactorCode });
export type TotpRemovalRequest = z.infer<typeof totpRemovalRequest>;

export const lockRequest = z.strictObject({ reason: shortText });

export const setupRequest = z.strictObject({
  token: z.string().max(200),
  username,
  password,
  displayName: shortText,
});

const secondFactorRoles = z.array(z.enum(STAFF_ROLES)).max(STAFF_ROLES.length);

const caseNumberPattern = shortText.refine(
  (text) => text.includes('{year}') && text.includes('{sequence}'),
  says({ en: 'must hold {year} and {sequence}', zh: '须包含 {year} 和 {sequence}' }),
);

const noticeHours = z
  .strictObject({
    fromHour: z.int().min(0).max(23),
    untilHour: z.int().min(1).max(24),
    everyDay: z.boolean(),
  })
  .refine(({ fromHour, untilHour }) => fromHour < untilHour, {
    ...AFTER_ITS_BEGINNING,
    path: ['untilHour'],
  });

export const organisationRequest = z.strictObject({
  name: shortText,
  parentId: uuid.nullable().default(null),
  regionCode: regionCode.nullable(),
  legalFooting: z.enum(LEGAL_FOOTINGS),
  caseNumberPattern,
  phone,
  noticeHours: noticeHours.default(OFFICE_HOURS),
  warningRules: z
    .array(warningRulesRequest)
    .max(50)
    .refine(
      (rules) => new Set(rules.map(({ fromOn }) => fromOn)).size === rules.length,
      says({ en: 'must each hold from another day', zh: '各项规则的生效日期不得相同' }),
    )
    .default([]),
  secondFactorRoles: secondFactorRoles.default([]),
});

const SOMETHING = says({ en: 'must name a field to change', zh: '请至少填写一个要修改的字段' });

export const organisationsQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(200),
  cursor: pageCursor.optional(),
});
export type OrganisationsQuery = z.infer<typeof organisationsQuery>;

/** What of an organisation can be changed; not its place in the tree, on which the rights to its cases stand. */
export const organisationEditRequest = z
  .strictObject({
    name: shortText.optional(),
    phone: phone.optional(),
    secondFactorRoles: secondFactorRoles.optional(),
    noticeHours: noticeHours.optional(),
    caseNumberPattern: caseNumberPattern.meta({ description: 'of cases to come' }).optional(),
    regionCode: regionCode
      .nullable()
      .meta({ description: 'whose days off count in its cases, open ones too' })
      .optional(),
    legalFooting: z
      .enum(LEGAL_FOOTINGS)
      .meta({ description: 'decides which limits are law for its cases, open ones too' })
      .optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, SOMETHING);
export type OrganisationEditRequest = z.infer<typeof organisationEditRequest>;
export type OrganisationRequest = z.infer<typeof organisationRequest>;
/** As it is sent: what has a usual value may be left out. */
export type OrganisationInput = z.input<typeof organisationRequest>;

const roles = z.array(z.enum(STAFF_ROLES)).min(1).max(STAFF_ROLES.length);

export const accountRequest = z.strictObject({
  username,
  password,
  displayName: shortText,
  email: z.email().nullable().default(null),
  /** Null for another administrator of the whole instance. */
  organisationId: uuid.nullable(),
  roles,
});
export type AccountRequest = z.infer<typeof accountRequest>;

/** What everybody decides of their own account. */
export const ownAccountRequest = z.strictObject({ dailyDigest: z.boolean() });
export const accountEditRequest = z
  .strictObject({
    displayName: shortText.optional(),
    email: z.email().nullable().optional(),
    organisationId: uuid.nullable().optional(),
    roles: roles.optional(),
    /** The issuer as it names itself, and the subject that it knows the owner by. */
    oidcIdentity: z
      .strictObject({ issuer: z.url().max(500), subject: z.string().trim().min(1).max(255) })
      .nullable()
      .optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, SOMETHING);
export type AccountEditRequest = z.infer<typeof accountEditRequest>;

export const accountsQuery = z.strictObject({
  limit: pageLimit,
  cursor: pageCursor.optional(),
});
export type AccountsQuery = z.infer<typeof accountsQuery>;
