import { z } from 'zod';

const text = z.string().nullable().optional();
const amount = z.number().nonnegative().nullable().optional();
/** Known to be all or none of them, how many, or not known. */
const share = z.union([z.boolean(), z.int().nonnegative()]).nullable().optional();
const levels = z.looseObject({ province: text, city: text, county: text, gb2260: text });

const publishedEvent = z.looseObject({ on: text, what: z.string(), detail: text });
export type PublishedEvent = z.infer<typeof publishedEvent>;

/**
 * A dispute as somebody published it: facts in fields, null where the page does not say. Fields that are not named
 * here are kept, so that the report can name them.
 */
export const publishedCase = z.looseObject({
  id: z.string(),
  source: z
    .looseObject({
      title: text,
      publisher: text,
      publishedOn: text,
      readInFull: z.boolean().nullable().optional(),
    })
    .nullable()
    .optional(),
  place: levels.nullable().optional(),
  workerOrigin: levels.nullable().optional(),
  crossRegion: z.boolean().nullable().optional(),
  industry: text,
  respondents: z.array(z.looseObject({ kind: z.string(), described: text })).default([]),
  workers: z
    .looseObject({
      count: z.int().nonnegative().nullable().optional(),
      countPrecision: text,
      migrant: share,
      newForm: share,
      female: share,
    })
    .nullable()
    .optional(),
  claims: z.array(z.looseObject({ cause: z.string(), amountYuan: amount })).default([]),
  events: z.array(publishedEvent).default([]),
  outcome: text,
  amountAgreedYuan: amount,
  amountPaidYuan: amount,
  amountPrecision: text,
  daysTaken: z.int().nonnegative().nullable().optional(),
  channel: text,
  organisations: z.array(z.string()).default([]),
  lawPoints: z.array(z.string()).default([]),
  quirks: text,
  tags: z.array(z.string()).default([]),
});
export type PublishedCase = z.infer<typeof publishedCase>;

export const publishedFile = z.array(publishedCase).min(1);
