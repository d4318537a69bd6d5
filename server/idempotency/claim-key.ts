import { createHmac, randomUUID } from 'node:crypto';
import { Fault } from '../domain/fault.ts';
import { deriveKey } from '../secrets/derive-key.ts';
import { openBytes, sealBytes } from '../secrets/sealed-text.ts';
import type { ChangeIdentity } from './change-identity.ts';
import type { KeptAnswer, KeptAnswerStore } from './kept-answer-store.ts';

export interface ClaimKeyDependencies {
  keptAnswers: KeptAnswerStore;
  secret: Buffer;
  now: () => Date;
  /** How long an answer is given again; a week, where nothing else is said. */
  answersKeptHours?: number;
}

export interface KeyedRequest {
  accountId: string;
  key: string;
  /** All that the request asks for: method, address and body. */
  content: string;
}

/** The answer that was given, or the right to find one. */
export type KeyClaim = { given: string } | OpenClaim;

export interface OpenClaim {
  change: ChangeIdentity;
  keep: (answer: string) => Promise<void>;
  /** Lets the key be used again: nothing was done. */
  release: () => Promise<void>;
}

const WEEK_HOURS = 7 * 24;
/** A process that has not answered by then is gone, or slow: what both do comes out as one, by the change's id. */
const HELD_SECONDS = 10;

/**
 * Claims a key for a request: the same key, the same change.
 * @throws Fault `key_reused` where it stood for something else, `key_in_use` while a repeat is at work
 */
export function claimKey({ keptAnswers, secret, now, answersKeptHours = WEEK_HOURS }: ClaimKeyDependencies) {
  const answerKey = deriveKey(secret, 'kept-answers');
  /** An answer opens in its own record alone. */
  const sealAt = (place: string) => ({ key: answerKey, place });
  const keyed = (text: string) => createHmac('sha256', secret).update(text);

  return async ({ accountId, key, content }: KeyedRequest): Promise<KeyClaim> => {
    const at = now();
    const id = keyed(`idempotency-key:${accountId}:${key}`).digest('hex');
    const fresh: KeptAnswer = {
      id,
      fingerprint: keyed(`request:${content}`).digest('hex'),
      changeId: randomUUID(),
      heldUntil: new Date(at.getTime() + HELD_SECONDS * 1000),
      expiresAt: new Date(at.getTime() + answersKeptHours * 3_600_000),
      sealed: null,
    };
    const record = (await keptAnswers.insert(fresh)) ? fresh : await takeOver(fresh, at);
    if (record.sealed !== null) return { given: openBytes(record.sealed, sealAt(id)) };
    return {
      change: {
        id: record.changeId,
        // From the key itself, which is stored nowhere: the database and the secret alone do not give it.
        seed: keyed(`change:${record.changeId}:${accountId}:${key}`).digest(),
      },
      keep: (answer) => keptAnswers.keep(id, sealBytes(answer, sealAt(id))),
      release: () => keptAnswers.remove(record),
    };
  };

  /** The record that stands under the key, if it may be gone on with. */
  async function takeOver(fresh: KeptAnswer, at: Date): Promise<KeptAnswer> {
    const found = await keptAnswers.find(fresh.id);
    if (found !== null && found.expiresAt <= at) await keptAnswers.remove(found);
    if (found === null || found.expiresAt <= at) {
      if (await keptAnswers.insert(fresh)) return fresh;
      throw inUse(HELD_SECONDS);
    }
    if (found.fingerprint !== fresh.fingerprint) throw new Fault('key_reused');
    if (found.sealed !== null) return found;
    const leftMs = found.heldUntil.getTime() - at.getTime();
    if (leftMs > 0) throw inUse(Math.ceil(leftMs / 1000));
    if (!(await keptAnswers.hold(found, fresh.heldUntil))) throw inUse(HELD_SECONDS);
    return found;
  }
}

function inUse(seconds: number): Fault {
  return new Fault('key_in_use', { params: { seconds: String(seconds) } });
}
