import { setTimeout as wait } from 'node:timers/promises';
import { Fault } from '../domain/fault.ts';
import type { Forgive, LimitedKey } from './attempt-limit.ts';

/** What an attempt beyond a limit waits, so that a flood of them goes slowly. */
const WAIT_MS = 500;

/**
 * As `attempt`, but one beyond a limit is not refused unseen: it waits, and where it succeeds it succeeds. So others who
 * fail from the same address (a dormitory, a carrier's gateway) shut nobody out who holds the secret. For secrets alone
 * that cannot be guessed however many attempts there are; a password is none.
 * @throws Fault `too_many_attempts` where an attempt beyond a limit fails too
 */
export async function attemptWithSecret<Result>(
  limits: readonly LimitedKey[],
  work: () => Promise<Result>,
): Promise<Result> {
  const forgiven: Forgive[] = [];
  let refusal: Fault | null = null;
  for (const [limit, key, request] of limits) {
    try {
      forgiven.push(await limit(key, request));
    } catch (error) {
      if (!(error instanceof Fault) || error.code !== 'too_many_attempts') throw error;
      refusal = error;
    }
  }
  if (refusal !== null) await wait(WAIT_MS);
  try {
    const result = await work();
    await Promise.all(forgiven.map((forgive) => forgive()));
    return result;
  } catch (error) {
    throw refusal !== null && error instanceof Fault ? refusal : error;
  }
}
