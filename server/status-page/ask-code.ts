import { randomUUID } from 'node:crypto';
import type { OneTimeCodes } from './one-time-code.ts';
import type { OneTimeCodeStore } from './one-time-code-store.ts';

export interface AskCodeDependencies {
  oneTimeCodes: OneTimeCodes;
  codeRequests: OneTimeCodeStore;
  now: () => Date;
}

const LIFE_MS = 10 * 60_000;
const TRIES = 5;

/**
 * Takes a request for a one-time code. Whether any case has that number is not looked at here but by the worker that
 * sends the code: asked for a known number and for an unknown one, the same is done.
 */
export function askCode({ oneTimeCodes, codeRequests, now }: AskCodeDependencies) {
  return async (phone: string): Promise<{ requestId: string }> => {
    const id = randomUUID();
    await codeRequests.insert({
      id,
      sealedPhone: oneTimeCodes.sealPhone(phone, id),
      triesLeft: TRIES,
      expiresAt: new Date(now().getTime() + LIFE_MS),
      takenAt: null,
    });
    return { requestId: id };
  };
}
