import { randomBytes } from 'node:crypto';
import type { Services } from '../server/compose.ts';
import { withServices } from './with-services.ts';

// `npm run keys -- list | new | seal | rotate`: the master keys of the personal data (docs/operations.md).

const KEY_BYTES = 32;
const USAGE = `Usage: npm run keys -- COMMAND
  list    the master keys that are set, and how many cases lie under each
  new     prints a new master key; put it first in HEYI_MASTER_KEYS, the old one after it and a comma
  seal    seals the cases that were stored before there were keys
  rotate  wraps the keys of all cases with the first master key, so that the others can be taken away`;
const say = (line: string) => console.log(line);

const COMMANDS: Record<string, (services: Services) => Promise<void>> = {
  list: async ({ masterKeys, keepKeys }) => {
    const counts = await keepKeys.list();
    const casesUnder = (id: string | null) =>
      counts.find(({ masterKeyId }) => masterKeyId === id)?.cases ?? 0;
    for (const id of masterKeys.ids) {
      const use = id === masterKeys.currentId ? 'seals new cases' : 'opens older ones';
      say(`${id}  ${casesUnder(id)} cases  ${use}`);
    }
    for (const { masterKeyId, cases } of counts) {
      if (masterKeyId === null) say(`${cases} cases are not sealed: npm run keys -- seal`);
      else if (!masterKeys.ids.includes(masterKeyId)) say(`${masterKeyId}  ${cases} cases  IS NOT SET`);
    }
  },
  seal: async ({ keepKeys }) => say(`${await keepKeys.seal()} cases sealed.`),
  rotate: async ({ masterKeys, keepKeys }) => {
    const rewrapped = await keepKeys.rotate();
    say(
      `${rewrapped} cases moved to ${masterKeys.currentId}; the other keys can be taken out of the setting.`,
    );
  },
};

const name = process.argv[2] ?? '';
const command = COMMANDS[name];
if (name === 'new') say(randomBytes(KEY_BYTES).toString('hex'));
else if (command === undefined) {
  say(USAGE);
  process.exitCode = 2;
} else {
  await withServices(command).catch((error: Error) => {
    say(error.message);
    process.exitCode = 1;
  });
}
