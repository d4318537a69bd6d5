import type mongoose from 'mongoose';
import { type SentCommand, type Stages, sentCommand } from './sent-command.ts';

/** What a piece of work sends to the database by a client that tells its commands (`monitorCommands`). */
export async function recordCommands(
  client: mongoose.mongo.MongoClient,
  work: () => Promise<unknown>,
): Promise<Stages> {
  const stages: Stages = [];
  const underWay = new Map<number, SentCommand | undefined>();
  /** Searches whose answer goes on, by their cursor: what they have found so far. */
  const goingOn = new Map<string, { sent: SentCommand; found: number }>();
  const started = ({ requestId, command }: mongoose.mongo.CommandStartedEvent) => {
    const sent = sentCommand.safeParse(command).data;
    if (underWay.size === 0) stages.push([]);
    if (sent !== undefined) stages.at(-1)?.push(sent);
    underWay.set(requestId, sent ?? goingOn.get(String(command['getMore']))?.sent);
  };
  const succeeded = ({ requestId, reply }: mongoose.mongo.CommandSucceededEvent) => {
    const sent = underWay.get(requestId);
    underWay.delete(requestId);
    const cursor = Object(reply).cursor;
    if (sent === undefined || !('find' in sent) || cursor === undefined) return;
    const before = [...goingOn.values()].find((one) => one.sent === sent)?.found ?? 0;
    const found = before + (cursor.firstBatch ?? cursor.nextBatch).length;
    if (Number(cursor.id) === 0) sent.found = found;
    else goingOn.set(String(cursor.id), { sent, found });
  };
  const failed = ({ requestId }: mongoose.mongo.CommandFailedEvent) => underWay.delete(requestId);
  client.on('commandStarted', started).on('commandSucceeded', succeeded).on('commandFailed', failed);
  try {
    await work();
  } finally {
    client.off('commandStarted', started).off('commandSucceeded', succeeded).off('commandFailed', failed);
  }
  return stages.filter(({ length }) => length > 0);
}
