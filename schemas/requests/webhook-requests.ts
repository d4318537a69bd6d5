import { z } from 'zod';
import { says } from './says.ts';

const MAX_URL = 2000;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** https, so that nobody reads on the way who did what when; http only to a receiver on this machine. */
function isSafeAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
}

export const webhookRequest = z.strictObject({
  url: z
    .string()
    .max(MAX_URL)
    .refine(
      isSafeAddress,
      says({
        en: 'must be an https address without a password in it (http only on this machine)',
        zh: '须为不含密码的 https 地址（仅本机可用 http）',
      }),
    ),
});
export type WebhookRequest = z.infer<typeof webhookRequest>;
