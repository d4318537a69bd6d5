import { createHmac, timingSafeEqual } from 'node:crypto';
import { Fault } from '../domain/fault.ts';
import { deriveKey } from '../secrets/derive-key.ts';

/** What makes a list this one and no other. */
export interface ListAsked {
  /** Who asks: a list holds what they may see. */
  accountId: string;
  path: string;
  /** The filters and the sort; how long a page is makes no other list. */
  filters: Record<string, unknown>;
}

export type ListCursors = ReturnType<typeof listCursors>;

const TAG_BYTES = 12;

/** Writes the place where a page ends as a cursor that is good for this list alone. */
export function listCursors(secret: Buffer) {
  const key = deriveKey(secret, 'list-cursors');

  function tagOf({ accountId, path, filters }: ListAsked, place: Buffer): Buffer {
    const given = Object.entries(filters).sort(([left], [right]) => (left < right ? -1 : 1));
    const list = JSON.stringify([accountId, path, given]);
    return createHmac('sha256', key).update(list).update('\0').update(place).digest().subarray(0, TAG_BYTES);
  }

  function seal(list: ListAsked, place: unknown): string {
    const written = Buffer.from(JSON.stringify(place));
    return Buffer.concat([tagOf(list, written), written]).toString('base64url');
  }

  /** @throws Fault `cursor_foreign`, also for one that was changed */
  function open(list: ListAsked, cursor: string): unknown {
    const sealed = Buffer.from(cursor, 'base64url');
    const place = sealed.subarray(TAG_BYTES);
    const tag = tagOf(list, place);
    const given = sealed.subarray(0, TAG_BYTES);
    if (given.length !== TAG_BYTES || !timingSafeEqual(given, tag)) {
      throw new Fault('cursor_foreign', { pointer: '/cursor' });
    }
    return JSON.parse(place.toString());
  }

  return { seal, open };
}
