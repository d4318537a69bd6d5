import { z } from 'zod';
import { CASE_STATES } from '../../server/domain/case-state.ts';
import { RULE_CODES } from '../../server/domain/deadline-rules.ts';
import { WARNING_GRADES } from '../../server/domain/warning-grade.ts';
import { bilingual, day, instant, nextCursor } from './answer-fields.ts';

const grade = z.enum(WARNING_GRADES);
const organisation = z.strictObject({ id: z.uuid(), name: z.string(), phone: z.string() });

export const warningAnswer = z.strictObject({
  grade,
  gradeName: z.strictObject(bilingual),
  since: instant,
  reasons: z.array(z.strictObject({ code: z.string(), grade, since: instant, ...bilingual })),
});

export const warnedCaseAnswer = z
  .strictObject({
    caseId: z.uuid(),
    number: z.string(),
    version: z.int(),
    state: z.enum(CASE_STATES),
    organisation,
    warning: warningAnswer.nullable(),
    sameEmployer: z.array(
      z.strictObject({
        openCases: z.int(),
        sinceOn: day,
        cases: z.array(z.strictObject({ organisationId: z.uuid(), number: z.string() })),
      }),
    ),
    acknowledgements: z.array(z.strictObject({ grade, at: instant, by: z.string().nullable() })),
  })
  .meta({ id: 'WarnedCase' });

export const warningListAnswer = z.strictObject({ warnings: z.array(warnedCaseAnswer), nextCursor });

export const overdueListAnswer = z.strictObject({
  cases: z.array(
    z
      .strictObject({
        caseId: z.uuid(),
        number: z.string(),
        state: z.enum(CASE_STATES),
        organisation,
        mediatorId: z.uuid().nullable(),
        registeredAt: instant,
        overdue: z
          .array(
            z.strictObject({
              rule: z.enum(RULE_CODES).nullable(),
              name: z.strictObject(bilingual),
              dueOn: day,
            }),
          )
          .meta({ description: 'the oldest first' }),
      })
      .meta({ id: 'OverdueCase' }),
  ),
  unreadable: z.array(z.uuid()).meta({ description: 'cases of this page that cannot be read' }),
  nextCursor,
});
