import { z } from 'zod';
import { INTAKE_CHANNELS } from '../../server/domain/case.ts';
import { CASE_STATES } from '../../server/domain/case-state.ts';
import { SUM_HINTS } from '../../server/domain/sum-hints.ts';
import { WARNING_GRADES } from '../../server/domain/warning-grade.ts';
import { bilingual, day, instant, nextCursor } from './answer-fields.ts';
import { warningAnswer } from './warning-answers.ts';

const id = z.uuid();
/** A day as far as it is known. */
const happenedOn = z.string().nullable().meta({ description: 'YYYY-MM-DD, or YYYY-MM or YYYY' });
const part = z.looseObject({ id });

const deadline = z.strictObject({
  rule: z.string().meta({ description: 'the code of the rule, as M1 or A1; see docs/clock.md' }),
  subject: z.string().nullable(),
  state: z.enum(['running', 'paused', 'ended']),
  startedOn: day,
  dueOn: day.nullable(),
  cautiousOn: day
    .nullable()
    .meta({ description: 'of a limitation the day to act by: it relies on nothing arguable' }),
  endedOn: day.nullable(),
  provisional: z.boolean().meta({ description: 'the day may still move: a year is not published' }),
  standing: z.string(),
  ...bilingual,
});

/** The fields that every case has; what was recorded beside them comes out as it went in. */
export const caseAnswer = z
  .looseObject({
    id,
    version: z.int().meta({ description: 'as the ETag' }),
    number: z.string(),
    organisationId: id,
    state: z.enum(CASE_STATES),
    channel: z.enum(INTAKE_CHANNELS),
    receivedOn: happenedOn,
    registeredAt: instant,
    crossRegion: z.boolean().nullable(),
    workers: z.array(part).meta({ description: 'numbers that lead to a person with their last digits only' }),
    respondents: z.array(part),
    workplace: z.looseObject({ name: z.string() }).nullable(),
    summary: z.string(),
    mediatorId: id.nullable(),
    agreements: z.array(part),
    risks: z.array(part),
    timeline: z.array(
      z.looseObject({ id, kind: z.string(), happenedOn, recordedAt: instant, recordedBy: z.string() }),
    ),
    deadlines: z.array(deadline),
    warning: warningAnswer.nullable(),
    openActions: z.array(z.string()).meta({ description: 'what you may do with it now' }),
    actions: z
      .array(
        z.looseObject({
          name: z.string(),
          needs: z.array(z.string()),
          proposed: z
            .strictObject(bilingual)
            .nullable()
            .meta({ description: 'why it is due: a day is over, and nobody has said what became of it' }),
        }),
      )
      .meta({ description: 'the same, with what each must be told and what the case lacks for it' }),
  })
  .meta({ id: 'Case' });

/** The case after a step, with what is odd about the sums that it told. */
export const caseAfterStepAnswer = caseAnswer
  .extend({
    hints: z
      .array(z.strictObject({ code: z.enum(SUM_HINTS), ...bilingual }))
      .meta({ description: 'to be looked at; the step was taken' }),
  })
  .meta({ id: 'CaseAfterStep' });

const receipt = z
  .strictObject({ number: z.string(), code: z.string() })
  .meta({ description: 'for the worker; the code is shown here and nowhere else' });
export const receiptAnswer = z.strictObject({ receipt });

/** Among the cases that one may see. */
export const possibleDuplicates = z.array(
  z.strictObject({
    caseId: id,
    number: z.string(),
    state: z.enum(CASE_STATES),
    because: z.array(z.enum(['same-id-number', 'same-phone', 'same-name-and-employer'])),
  }),
);
export const registeredAnswer = z.strictObject({ case: caseAnswer, receipt, possibleDuplicates });

export const caseListAnswer = z.strictObject({
  cases: z.array(
    z.strictObject({
      id,
      number: z.string(),
      state: z.enum(CASE_STATES),
      organisationId: id,
      receivedOn: happenedOn,
      registeredAt: instant,
      nextDueOn: day
        .nullable()
        .meta({ description: 'the earliest day by which somebody must still do something' }),
      warningGrade: z.enum(WARNING_GRADES).nullable(),
      crossRegion: z.boolean().nullable(),
      workersConcerned: z.int(),
      mediatorId: id.nullable(),
    }),
  ),
  nextCursor: nextCursor.optional(),
  more: z.boolean().optional().meta({ description: 'of a search: there are further ones, type more' }),
});
