import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { type SeedShareStart, type SeedSlice, seedShareAnswer } from './seed-orders.ts';

interface Sharing {
  start: SeedShareStart;
  /** Told after each slice: how many of its cases are there now, and how many of them were not before. */
  done: (there: number, made: number) => void;
  /** What is under way is ended, and nothing more is begun. */
  signal: AbortSignal;
}

const SLICE = 500;
/** While one slice is being stored the next is made. */
const SLICES_EACH = 2;
/** Of what a case is made from nothing is kept: with room for new objects, less is looked through again and again. */
const ROOM_FOR_NEW = '--max-semi-space-size=128';

/** Lets as many processes as there are cores make the cases of a run, a slice at a time. @throws Error of the first that fails */
export async function shareOut({ start, done, signal }: Sharing): Promise<void> {
  const slices = slicesOf(start.run.cases);
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const processes = Math.min(availableParallelism(), Math.ceil(start.run.cases / SLICE));
  const shares = Array.from({ length: processes }, () => workThrough(slices, { start, done, signal: stop }));
  const ended = await Promise.allSettled(shares.map((share) => share.catch(abort(failed))));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

function abort(controller: AbortController) {
  return (error: unknown): never => {
    controller.abort();
    throw error;
  };
}

function* slicesOf(cases: number): Generator<SeedSlice> {
  for (let from = 0; from < cases; from += SLICE) yield { from, to: Math.min(from + SLICE, cases) };
}

async function workThrough(slices: Iterator<SeedSlice>, { start, done, signal }: Sharing): Promise<void> {
  const child = fork(path.join(import.meta.dirname, 'seed-share.ts'), {
    execArgv: [...process.execArgv, ROOM_FOR_NEW],
  });
  try {
    const ask = asking(child);
    await ask(start);
    const lane = async () => {
      while (!signal.aborted) {
        const { value, done: none } = slices.next();
        if (none) return;
        done(value.to - value.from, await ask(value));
      }
    };
    await Promise.all(Array.from({ length: SLICES_EACH }, lane));
  } finally {
    child.disconnect();
  }
}

type Ask = (what: SeedShareStart | SeedSlice) => Promise<number>;

/** Orders to a process, several at a time; its end answers all that it has not. */
function asking(child: ChildProcess): Ask {
  const waiting = new Map<number, { resolve: (made: number) => void; reject: (error: Error) => void }>();
  let last = 0;
  child.on('message', (message) => {
    const { id, made, fault } = seedShareAnswer.parse(message);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (fault === undefined) asked?.resolve(made);
    else asked?.reject(new Error(fault));
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values())
      reject(new Error('A process that makes cases ended too early.'));
  });
  return (what) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      child.send({ id: last, what }, (error) => {
        if (error !== null) reject(error);
      });
    });
}
