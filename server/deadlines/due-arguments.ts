import { parseArgs } from 'node:util';
import { DeadlineInputError } from '../domain/deadline-input-error.ts';

export const USAGE = `When is it due? Every deadline of the law, counted and explained.

  npm run -s due -- --rule M3 --from 2026-09-16 [--region 370100] [--footing FOOTING] [--events FILE] [--json]
  npm run -s due -- --batch FILE

  --rule     code of the rule, such as M1, M3, A1, A6 (docs/clock.md lists them all)
  --from     the day that starts the count, YYYY-MM-DD
  --events   JSON file with a list of events, [{"kind": …, "on": …}, …]
  --region   region code of GB/T 2260, six digits
  --footing  legal basis of the organisation: enterprise-committee, peoples-mediation, township-body,
             union-by-reference, none
  --calendar JSON file with a year's holidays, may be given several times
  --json     the answer as one JSON object
  --batch    file with one question a line, {"rule","from","region"?,"footing"?,"events"?}; - is standard input;
             a line that is wrong is answered by {"line", "error"}, and the command then ends with 1
`;

const OPTIONS = {
  rule: { type: 'string' },
  from: { type: 'string' },
  region: { type: 'string' },
  footing: { type: 'string' },
  events: { type: 'string' },
  calendar: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
  batch: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** Reads the arguments; throws a `DeadlineInputError` that names the one that is wrong. */
export function readDueArguments(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, strict: true }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new DeadlineInputError('arguments', 'bad-value', `arguments: ${message}`);
  }
}
