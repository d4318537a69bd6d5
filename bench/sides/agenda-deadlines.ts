import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda, type Job } from 'agenda';
import mongoose from 'mongoose';
import { z } from 'zod';
import { againOnConflict } from '../../server/database/again-on-conflict.ts';
import { answerPhases } from '../deadlines/answer-phases.ts';
import { BULK, BULKS_IN_FLIGHT } from '../deadlines/bulk-size.ts';
import { inFlight } from '../frame/in-flight.ts';
import { slicesOf } from '../frame/slices-of.ts';

const instant = z.iso.datetime().transform((text) => new Date(text));
const start = z.object({
  mongodbUri: z.string(),
  deadlines: z.number(),
  created: instant,
  moved: instant,
});

const NAME = 'deadline';
/** Setting and moving know no bulk. */
const WRITES_IN_FLIGHT = 16;

/** Agenda: one job in the database for each deadline. */
answerPhases(start, async ({ mongodbUri, deadlines, created, moved }) => {
  const agenda = new Agenda({ backend: new MongoBackend({ address: mongodbUri }) });
  await agenda.ready;
  const jobs: Job[] = [];
  const numbers = Array.from({ length: deadlines }, (_, index) => index);
  const client = await new mongoose.mongo.MongoClient(mongodbUri).connect();
  const stored = client.db().collection('agendaJobs');
  return {
    phases: {
      create: () =>
        inFlight(numbers, WRITES_IN_FLIGHT, async (number) => {
          jobs.push(await agenda.schedule(created, NAME, { deadlineId: `d${number}` }));
        }),
      move: () =>
        inFlight(jobs, WRITES_IN_FLIGHT, (job) => againOnConflict(() => job.schedule(moved).save())),
      cancel: () => {
        const ids = jobs.flatMap(({ attrs: { _id } }) => (_id === undefined ? [] : [_id]));
        return inFlight(slicesOf(ids, BULK), BULKS_IN_FLIGHT, (some) => agenda.cancel({ ids: some }));
      },
    },
    waiting: (at) => stored.countDocuments({ nextRunAt: at }),
  };
});
