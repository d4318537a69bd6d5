import { equal } from 'node:assert/strict';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { CaseDocument } from '../schemas/documents/case-document.ts';
import { NOTICE_QUEUE } from '../schemas/jobs.ts';
import type { RunServices } from '../test/support/start-run-services.ts';
import { type BenchCity, mediatedCase, withBenchCity } from './data/bench-city.ts';
import { waitingCases } from './data/one-notice-due.ts';
import type { BenchRun, Measure } from './frame/bench-run.ts';
import { compareTurns, TIMES, type Turn } from './frame/compare-turns.ts';
import { inFlight } from './frame/in-flight.ts';
import { median } from './frame/median.ts';
import { redisSize } from './frame/redis-size.ts';
import { rounded } from './frame/rounded.ts';
import type { HttpRequest } from './frame/send-request.ts';
import { slicesOf } from './frame/slices-of.ts';
import { type OverdueTurn, overdueTurn, quietTurn, type Visitors } from './overdue/overdue-turn.ts';
import { withOwnQueue } from './reminders/own-queue.ts';
import { CONNECTIONS } from './reminders/resend.ts';
import { settingsOf } from './reminders/worker-turn.ts';

const OVERDUE = 100_000;
const VISITORS_PER_SECOND = 20;
const FEWEST_SECONDS = 2;
const MOST_SECONDS = 30;
const PER_SECOND_OF_VISITS = 1000;
const DAY_MS = 86_400_000;
const PLAIN_QUEUE = 'overdue';
const BULK = 250;
const BULKS_IN_FLIGHT = 4;
/** Written shortly before its time, which has long come when the worker starts. */
const OVERDUE_JOB = { delay: 1, removeOnComplete: true, removeOnFail: true };
const NOTE =
  'so many reminders are overdue when the worker starts, and 20 visitors a second ask for the status of a case. ' +
  'ours: the real worker, Redis empty; bullmq: a worker that takes delayed jobs, all of them still in Redis, reads ' +
  'the case and mails over a pool of 5';

interface Backlog {
  city: BenchCity;
  services: RunServices;
  ids: string[];
  /** The case that visitors ask for. */
  visited: string;
}

/** After an outage: how soon the first mail goes out, and what those who come meanwhile notice of it. */
export const measure: Measure = async (run) => {
  const services = await run.services();
  return withOwnQueue(services.redisUrl, () =>
    withBenchCity(services, 'overdue', (city) => measureIn(city, services, run)),
  );
};

async function measureIn(city: BenchCity, services: RunServices, run: BenchRun) {
  const overdue = run.operations ?? OVERDUE;
  const { id: visited, request } = await visitedCase(city);
  const seconds = Math.min(MOST_SECONDS, Math.max(FEWEST_SECONDS, overdue / PER_SECOND_OF_VISITS));
  const visitors = { perSecond: VISITORS_PER_SECOND, seconds, requests: [request] };
  const backlog = { city, services, visited, ids: await waitingCases(city, overdue) };
  const taken: Record<'ours' | 'bullmq', OverdueTurn[]> = { ours: [], bullmq: [] };
  const firstMail = (side: 'ours' | 'bullmq') => async () => {
    const turn = await TURNS[side](backlog, visitors);
    taken[side].push(turn);
    return turn.firstMail;
  };
  const quiet: Turn[] = [];
  const known = { engine: `${city.engine}; ${services.redisEngine}`, figure: TIMES };
  const first = await compareTurns(
    {
      ...known,
      name: `overdue ${overdue}: first mail`,
      note: NOTE,
      sides: {
        ours: async () => {
          quiet.push(await quietTurn(city, visitors));
          return firstMail('ours')();
        },
        peers: { bullmq: firstMail('bullmq') },
        limit: null,
      },
    },
    run,
  );
  const answered = (turns: readonly Turn[]) => async (round: number) => {
    const turn = turns[round];
    if (turn === undefined) throw new Error(`Nobody was counted in round ${round + 1}.`);
    return turn;
  };
  const answers = await compareTurns(
    {
      ...known,
      name: `overdue ${overdue}: 99 of 100 answered within`,
      note: `${NOTE}; limit: nobody works on anything else. Of the same rounds`,
      sides: {
        ours: answered(taken.ours.map((turn) => turn.answers)),
        peers: { bullmq: answered(taken.bullmq.map((turn) => turn.answers)) },
        limit: answered(quiet),
      },
    },
    run,
  );
  const started = (side: 'ours' | 'bullmq') => rounded(median(taken[side].map(({ startMs }) => startMs)));
  const starts = `until they ran, ours took ${started('ours')} ms and bullmq ${started('bullmq')} ms of it`;
  return [...first.map((result) => ({ ...result, note: `${result.note}; ${starts}` })), ...answers];
}

