import { z } from 'zod';
import { legalDay } from '../../schemas/requests/fields.ts';

/** What a process that makes cases begins with. */
const start = z.object({
  run: z.object({ seed: z.number(), cases: z.number(), until: legalDay }),
  mongodbUri: z.string(),
  secret: z.hex(),
  masterKeys: z.tuple([z.hex()], z.hex()),
});
export type SeedShareStart = z.infer<typeof start>;

/** Cases of the run by their places, the last one not included. */
const slice = z.object({ from: z.number(), to: z.number() });
export type SeedSlice = z.infer<typeof slice>;

export const seedShareOrder = z.object({ id: z.number(), what: z.union([start, slice]) });

/** Of an order, by its id: how many cases are there that were not; or what went wrong. */
export const seedShareAnswer = z.object({ id: z.number(), made: z.number(), fault: z.string().optional() });
export type SeedShareAnswer = z.infer<typeof seedShareAnswer>;
