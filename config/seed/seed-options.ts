import { parseArgs } from 'node:util';
import { isLegalDay, type LegalDay } from '../../server/domain/legal-day.ts';
import type { SeedRun } from './seed-plan.ts';

export interface SeedOptions extends SeedRun {
  /** Beside cases that are there already. */
  add: boolean;
}

export const SEED_USAGE = `Usage: npm run seed -- --cases N [--seed S] [--until DAY] [--add]
  --cases N    how many cases, from 1 to 10000000
  --seed S     a whole number up to 999999; the same N, S and DAY give the same cases. 1 where it is not said
  --until DAY  YYYY-MM-DD: the cases are of the three years before that day. Today where it is not said
  --add        fill a database that holds cases already, or go on where a run was broken off`;

const MOST_CASES = 10_000_000;
const MOST_SEED = 999_999;

/** Reads the command line. @throws Error in one sentence that names the argument and what it must be */
export function seedOptions(args: readonly string[], today: LegalDay): SeedOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cases: { type: 'string' },
      seed: { type: 'string', default: '1' },
      until: { type: 'string', default: today },
      add: { type: 'boolean', default: false },
    },
  });
  if (values.cases === undefined) throw new Error('--cases is missing; say how many: --cases 10000.');
  const { until, add } = values;
  if (!isLegalDay(until) || until > today) {
    throw new Error(`--until is "${until}"; give it a day up to today (${today}), as YYYY-MM-DD.`);
  }
  return {
    cases: wholeNumber('--cases', values.cases, { least: 1, most: MOST_CASES }),
    seed: wholeNumber('--seed', values.seed, { least: 0, most: MOST_SEED }),
    until,
    add,
  };
}

function wholeNumber(option: string, text: string, { least, most }: { least: number; most: number }): number {
  const value = /^\d{1,8}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new Error(`${option} is "${text}"; give it a whole number from ${least} to ${most}.`);
}
