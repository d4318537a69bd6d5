import { setTimeout as sleep } from 'node:timers/promises';
import type { DeliveryStore } from '../server/notices/delivery-store.ts';
import type { HandOvers } from './hand-overs.ts';

export interface StopWorkerOptions {
  workerId: string;
  deliveries: Pick<DeliveryStore, 'giveBack'>;
  handOvers: HandOvers;
  /** Resolves when the jobs in hand have ended; none begins after it was called. */
  jobsEnded: () => Promise<unknown>;
  /** All that goes on besides: rounds, signs of life, connections. */
  closeRest: () => Promise<unknown>;
}

/** npm start kills after 8 s, Docker after 10: the answers that are waited for must be noted before that. */
const ANSWERS_MS = 5500;
const CLOSE_MS = 1500;

/**
 * Brings a worker to its end with nothing left in its hands: what has been handed over gets its answer or is held,
 * what has only been claimed is due again at once, so that no other worker has to wait for a lease to run out.
 */
export async function stopWorker(options: StopWorkerOptions): Promise<void> {
  const { workerId, deliveries, handOvers, jobsEnded, closeRest } = options;
  const ended = jobsEnded();
  handOvers.callOff();
  await within(ANSWERS_MS, ended);
  handOvers.giveUp();
  // Redis may be gone and the queue unable to end its jobs; the rows are given back all the same.
  await within(CLOSE_MS / 2, ended);
  await within(CLOSE_MS, deliveries.giveBack(workerId));
  await within(CLOSE_MS / 2, closeRest());
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const waited = new AbortController();
  const late = sleep(ms, undefined, { signal: waited.signal });
  try {
    await Promise.race([work, late]);
  } finally {
    waited.abort();
    late.catch(() => undefined);
  }
}
