import { z } from 'zod';
import { DEADLINE_RULES } from '../../server/domain/deadline-rules.ts';
import { DEFAULT_REMINDER_SETTINGS, type ReminderSettings } from '../../server/domain/reminder-settings.ts';
import { REMINDED_ROLES } from '../../server/domain/reminders.ts';
import { says } from './says.ts';

export const AFTER_ITS_BEGINNING = says({
  en: 'must be later than the hour that it begins at',
  zh: '结束时间须晚于开始时间',
});

/** Whole hours of one day, the first before the last. */
export const hoursOfDay = z
  .strictObject({ fromHour: z.int().min(0).max(23), untilHour: z.int().min(1).max(24) })
  .refine(({ fromHour, untilHour }) => fromHour < untilHour, {
    ...AFTER_ITS_BEGINNING,
    path: ['untilHour'],
  });

const MOST_DAYS = 365;
const MOST_ROWS = 12;

const DATED_RULES = DEADLINE_RULES.filter(
  ({ nature }) => nature === 'limit' || nature === 'earliest-day',
).map(({ code }) => code);

/** Rows may be moved and given to others, but a rule is never left without one. */
const reminderRows = z
  .array(
    z.strictObject({
      daysFromDue: z.int().min(-MOST_DAYS).max(MOST_DAYS),
      to: z.enum(REMINDED_ROLES),
    }),
  )
  .min(1)
  .max(MOST_ROWS);

export const rowsOfRules = z.partialRecord(z.enum(DATED_RULES), reminderRows);

const { channels, workerHours } = DEFAULT_REMINDER_SETTINGS;

/** What an organisation decides of its reminders; what is left out is as the service has it. */
export const reminderSettingsRequest: z.ZodType<ReminderSettings> = z.strictObject({
  rules: rowsOfRules.default({}),
  channels: z
    .strictObject({
      staff: z
        .array(z.literal('mail'))
        .max(1)
        .default([...channels.staff]),
      worker: z
        .array(z.literal('text-message'))
        .max(1)
        .default([...channels.worker]),
    })
    .prefault({}),
  workerHours: hoursOfDay.default(workerHours),
});
