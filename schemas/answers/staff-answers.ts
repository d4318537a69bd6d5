import { z } from 'zod';
import { STAFF_ROLES } from '../../server/domain/staff.ts';
import { reminderSettingsRequest, rowsOfRules } from '../requests/reminder-requests.ts';
import { retentionRuleRequest } from '../requests/retention-requests.ts';
import { organisationRequest } from '../requests/staff-requests.ts';
import { instant, nextCursor } from './answer-fields.ts';

const version = z.int().min(0).meta({ description: 'as ETag has it, for If-Match' });

export const accountAnswer = z
  .strictObject({
    id: z.uuid(),
    username: z.string(),
    displayName: z.string(),
    email: z.string().nullable(),
    organisationId: z.uuid().nullable(),
    roles: z.array(z.enum(STAFF_ROLES)),
    dailyDigest: z.boolean().meta({ description: 'what can wait comes in one mail a day' }),
    deadAddress: z.strictObject({ address: z.string(), since: instant, answer: z.string() }).nullable(),
    lock: z.looseObject({}).nullable().meta({ description: 'by whom, when and why it was locked' }),
    passwordChangeDue: z.boolean(),
    secondFactor: z.boolean(),
    version,
    oidcIdentity: z
      .strictObject({ issuer: z.string(), subject: z.string() })
      .nullable()
      .meta({ description: 'who the owner is to the provider of identities' }),
  })
  .meta({ id: 'Account' });

/** What a login may do: all, or only change its password or begin a second factor. */
const standing = z.string();

export const currentAccountAnswer = accountAnswer.safeExtend({ standing }).meta({ id: 'CurrentAccount' });

export const sessionAnswer = z.strictObject({
  token: z.string().meta({ description: 'send it as Authorization: Bearer' }),
  expiresAt: instant,
  standing,
  account: accountAnswer,
});

/** An administrator sees accounts; a head sees whom work can be given to. */
export const accountListAnswer = z.strictObject({
  accounts: z.array(
    z.union([
      accountAnswer,
      accountAnswer.pick({ id: true, displayName: true, organisationId: true, roles: true }),
    ]),
  ),
  nextCursor,
});
export const setupStateAnswer = z.strictObject({ open: z.boolean() });

export const organisationAnswer = organisationRequest
  .safeExtend({
    id: z.uuid(),
    version,
    reminderSettings: reminderSettingsRequest,
    formerReminderRows: z
      .array(z.strictObject({ until: instant, rules: rowsOfRules }))
      .meta({ description: 'the rows as they were before each change, oldest first' }),
    eventsSince: instant.nullable(),
    retentionRules: z.array(retentionRuleRequest.safeExtend({ setBy: z.uuid() })),
    path: z.array(z.uuid()).meta({ description: 'itself first, then those above it' }),
  })
  .meta({ id: 'Organisation' });

/** Who decides an organisation sees its settings; all others see who it is and how to reach it. */
export const organisationListAnswer = z.strictObject({
  organisations: z.array(
    z.union([
      organisationAnswer,
      organisationAnswer.pick({
        id: true,
        name: true,
        parentId: true,
        path: true,
        regionCode: true,
        phone: true,
      }),
    ]),
  ),
  nextCursor,
});
