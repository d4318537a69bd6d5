import { z } from 'zod';
import { startBenchProcess } from '../frame/bench-process.ts';
import type { Turn } from '../frame/compare-turns.ts';
import { onTheClock } from '../frame/take-turn.ts';

interface SweepTurn {
  side: string;
  start: object;
  warmUp: number;
  due: number;
  /** Lets so many fall due, that no turn has seen yet. */
  fallDue: (count: number) => Promise<unknown>;
}

const timed = z.object({ ms: z.number() });

/** A fresh process sweeps some that are due, untimed, and then as many as the measure asks for. */
export async function sweepTurn({ side, start, warmUp, due, fallDue }: SweepTurn): Promise<Turn> {
  const process = startBenchProcess(side);
  try {
    await process.ask({ start }, z.object({}));
    await fallDue(warmUp);
    await process.ask({ due: warmUp }, timed);
    await fallDue(due);
    return await onTheClock(process, due, () => process.ask({ due }, timed));
  } finally {
    await process.stop();
  }
}
