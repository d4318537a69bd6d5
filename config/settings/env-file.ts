import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { Environment } from './parse-settings.ts';
import type { SettingFault } from './setting-fault.ts';
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
  return { values, faults: [...faults, ...unknownInEnvFile(Object.keys(values))] };
}

/** Reads a `.env` file; none at all is as good as an empty one. */
export function readEnvFile(file: string): EnvFile {
  try {
    return parseEnvFile(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { values: {}, faults: [] };
    throw error;
  }
}
