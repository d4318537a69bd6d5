import { z } from 'zod';
import { CASE_STATES } from '../../server/domain/case-state.ts';
import { day } from './answer-fields.ts';

/** Whose rule erases a case, since when, after how many years. */
export const retentionSettingAnswer = z.strictObject({
  organisationId: z.uuid(),
  fromOn: day,
  years: z.int(),
});

export const retentionListAnswer = z
  .strictObject({
    setting: retentionSettingAnswer.nullable().meta({ description: 'what holds today; null: nothing goes' }),
    until: day,
    cases: z.array(
      z.strictObject({
        caseId: z.uuid(),
        number: z.string(),
        state: z.enum(CASE_STATES),
        endedOn: day.nullable(),
        erasedOn: day
          .nullable()
          .meta({ description: 'null: not by `until`, for a hold or a limit that runs' }),
        held: z.boolean().meta({ description: 'under a legal hold' }),
      }),
    ),
    more: z.boolean(),
  })
  .meta({ id: 'RetentionList' });
