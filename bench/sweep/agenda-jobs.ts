import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import type { BenchCity } from '../data/bench-city.ts';

const COLLECTION = 'agendaJobs';
const NAME = 'notice';
const BATCH = 1000;
const DAY_MS = 86_400_000;

/** Jobs of Agenda as there are cases: one is made by Agenda itself, the others are copies of it. */
export async function agendaJobs({ connection, mongodbUri }: BenchCity) {
  const jobs = connection.collection(COLLECTION);
  const agenda = new Agenda({ backend: new MongoBackend({ address: mongodbUri }) });
  await agenda.ready;
  await agenda.schedule(waitsUntil(0), NAME, { caseId: 'a case' });
  await agenda.stop();
  const made = await jobs.findOne({});
  if (made === null) throw new Error('Agenda has written no job.');
  const { _id, ...model } = made;
  let sequence = 1;

  async function fillUpTo(count: number): Promise<void> {
    while (sequence < count) {
      const batch = Array.from({ length: Math.min(BATCH, count - sequence) }, () => {
        sequence += 1;
        return { ...model, sequence, nextRunAt: waitsUntil(sequence) };
      });
      await jobs.insertMany(batch);
    }
  }

  let swept = 1;
  async function fallDue(count: number): Promise<void> {
    await jobs.updateMany(
      { sequence: { $gt: swept, $lte: swept + count } },
      { $set: { nextRunAt: new Date(Date.now() - DAY_MS) } },
    );
    swept += count;
  }
  return { fillUpTo, fallDue };
}

/** Some day of the coming year. */
export function waitsUntil(sequence: number): Date {
  return new Date(Date.now() + (1 + (sequence % 365)) * DAY_MS + sequence);
}
