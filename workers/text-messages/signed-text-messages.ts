import type { TextMessageProvider } from '../../server/notices/text-message-channel.ts';
import { postSigned } from '../webhooks/post-signed.ts';

export interface SignedTextMessagesOptions {
  url: string;
  key: Buffer;
  idempotent: boolean;
  waitMs: number;
  now: () => Date;
}

/** A provider, or the gateway before it, that takes `{id, to, text}` as signed JSON (docs/other-systems.md). */
export function signedTextMessages(options: SignedTextMessagesOptions): TextMessageProvider {
  const { url, key, idempotent, waitMs, now } = options;
  return {
    idempotent,
    send: ({ id, to, text }, mayBegin) =>
      postSigned({ url, key, id, body: JSON.stringify({ id, to, text }), at: now(), waitMs }, mayBegin),
  };
}
