import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Account, AccountStore } from '../accounts/account-store.ts';
import { deriveKey } from '../secrets/derive-key.ts';

const PASS_MS = 30 * 60_000;

export interface QueuePagePassDependencies {
  accounts: Pick<AccountStore, 'findById'>;
  secret: Buffer;
  now: () => Date;
}

/**
 * Stands for credentials that were checked, for half an hour and for the page of the queue alone: its files are many,
 * and a code of a second factor works once. It is signed and stored nowhere, so that every web process knows it and
 * the logins of the account stay as they are; another password or a lock ends it.
 */
export function queuePagePass({ accounts, secret, now }: QueuePagePassDependencies) {
  const key = deriveKey(secret, 'queue-page-pass');
  const signed = ({ id, passwordHash }: Account, expiresMs: string) =>
    createHmac('sha256', key)
      .update(JSON.stringify([id, expiresMs, passwordHash]))
      .digest();

  function issue(account: Account): { pass: string; lastsMs: number } {
    const expiresMs = String(now().getTime() + PASS_MS);
    const pass = `${account.id}.${expiresMs}.${signed(account, expiresMs).toString('base64url')}`;
    return { pass, lastsMs: PASS_MS };
  }

  /** The account as it is now; null for a pass that ran out, was ended, or is none of ours. */
  async function holder(pass: string): Promise<Account | null> {
    const [id = '', expiresMs = '', signature = ''] = pass.split('.');
    if (!(Number(expiresMs) > now().getTime())) return null;
    const account = await accounts.findById(id);
    if (account === null || account.lock !== null) return null;
    const [given, right] = [Buffer.from(signature, 'base64url'), signed(account, expiresMs)];
    return given.length === right.length && timingSafeEqual(given, right) ? account : null;
  }

  return { issue, holder };
}
