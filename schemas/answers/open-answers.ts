import { z } from 'zod';
import { CASE_STATES } from '../../server/domain/case-state.ts';
import { FACT_EFFECTS } from '../../server/domain/fact-effects.ts';
import { bilingual, day } from './answer-fields.ts';

const words = z.strictObject(bilingual);
const right = z.strictObject({
  rule: z.string(),
  name: words.meta({ description: 'what the day is for' }),
  day: day.nullable().meta({ description: 'the day to act by; null where no limit runs' }),
  provisional: z.boolean(),
  ...bilingual,
});
const part = z.strictObject({
  whose: words.nullable().meta({ description: 'null where it is so for all who may be asking' }),
  state: z.enum(CASE_STATES),
  now: words,
  next: words,
  rights: z.array(right),
});

/** What a worker sees with number and code. */
export const statusAnswer = z
  .strictObject({
    number: z.string(),
    parts: z
      .array(part)
      .min(1)
      .meta({ description: 'one, unless a group ended differently for its members' }),
    call: z.strictObject({ name: z.string(), phone: z.string() }),
  })
  .meta({ id: 'Status' });

/** Where a code was asked for; with it and the code the cases are shown. */
export const codeRequestAnswer = z.strictObject({ requestId: z.uuid() });
export const statusByPhoneAnswer = z.strictObject({ cases: z.array(statusAnswer) });

export const deadlineAnswer = z
  .strictObject({
    rule: z.string(),
    due: day.nullable(),
    provisional: z.boolean(),
    cautious: day.optional().meta({ description: 'the day to act by if nothing arguable is relied on' }),
    state: z.enum(['running', 'paused', 'ended']),
    startedOn: day,
    endedOn: day.optional(),
    endedBy: z.string().optional(),
    nature: z.string(),
    standing: z.string(),
    actor: z.string(),
    trace: z.array(z.looseObject({ step: z.string() })),
    ...bilingual,
    worker: words,
  })
  .meta({ id: 'Deadline' });

export const factKindsAnswer = z.strictObject({
  factKinds: z.array(
    z.strictObject({
      kind: z.string(),
      ...bilingual,
      effects: z
        .array(z.strictObject({ does: z.enum(FACT_EFFECTS), rule: z.string(), ...bilingual }))
        .meta({ description: 'what it does to the deadline of which rule; see docs/clock.md' }),
      details: z.array(z.string()).meta({ description: 'what may be told in details' }),
      needs: z.array(z.string()).meta({ description: 'what must be' }),
    }),
  ),
});

export const healthAnswer = z.strictObject({ ok: z.literal(true) });

const readiness = z.looseObject({ ok: z.boolean(), fault: z.string().optional() });
export const readinessAnswer = z.strictObject({
  ready: z.boolean(),
  database: readiness,
  redis: readiness,
  worker: readiness,
  mail: readiness,
});
