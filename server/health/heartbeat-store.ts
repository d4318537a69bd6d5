import type { Connection } from 'mongoose';
import { type HeartbeatDocument, heartbeatSchema } from '../../schemas/documents/heartbeat-document.ts';

export interface Heartbeat extends Omit<HeartbeatDocument, '_id'> {
  workerId: string;
}

export type HeartbeatStore = ReturnType<typeof createHeartbeatStore>;

/** The only reader and writer of the workers' signs of life. */
export function createHeartbeatStore(connection: Connection) {
  const heartbeats = connection.model('Heartbeat', heartbeatSchema);

  async function beat({ workerId, at, mailFault }: Heartbeat): Promise<void> {
    await heartbeats.updateOne({ _id: workerId }, { $set: { at, mailFault } }, { upsert: true });
  }

  async function since(instant: Date): Promise<Heartbeat[]> {
    const documents = await heartbeats.find({ at: { $gte: instant } }).lean();
    return documents.map(({ _id, ...rest }) => ({ ...rest, workerId: _id }));
  }

  async function remove(workerId: string): Promise<void> {
    await heartbeats.deleteOne({ _id: workerId });
  }

  async function createIndexes(): Promise<void> {
    await heartbeats.createIndexes();
  }

  return { beat, since, remove, createIndexes };
}
