import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { erasedCaseLine } from '../schemas/requests/erasure-requests.ts';
import type { Services } from '../server/compose.ts';
import { withServices } from './with-services.ts';

// `npm run keys`: the master keys of the personal data, and the cases whose keys were destroyed (docs/operations.md).

const KEY_BYTES = 32;
const USAGE = `Usage: npm run keys -- COMMAND
  list    the master keys that are set, and how many cases lie under each
  new     prints a new master key; put it first in HEYI_MASTER_KEYS, the old one after it and a comma
  seal    seals the cases that were stored before there were keys
  rotate  wraps the keys of all cases with the first master key, so that the others can be taken away
  erased  prints every erased case, a line each; keep the list outside the database
  erase-again FILE  erases the cases of such a list again, after an older backup was restored`;
const say = (line: string) => console.log(line);

const COMMANDS: Record<string, (services: Services, file: string) => Promise<void>> = {
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
  erased: async ({ eraseCase }) => {
    for await (const erased of eraseCase.everyErased()) say(JSON.stringify(erased));
  },
  'erase-again': async ({ eraseCase }, file) => {
    const lines = readErased(file);
    const count = { erased: 0, 'was-erased': 0, 'not-there': 0 };
    for (const line of lines) count[await eraseCase.again(line)] += 1;
    say(
      `${count.erased} cases erased again; ${count['was-erased']} were, ${count['not-there']} are not in the database.`,
    );
  },
};

/** The whole list is read before anything is erased: a broken line stops it, and says which. */
function readErased(file: string) {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      return [erasedCaseLine.parse(JSON.parse(line))];
    } catch {
      throw new Error(
        `Line ${index + 1} of ${file} is no line of npm run -s keys -- erased; take it out or mend it.`,
      );
    }
  });
}

const name = process.argv[2] ?? '';
const file = process.argv[3] ?? '';
const command = COMMANDS[name];
if (name === 'new') say(randomBytes(KEY_BYTES).toString('hex'));
else if (command === undefined || (name === 'erase-again' && file === '')) {
  say(USAGE);
  process.exitCode = 2;
} else {
  await withServices((services) => command(services, file)).catch((error: Error) => {
    say(error.message);
    process.exitCode = 1;
  });
}
