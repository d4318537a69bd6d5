import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import type { Environment } from './parse-settings.ts';
import type { SettingFault } from './setting-fault.ts';
import { settingText } from './setting-table.ts';
import { unknownInEnvFile } from './unknown-settings.ts';

export interface EnvFile {
  values: Environment;
  faults: SettingFault[];
}

interface Line {
  number: number;
  text: string;
}

const isWritten = ({ text }: Line) => text.trim() !== '' && !text.trimStart().startsWith('#');

/** One line by Node's own rules for quotes and comments. Line by line: a faulty one would swallow the next. */
function parseLine({ text }: Line): [name: string, value: string] | undefined {
  const entry = Object.entries(parseEnv(text))[0];
  return entry && /^\w+$/.test(entry[0]) ? [entry[0], entry[1] ?? ''] : undefined;
}

const notASetting = ({ number }: Line): SettingFault => ({
  setting: `.env, line ${number},`,
  wrong: 'is not of the form NAME=value',
  remedy: 'Correct it, or begin it with # to leave it out',
});

const twice = (name: string, { number }: Line): SettingFault => ({
  setting: name,
  wrong: `stands a second time in .env, in line ${number}`,
  remedy: 'Keep one of them',
});

const NAMES_ITSELF: SettingFault = {
  setting: 'HEYI_ENV_FILE',
  wrong: 'stands in a file of settings',
  remedy: settingText('HEYI_ENV_FILE').remedy,
};

/** The text of a `.env` file. Every name must be a setting, and stand there once. */
export function parseEnvFile(text: string): EnvFile {
  const values: Environment = {};
  const faults: SettingFault[] = [];
  const lines = text.split(/\r?\n/).map((line, index): Line => ({ number: index + 1, text: line }));
  for (const line of lines.filter(isWritten)) {
    const entry = parseLine(line);
    if (entry === undefined) faults.push(notASetting(line));
    else if (entry[0] in values) faults.push(twice(entry[0], line));
    else values[entry[0]] = entry[1];
  }
  if ('HEYI_ENV_FILE' in values) faults.push(NAMES_ITSELF);
  return { values, faults: [...faults, ...unknownInEnvFile(Object.keys(values))] };
}

/**
 * Reads the file of settings. No `.env` at all is as good as an empty one; a file that was named must be there.
 * @param named the value of HEYI_ENV_FILE in the environment; relative paths begin at `root`
 */
export function readEnvFile(root: string, named?: string): EnvFile {
  const file = path.resolve(root, named || '.env');
  try {
    return parseEnvFile(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? error.code : error;
    if (reason === 'ENOENT' && !named) return { values: {}, faults: [] };
    const wrong = `names a file that cannot be read: ${file} (${String(reason)})`;
    return {
      values: {},
      faults: [{ setting: 'HEYI_ENV_FILE', wrong, remedy: settingText('HEYI_ENV_FILE').remedy }],
    };
  }
}
