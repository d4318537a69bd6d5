import type { Logger } from 'pino';

/** Something done again and again until it is stopped. */
export interface Repetition {
  /** Lets the next round come at once. */
  nudge: () => void;
  /** Resolves when the round that is under way has ended. */
  stop: () => Promise<void>;
}

export interface RepeatOptions {
  name: string;
  everyMs: number;
  logger: Logger;
}

/**
 * Runs a task, waits, runs it again; a round that fails is logged and the next one comes all the same. A task that
 * takes long looks at the signal, which tells it to come to an end.
 */
export function repeat(
  task: (signal: AbortSignal) => Promise<unknown>,
  { name, everyMs, logger }: RepeatOptions,
): Repetition {
  const stopping = new AbortController();
  const { signal } = stopping;
  let isNudged = false;
  let wake = () => {};
  async function rounds(): Promise<void> {
    while (!signal.aborted) {
      isNudged = false;
      try {
        await task(signal);
      } catch (error) {
        logger.error({ err: error }, `${name} failed; it is tried again`);
      }
      if (!signal.aborted && !isNudged) await pause();
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
    nudge: () => {
      isNudged = true;
      wake();
    },
    stop: () => {
      stopping.abort();
      wake();
      return done;
    },
  };
}
