import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import { z } from 'zod';
import { isWriteConflict } from '../../server/database/database-errors.ts';
import { answerSweeps } from '../sweep/answer-sweeps.ts';

const start = z.object({ mongodbUri: z.string() });
const NAME = 'notice';
const AT_A_TIME = 100;

/** Agenda finds what is due and calls the task of each, which has nothing to do. */
answerSweeps(start, async ({ mongodbUri }) => async (due) => {
  const agenda = new Agenda({
    backend: new MongoBackend({ address: mongodbUri }),
    processEvery: 100,
    maxConcurrency: AT_A_TIME,
    defaultConcurrency: AT_A_TIME,
  });
  await agenda.ready;
  let ms = 0;
  await new Promise<void>((resolve, reject) => {
    let called = 0;
    const begun = performance.now();
    agenda.define(NAME, () => {
      called += 1;
      if (called < due) return;
      ms = performance.now() - begun;
      resolve();
    });
    // Two of its updates may wait for each other on some engines; it looks for jobs again at its next turn.
    agenda.on('error', (error) => isWriteConflict(error) || reject(error));
    agenda.start().catch(reject);
  });
  // What it has called it still marks as done; only then it may be stopped.
  await agenda.drain();
  await agenda.stop();
  return { ms };
});
