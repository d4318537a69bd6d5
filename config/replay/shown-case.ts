import { z } from 'zod';

const day = z.string().nullable();
const sum = z.object({ fen: z.number(), precision: z.string() }).nullable();
const place = z
  .object({
    regionCode: z.string().nullable(),
    name: z.string(),
    province: z.string().nullish(),
    city: z.string().nullish(),
    county: z.string().nullish(),
  })
  .nullable();
const claim = z.object({
  cause: z.string(),
  stated: z.string().nullish(),
  claimedFen: z.number().nullable(),
  claimedPrecision: z.string().optional(),
});

/** What the replay reads of a case as the API shows it. */
export const shownCase = z.object({
  id: z.string(),
  state: z.string(),
  channelDetail: z.string().nullish(),
  crossRegion: z.boolean().nullable(),
  summary: z.string(),
  workplace: place,
  industry: z.object({ section: z.string(), description: z.string() }).nullish(),
  workers: z.array(
    z.object({
      id: z.string(),
      origin: place,
      categories: z.array(z.string()),
      claims: z.array(claim),
      outcome: z.object({ kind: z.string(), on: day }).nullish(),
    }),
  ),
  workersConcerned: z.object({ workers: z.number(), precision: z.string() }),
  headcounts: z.array(
    z.object({
      workers: z.number().nullable(),
      precision: z.string(),
      migrant: z.number().nullable(),
      platform: z.number().nullable(),
      female: z.number().nullable(),
    }),
  ),
  jointClaims: z.array(claim),
  respondents: z.array(z.object({ id: z.string(), kind: z.string(), description: z.string().nullish() })),
  participants: z.array(z.object({ kind: z.string(), name: z.string() })),
  lawPoints: z.array(
    z.object({ law: z.string(), article: z.string().nullable(), note: z.string().nullable() }),
  ),
  labels: z.array(z.string()),
  origin: z
    .object({
      reference: z.string().nullable(),
      title: z.string().nullable(),
      publisher: z.string().nullable(),
      publishedOn: day,
      complete: z.boolean().nullable(),
    })
    .nullable(),
  agreements: z.array(
    z.object({
      id: z.string(),
      instrument: z.string().optional(),
      signedBy: z.string().nullish(),
      confirmation: z.object({ result: z.string().nullable() }).nullish(),
      instalments: z.array(z.object({ id: z.string(), dueOn: z.string(), paidOn: day })),
    }),
  ),
  payments: z.array(z.object({ sum, payer: z.string(), ground: z.string() })),
  sums: z.object({ agreed: sum, paid: sum }),
  toldSums: z.object({ precision: z.string().nullish() }).nullish(),
  closing: z.object({ summary: z.string(), daysTaken: z.number().nullish() }).nullish(),
  daysTaken: z.number().nullable(),
  timeline: z.array(
    z.object({ id: z.string(), kind: z.string(), happenedOn: day, note: z.string().nullable() }),
  ),
});
export type ShownCase = z.infer<typeof shownCase>;
