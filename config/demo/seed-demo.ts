import { setupIsOpen } from '../starting/setup-state.ts';
import { type DemoAccount, demoAccounts } from './demo-accounts.ts';

export interface SeedDemoRequest {
  /** Where web answers. */
  baseUrl: string;
  setupToken: string;
  /** Holds the passwords of the demo accounts. */
  dataDir: string;
  say: (line: string) => void;
}

async function makeAdministrator({ baseUrl, setupToken }: SeedDemoRequest, account: DemoAccount) {
  const response = await fetch(`${baseUrl}/api/v1/setup`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token: setupToken, ...account }),
  });
  if (response.ok) return;
  throw new Error(`The demo could not be set up: POST /api/v1/setup was answered ${response.status}.`);
}

/**
 * Fills an empty service with the demo city through its own API, and gives back the accounts that can log in.
 * Where there are accounts already it changes nothing.
 */
export async function seedDemo(request: SeedDemoRequest): Promise<readonly DemoAccount[]> {
  const accounts = demoAccounts(request.dataDir);
  if (await setupIsOpen(request.baseUrl)) {
    request.say('Demo: making the city, its accounts and its cases …');
    await makeAdministrator(request, accounts[0]);
  }
  return accounts;
}
