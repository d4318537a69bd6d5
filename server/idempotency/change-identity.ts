import { randomBytes, randomUUID } from 'node:crypto';

/** By what a change is known again: every repeat of one request has the same, so that what it adds is added once. */
export interface ChangeIdentity {
  /** The id of what the change makes, or of the first line that it adds. */
  id: string;
  /** 32 bytes that nobody guesses, for what must be secret and yet come out the same at every repeat. */
  seed: Buffer;
}

/** The identity of a change that is asked for once. */
export function newChange(): ChangeIdentity {
  return { id: randomUUID(), seed: randomBytes(32) };
}
