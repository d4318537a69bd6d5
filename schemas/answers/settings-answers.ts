import { z } from 'zod';
import { REMINDED_ROLES } from '../../server/domain/reminders.ts';
import { MEASURES } from '../../server/domain/warning-rules.ts';
import { warningRulesRequest } from '../requests/warning-requests.ts';

const inherited = z
  .array(z.string())
  .meta({ description: 'pointers to what the organisation has not changed: it is as the service has it' });
const hours = z.strictObject({ fromHour: z.int(), untilHour: z.int() });

export const remindersThatHoldAnswer = z
  .strictObject({
    rules: z
      .record(z.string(), z.array(z.strictObject({ daysFromDue: z.int(), to: z.enum(REMINDED_ROLES) })))
      .meta({ description: 'every rule that reminds somebody: who, and how many days from its day' }),
    channels: z.strictObject({ staff: z.array(z.string()), worker: z.array(z.string()) }),
    workerHours: hours,
    inherited,
  })
  .meta({ id: 'RemindersThatHold' });

const grades = z.strictObject({
  blue: z.int().nullable(),
  yellow: z.int().nullable(),
  orange: z.int().nullable(),
  red: z.int().nullable(),
});

export const warningRulesThatHoldAnswer = z
  .strictObject({
    fromOn: z.string(),
    thresholds: z.record(z.enum(MEASURES), grades),
    employerWindowDays: z.int(),
    acknowledgeWithinDays: grades,
    inherited,
    toCome: z
      .array(warningRulesRequest)
      .meta({ description: 'what was set for a later day, the next first' }),
  })
  .meta({ id: 'WarningRulesThatHold' });
