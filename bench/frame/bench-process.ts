import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { z } from 'zod';
import { bundledEntry } from '../../config/processes/bundled-entry.ts';
import { reply } from './answer-orders.ts';

/** A fresh process that takes one part in a measure; its end is `answerOrders`. */
export interface BenchProcess {
  /** @throws Error with what went wrong there, or that it ended instead of answering */
  ask: <Answer>(order: object, answer: z.ZodType<Answer>) => Promise<Answer>;
  /** User and system time since its start, and the most memory it ever held. */
  used: () => Promise<{ cpuMs: number; peakMb: number }>;
  /** Ends it as a power cut would. */
  kill: () => Promise<void>;
  /** Asks it to end, and sees to it that it does. */
  stop: () => Promise<void>;
}

const STOP_GRACE_MS = 15_000;

/** Starts bench/sides/`side`.ts as a process of its own. What it logs is written, but nowhere kept. */
export function startBenchProcess(side: string): BenchProcess {
  const child = spawn(process.execPath, bundledEntry(`bench/sides/${side}.ts`), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');

  async function talk(order: unknown) {
    const { answer, used, fault } = reply.parse(await answerOf(child, { order }));
    if (fault !== undefined) throw new Error(`${side}: ${fault}`);
    return { answer, used };
  }

  return {
    ask: async (order, schema) => schema.parse((await talk(order)).answer),
    used: async () => (await talk('used')).used,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
      await ended;
      clearTimeout(force);
    },
  };
}

function answerOf(child: ChildProcess, order: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error(`${child.spawnargs.at(-1)} ended before it answered.`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message);
    });
    child.send(order, (error) => {
      if (error !== null) reject(error);
    });
  });
}
