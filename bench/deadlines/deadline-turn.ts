import { equal, ok } from 'node:assert/strict';
import { z } from 'zod';
import { type BenchProcess, startBenchProcess } from '../frame/bench-process.ts';
import type { Turn } from '../frame/compare-turns.ts';
import { redisSize } from '../frame/redis-size.ts';
import { onTheClock } from '../frame/take-turn.ts';
import { PHASES, type Phase } from './answer-phases.ts';

/** The instants that the deadlines wait for, before and after they have moved. */
export interface Instants {
  created: Date;
  moved: Date;
}

export interface DeadlineTurn {
  side: string;
  start: object;
  deadlines: number;
  /** What is counted of each: ours counts cases, the others deadlines. */
  counted: number;
  instants: Instants;
  redisUrl: string;
}

const timed = z.object({ ms: z.number() });
const counted = z.object({ count: z.number() });

/** A fresh process sets all deadlines, then moves all, then cancels all; after each step they are counted. */
export async function deadlineTurn(turn: DeadlineTurn): Promise<Turn & Record<Phase, number>> {
  const { side, start, deadlines, redisUrl } = turn;
  const process = startBenchProcess(side);
  try {
    await process.ask({ start }, z.object({}));
    const empty = await redisSize(redisUrl);
    const spent: Record<Phase, number> = { create: 0, move: 0, cancel: 0 };
    let height = empty;
    const taken = await onTheClock(process, PHASES.length * deadlines, async () => {
      for (const phase of PHASES) {
        spent[phase] = (await process.ask({ phase }, timed)).ms;
        await check(process, phase, turn);
        if (phase === 'move') height = await redisSize(redisUrl);
      }
      return { ms: spent.create + spent.move + spent.cancel };
    });
    // Not one more than before; BullMQ takes back even what it wrote when it started.
    ok((await redisSize(redisUrl)).keys <= empty.keys);
    return { ...taken, ...spent, redisMb: Math.max(0, height.mb - empty.mb) };
  } finally {
    await process.stop();
  }
}

async function check(process: BenchProcess, phase: Phase, { instants, counted: all }: DeadlineTurn) {
  const waitingFor = async (at: Date) => (await process.ask({ waitingFor: at.toISOString() }, counted)).count;
  equal(await waitingFor(instants.created), phase === 'create' ? all : 0);
  equal(await waitingFor(instants.moved), phase === 'move' ? all : 0);
}
