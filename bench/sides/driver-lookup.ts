import mongoose from 'mongoose';
import { z } from 'zod';
import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import { answerTurns } from '../frame/answer-turns.ts';

/** What the database allows: the driver's findOne by number, in this process, and nothing else. */
answerTurns({
  start: z.object({ mongodbUri: z.string() }),
  item: z.string(),
  begin: async ({ mongodbUri }) => {
    const client = await new mongoose.mongo.MongoClient(mongodbUri).connect();
    const cases = client.db().collection<CaseDocument>('cases');
    return async (number) => {
      if ((await cases.findOne({ number }, { hint: { number: 1 } })) === null)
        throw new Error(`${number} was not found.`);
    };
  },
});
