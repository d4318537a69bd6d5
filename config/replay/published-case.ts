import { z } from 'zod';
import { partialDay } from '../../schemas/requests/fields.ts';

/** Text without what stands around it; an empty one says nothing. */
const text = z
  .string()
  .transform((given) => given.trim() || null)
  .nullable()
  .optional();
/** A word by which the rest is read; `silent` where the page has none. */
const word = (silent: string) =>
  z
    .string()
    .nullish()
    .transform((given) => given?.trim() || silent);
/** Null is a list of nothing, as everywhere in the file. */
function list<Row extends z.ZodType>(row: Row) {
  return z
    .array(row)
    .nullish()
    .transform((given) => given ?? []);
}
const words = list(z.string().trim()).transform((given) => given.filter((one) => one !== ''));
const code = z
  .union([z.string().trim(), z.number().transform(String)])
  .nullable()
  .optional();
const amount = z.number().nonnegative().nullable().optional();
/** Known to be all or none of them, how many, or not known. */
const share = z.union([z.boolean(), z.int().nonnegative()]).nullable().optional();
const levels = z.looseObject({ province: text, city: text, county: text, gb2260: code });

const publishedEvent = z.looseObject({ on: text, what: word('other'), detail: text });
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
  respondents: list(z.looseObject({ kind: word(''), described: text })),
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
  claims: list(z.looseObject({ cause: word(''), amountYuan: amount })),
  events: list(publishedEvent),
  outcome: text,
  amountAgreedYuan: amount,
  amountPaidYuan: amount,
  amountPrecision: text,
  daysTaken: z.int().nonnegative().nullable().optional(),
  channel: text,
  organisations: words,
  lawPoints: words,
  quirks: text,
  tags: words,
});
export type PublishedCase = z.infer<typeof publishedCase>;

export const publishedFile = z.array(z.unknown()).min(1);

/** What a file holds: the cases that can be read, and for each other one why not. */
export interface PublishedFile {
  readable: PublishedCase[];
  faults: { id: string; fault: string }[];
}

/** One case that is not of the shape keeps none of the others out. */
export function readPublished(rows: readonly unknown[]): PublishedFile {
  const file: PublishedFile = { readable: [], faults: [] };
  for (const [index, row] of rows.entries()) {
    const { data, error } = publishedCase.safeParse(row);
    const id = identified.safeParse(row).data?.id ?? `case ${index + 1}`;
    if (data === undefined) file.faults.push({ id, fault: z.prettifyError(error) });
    else file.readable.push(data);
  }
  return file;
}

const identified = z.looseObject({ id: z.string() });

/** Whether a day is one as far as it is known, 2018-10-10, 2018-10 or 2018; pages print others besides. */
export function isReadableDay(day: string | null | undefined): day is string {
  return day !== null && day !== undefined && partialDay.safeParse(day).success;
}
