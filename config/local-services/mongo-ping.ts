import mongoose from 'mongoose';

/** Whether a command gets its answer: with a wrong or missing password a client connects, and each command fails. */
export async function answersMongoPing(uri: string): Promise<boolean> {
  const client = new mongoose.mongo.MongoClient(uri, {
    directConnection: true,
    serverSelectionTimeoutMS: 1000,
    connectTimeoutMS: 1000,
  });
  try {
    await client.db('admin').command({ ping: 1 });
    await client
      .db('heyi')
      .collection('accounts')
      .findOne({}, { projection: { _id: 1 } });
    return true;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}
