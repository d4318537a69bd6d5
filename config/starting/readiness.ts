import { setTimeout as sleep } from 'node:timers/promises';

const PROBE_WITHIN_MS = 2000;
const EVERY_MS = 150;
const SAY_EVERY_MS = 3000;
const READY_WITHIN_MS = 90_000;

interface Readiness {
  /** GET /readyz gives 200: database, Redis, mail and worker are all there. */
  ready: boolean;
  /** What it said, in one line; null when there was no answer. */
  said: string | null;
}

async function askReadiness(baseUrl: string): Promise<Readiness> {
  try {
    const response = await fetch(`${baseUrl}/readyz`, { signal: AbortSignal.timeout(PROBE_WITHIN_MS) });
    const said = (await response.text()).replaceAll(/\s+/g, ' ').slice(0, 300);
    return { ready: response.status === 200, said };
  } catch {
    return { ready: false, said: null };
  }
}

/** Whether web answers at all, ready or not. */
export const webAnswers = async (baseUrl: string): Promise<boolean> =>
  (await askReadiness(baseUrl)).said !== null;

/** Waits for GET /readyz = 200; says every few seconds what it still waits for. */
export async function untilReady(baseUrl: string, say: (line: string) => void): Promise<void> {
  const startedAt = Date.now();
  let saidAt = startedAt;
  for (;;) {
    const { ready, said } = await askReadiness(baseUrl);
    if (ready) return;
    const now = Date.now();
    const state = said ?? 'web does not answer yet';
    if (now - startedAt > READY_WITHIN_MS) {
      throw new Error(
        `The service was not ready within ${READY_WITHIN_MS / 1000} s. GET ${baseUrl}/readyz says: ${state}. Its last lines above name the cause.`,
      );
    }
    if (now - saidAt > SAY_EVERY_MS) {
      say(`Waiting for web and worker: ${state}`);
      saidAt = now;
    }
    await sleep(EVERY_MS);
  }
}
