import type { Logger } from 'pino';

/** Something done again and again until it is stopped. */
export interface Repetition {
  /** Resolves when the round that is under way has ended. */
  stop: () => Promise<void>;
}

export interface RepeatOptions {
  name: string;
  everyMs: number;
  logger: Logger;
}

/** Runs a task, waits, runs it again; a round that fails is logged and the next one comes all the same. */
export function repeat(task: () => Promise<unknown>, { name, everyMs, logger }: RepeatOptions): Repetition {
  let stopped = false;
  let wake = () => {};
  async function rounds(): Promise<void> {
    while (!stopped) {
      try {
        await task();
      } catch (error) {
        logger.error({ err: error }, `${name} failed; it is tried again`);
      }
      if (!stopped) await pause();
    }
  }
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const done = rounds();
  return {
    stop: () => {
      stopped = true;
      wake();
      return done;
    },
  };
}
