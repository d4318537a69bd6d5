import mongoose from 'mongoose';
import { z } from 'zod';
import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import { answerPhases } from '../deadlines/answer-phases.ts';
import { BULK, BULKS_IN_FLIGHT } from '../deadlines/bulk-size.ts';
import { inFlight } from '../frame/in-flight.ts';
import { slicesOf } from '../frame/slices-of.ts';

const instant = z.iso.datetime().transform((text) => new Date(text));
const start = z.object({
  mongodbUri: z.string(),
  ids: z.array(z.string()),
  version: z.number(),
  before: instant,
  created: instant,
  moved: instant,
  left: instant.nullable(),
});

/** What the database allows: the same batched writes by the driver, their instants known beforehand. */
answerPhases(start, async ({ mongodbUri, ids, version, before, created, moved, left }) => {
  const client = await new mongoose.mongo.MongoClient(mongodbUri).connect();
  const cases = client.db().collection<CaseDocument>('cases');

  async function rewrite(from: Date, to: Date | null): Promise<void> {
    const $set = { nextNoticeAt: to, warningGrade: null, warnedAt: null };
    await inFlight(slicesOf(ids, BULK), BULKS_IN_FLIGHT, (some) =>
      cases.bulkWrite(
        some.map((_id) => ({
          updateOne: { filter: { _id, version, nextNoticeAt: from }, update: { $set } },
        })),
        { ordered: false },
      ),
    );
  }
  return {
    phases: {
      create: () => rewrite(before, created),
      move: () => rewrite(created, moved),
      cancel: () => rewrite(moved, left),
    },
    waiting: (at) => cases.countDocuments({ nextNoticeAt: at }),
  };
});
