import { setupIsOpen } from '../starting/setup-state.ts';
import { apiClient } from './api-client.ts';
import { type DemoAccount, demoAccounts } from './demo-accounts.ts';
import { type DemoReceipt, demoReceipts } from './demo-receipts.ts';
import { fillDemoCity } from './fill-demo-city.ts';

const HTTP_UNAUTHORIZED = 401;

export interface SeedDemoRequest {
  /** Where web answers. */
  baseUrl: string;
  setupToken: string;
  /** Holds the passwords of the demo accounts and the codes of its workers. */
  dataDir: string;
  say: (line: string) => void;
}

/** Who can log in to the demo, and what its workers can look their cases up with. */
export interface SeededDemo {
  accounts: readonly DemoAccount[];
  receipts: readonly DemoReceipt[];
}

/**
 * Fills the service with the demo city through its own API. What is there already stays; a demo whose making was
 * interrupted is finished. Null where the accounts that are there are not the demo's: nothing is added to them.
 */
export async function seedDemo({
  baseUrl,
  setupToken,
  dataDir,
  say,
}: SeedDemoRequest): Promise<SeededDemo | null> {
  const accounts = demoAccounts(dataDir);
  const receipts = demoReceipts(dataDir);
  if (await setupIsOpen(baseUrl)) {
    say('Demo: making the city, its accounts and its cases …');
    await apiClient(baseUrl).post('/setup', { token: setupToken, ...accounts[0] });
  } else if (!(await isAdministeredBy(accounts[0], baseUrl))) {
    return null;
  }
  await fillDemoCity({ baseUrl, accounts, registered: receipts.add });
  return { accounts, receipts: receipts.read() };
}

/** Whether the administrator that is there is the demo's, with the password that was kept. */
async function isAdministeredBy({ username, password }: DemoAccount, baseUrl: string): Promise<boolean> {
  const client = apiClient(baseUrl, undefined, { answersRefusals: true });
  const { status } = await client.post('/sessions', { username, password });
  return status !== HTTP_UNAUTHORIZED;
}
