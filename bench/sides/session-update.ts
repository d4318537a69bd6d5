import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { z } from 'zod';
import type { CaseDocument } from '../../schemas/documents/case-document.ts';

/** A session that is to be recorded on a case, in the version that whoever asks saw. */
export const session = z.object({
  id: z.string(),
  version: z.number(),
  heldOn: z.string(),
  record: z.string(),
});
export type Session = z.infer<typeof session>;

export const sessionStart = z.object({
  mongodbUri: z.string(),
  recordedBy: z.string(),
  nextNoticeAt: z.iso.datetime().nullable(),
});

/** The one conditional update that the service writes for record-session, field for field, by the bare driver. */
export async function sessionUpdate(start: z.infer<typeof sessionStart>) {
  const { mongodbUri, recordedBy } = start;
  const client = await new mongoose.mongo.MongoClient(mongodbUri).connect();
  const cases = client.db().collection<CaseDocument>('cases');
  const nextNoticeAt = start.nextNoticeAt === null ? null : new Date(start.nextNoticeAt);

  return async ({ id, version, heldOn, record }: Session): Promise<void> => {
    const fact = {
      kind: 'session-held' as const,
      happenedOn: heldOn,
      note: record,
      id: randomUUID(),
      recordedAt: new Date(),
      recordedBy,
    };
    const { modifiedCount } = await cases.updateOne(
      { _id: id, version },
      {
        $set: { state: 'in-mediation', nextNoticeAt },
        $push: { clock: { $each: [] }, timeline: { $each: [fact] } },
        $inc: { version: 1 },
      },
    );
    if (modifiedCount !== 1) throw new Error(`Case ${id} was not in version ${version}.`);
  };
}