const TURNS = { ours: ourTurn, bullmq: bullmqTurn };

async function ourTurn({ city, services, visited }: Backlog, visitors: Visitors): Promise<OverdueTurn> {
  const { redisUrl } = services;
  const cases = city.connection.collection<CaseDocument>('cases');
  const at = new Date(Date.now() - DAY_MS);
  await cases.updateMany({ _id: { $ne: visited } }, { $set: { nextNoticeAt: at } });
  const empty = await redisSize(redisUrl);
  const start = ({ smtpUrl }: { smtpUrl: string }) => ({ settings: settingsOf(city, { redisUrl, smtpUrl }) });
  const turn = await overdueTurn(city, { visitors, worker: { side: 'worker', start } });
  const redisMb = (await redisSize(redisUrl)).mb - empty.mb;
  await cases.updateMany({}, { $set: { nextNoticeAt: null } });
  await city.connection.collection('deliveries').deleteMany({});
  await withQueue({ redisUrl, name: NOTICE_QUEUE }, async () => undefined);
  return { ...turn, firstMail: { ...turn.firstMail, redisMb } };
}

async function bullmqTurn({ city, services, ids }: Backlog, visitors: Visitors): Promise<OverdueTurn> {
  const { mongodbUri } = city;
  const { redisUrl, runName: prefix } = services;
  const empty = await redisSize(redisUrl);
  return withQueue({ redisUrl, name: PLAIN_QUEUE, prefix }, async (queue) => {
    await inFlight(slicesOf(ids, BULK), BULKS_IN_FLIGHT, (some) =>
      queue.addBulk(some.map((caseId) => ({ name: PLAIN_QUEUE, data: { caseId }, opts: OVERDUE_JOB }))),
    );
    equal(await queue.getDelayedCount(), ids.length);
    const redisMb = (await redisSize(redisUrl)).mb - empty.mb;
    const servers = { mongodbUri, redisUrl, prefix, queueName: PLAIN_QUEUE, connections: CONNECTIONS };
    const start = ({ smtpUrl }: { smtpUrl: string }) => ({ ...servers, smtpUrl });
    const worker = { side: 'plain-mailer', start };
    const turn = await overdueTurn(city, { visitors, worker });
    return { ...turn, firstMail: { ...turn.firstMail, redisMb } };
  });
}

/** Lends a queue, and leaves nothing of it, whatever a killed worker had in hand. */
async function withQueue<Result>(
  { redisUrl, name, prefix = 'bull' }: { redisUrl: string; name: string; prefix?: string },
  use: (queue: Queue) => Promise<Result>,
): Promise<Result> {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
  const queue = new Queue(name, { connection: redis, prefix });
  try {
    return await use(queue);
  } finally {
    await queue.obliterate({ force: true });
    redis.disconnect();
  }
}

/** A case of its own that visitors ask for: the worker has nothing to do with it. */
async function visitedCase(city: BenchCity): Promise<{ id: string; request: HttpRequest }> {
  const { id, code } = await mediatedCase(city, []);
  const subject = await city.use.cases.find(id, {});
  const body = JSON.stringify({ number: subject?.number, code });
  return { id, request: { path: '/api/v1/status', headers: {}, body } };
}
