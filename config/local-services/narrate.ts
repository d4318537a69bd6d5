export type Say = (line: string) => void;

const EVERY_MS = 4000;

/** Says what is being done, and while it goes on that it still is, every few seconds. */
export async function narrate<T>(say: Say, what: string, work: () => Promise<T>): Promise<T> {
  const startedAt = Date.now();
  const seconds = () => Math.round((Date.now() - startedAt) / 1000);
  say(`${what} …`);
  const timer = setInterval(() => say(`${what}: still at it, ${seconds()} s …`), EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
