import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { DEMO_ACCOUNTS } from './demo-city.ts';

const demoAccountShape = z.object({
  username: z.string(),
  password: z.string(),
  displayName: z.string(),
});

/** Who can log in to the demo, as it is printed at each start. */
export type DemoAccount = z.infer<typeof demoAccountShape>;

const PASSWORD_BYTES = 9;

/** The administrator first, then those who work there. */
const PEOPLE = [{ username: 'admin', displayName: '演示管理员 Demo administrator' }, ...DEMO_ACCOUNTS];

/** The accounts with passwords that are made once for each data folder and kept there, for its owner's eyes only. */
export function demoAccounts(dataDir: string): [DemoAccount, ...DemoAccount[]] {
  const file = path.join(dataDir, 'demo-accounts.json');
  if (!existsSync(file)) {
    const accounts = PEOPLE.map(({ username, displayName }) => ({
      username,
      password: randomBytes(PASSWORD_BYTES).toString('base64url'),
      displayName,
    }));
    writeFileSync(`${file}.new`, JSON.stringify(accounts, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return z.tuple([demoAccountShape], demoAccountShape).parse(JSON.parse(readFileSync(file, 'utf8')));
}
