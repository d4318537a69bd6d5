import mongoose from 'mongoose';
import { z } from 'zod';
import { type SentCommand, stagesText } from '../cases/sent-command.ts';
import { answerTurns } from '../frame/answer-turns.ts';

/** The reads and writes that the service was seen to send, by the bare driver and nothing else. */
answerTurns({
  start: z.object({ mongodbUri: z.string() }),
  item: stagesText,
  begin: async ({ mongodbUri }) => {
    const client = await new mongoose.mongo.MongoClient(mongodbUri).connect();
    const db = client.db();
    return async (stages) => {
      for (const stage of stages) await Promise.all(stage.map((command) => perform(db, command)));
    };
  },
});

async function perform(db: mongoose.mongo.Db, command: SentCommand): Promise<void> {
  if ('find' in command) {
    const { find, filter, found, ...options } = command;
    const documents = await db.collection(find).find(filter, options).toArray();
    if (found !== undefined && documents.length !== found)
      throw new Error(`${documents.length} were found in ${find}, not ${found}: ${JSON.stringify(filter)}`);
    return;
  }
  if ('insert' in command) {
    await db.collection(command.insert).insertMany(command.documents);
    return;
  }
  for (const { q, u, upsert = false } of command.updates) {
    const { matchedCount, upsertedCount } = await db.collection(command.update).updateOne(q, u, { upsert });
    if (matchedCount + upsertedCount !== 1) throw new Error(`Nothing to update: ${JSON.stringify(q)}`);
  }
}
