import { type Job, Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { answerPhases } from '../deadlines/answer-phases.ts';
import { inFlight } from '../frame/in-flight.ts';
import { slicesOf } from '../frame/slices-of.ts';

const instant = z.iso.datetime().transform((text) => new Date(text));
const start = z.object({
  redisUrl: z.string(),
  prefix: z.string(),
  deadlines: z.number(),
  created: instant,
  moved: instant,
});

const NAME = 'deadline';
/** The quickest way in: so many jobs a call, so many calls in flight. */
const BULK = 250;
const BULKS_IN_FLIGHT = 4;
/** Moving and removing know no bulk: one command each, sent without waiting for the one before. */
const COMMANDS_IN_FLIGHT = 250;
/** BullMQ orders its delayed jobs by their instant times this, plus a counter. */
const SCORE_PER_MS = 0x1000;

/** Plain BullMQ: one delayed job for each deadline. */
answerPhases(start, async ({ redisUrl, prefix, deadlines, created, moved }) => {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const queue = new Queue(NAME, { connection: redis, prefix });
  const numbers = Array.from({ length: deadlines }, (_, index) => index);
  const jobs: Job[] = [];
  const delayUntil = (at: Date) => at.getTime() - Date.now();

  async function addSome(some: readonly number[]): Promise<void> {
    const delay = delayUntil(created);
    const added = some.map((number) => ({
      name: NAME,
      data: { deadlineId: `d${number}` },
      opts: { jobId: `d${number}`, delay, removeOnComplete: true, removeOnFail: true },
    }));
    jobs.push(...(await queue.addBulk(added)));
  }
  return {
    phases: {
      create: () => inFlight(slicesOf(numbers, BULK), BULKS_IN_FLIGHT, addSome),
      move: () => inFlight(jobs, COMMANDS_IN_FLIGHT, (job) => job.changeDelay(delayUntil(moved))),
      cancel: async () => {
        await inFlight(jobs, COMMANDS_IN_FLIGHT, (job) => job.remove());
        await queue.obliterate();
      },
    },
    // The delay is counted from when the job is written, so the instant is met to the second, not to the millisecond.
    waiting: (at) =>
      redis.zcount(
        `${prefix}:${NAME}:delayed`,
        (at.getTime() - 1000) * SCORE_PER_MS,
        (at.getTime() + 1000) * SCORE_PER_MS,
      ),
  };
});
