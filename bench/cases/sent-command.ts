import mongoose from 'mongoose';
import { z } from 'zod';

const { EJSON } = mongoose.mongo.BSON;
type Part = mongoose.mongo.Document;
const part = z.custom<Part>((value) => typeof value === 'object' && value !== null);

/** A search, with how many documents it found. */
const find = z.object({
  find: z.string(),
  filter: part.default({}),
  projection: part.optional(),
  sort: part.optional(),
  hint: z.union([z.string(), part]).optional(),
  limit: z.number().optional(),
  batchSize: z.number().optional(),
  singleBatch: z.boolean().optional(),
  found: z.number().optional(),
});
const insert = z.object({ insert: z.string(), documents: z.array(part) });
const update = z.object({
  update: z.string(),
  updates: z.array(z.object({ q: part, u: part, upsert: z.boolean().optional() })),
});

/** What was sent to the database, as far as it reads or writes documents. */
export const sentCommand = z.union([find, insert, update]);
export type SentCommand = z.infer<typeof sentCommand>;

/** Commands of one stage were under way at the same time; each stage waited for the one before. */
export type Stages = SentCommand[][];

/** The text of commands, by which ids, dates and whole numbers stay what they are between processes. */
export const textOf = (stages: Stages): string => EJSON.stringify(stages, { relaxed: false });

export const stagesText = z
  .string()
  .transform((text): Stages => z.array(z.array(sentCommand)).parse(EJSON.parse(text, { relaxed: true })));
