import { parseArgs } from 'node:util';

export interface BenchOptions {
  names: string[];
  rounds: number;
  operations: number | undefined;
  cases: number | undefined;
  dataDir: string | undefined;
  /** Nothing but the JSON lines, unless something goes wrong. */
  quiet: boolean;
}

export const USAGE =
  'Usage: npm run -s bench -- [name …] [--rounds N] [--operations N] [--cases N | --data DIR] [--json]';
const ROUNDS = 5;

/** Reads the command line. @throws Error that names the argument at fault */
export function benchOptions(args: readonly string[]): BenchOptions {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      rounds: { type: 'string' },
      operations: { type: 'string' },
      cases: { type: 'string' },
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  return {
    names: positionals,
    rounds: wholeNumber('--rounds', values.rounds) ?? ROUNDS,
    operations: wholeNumber('--operations', values.operations),
    cases: wholeNumber('--cases', values.cases),
    dataDir: values.data,
    quiet: values.json,
  };
}

function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,6}$/.test(text)) {
    throw new Error(`${option} is "${text}"; give it a whole number from 1 to 9999999.`);
  }
  return Number(text);
}
