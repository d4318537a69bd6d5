import { once } from 'node:events';
import { createReadStream, readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { builtInCalendar, type Calendar } from '../domain/calendar.ts';
import { readCalendarYear } from '../domain/calendar-import.ts';
import { DeadlineInputError } from '../domain/deadline-input-error.ts';
import { parseDeadlineEvents, parseDeadlineRequest } from './deadline-request.ts';
import { readDueArguments, USAGE } from './due-arguments.ts';
import { answerBatch, type BatchOutcome, parseJson } from './due-batch.ts';
import { type DeadlineAnswer, explainRequest } from './explain-request.ts';

// Usage: npm run -s due -- --help

function readJsonFile(path: string, field: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw unreadable(path, field);
  }
  return parseJson(text, field);
}

async function openBatch(path: string): Promise<Readable> {
  if (path === '-') return process.stdin;
  const stream = createReadStream(path);
  try {
    await once(stream, 'open');
  } catch {
    throw unreadable(path, 'batch');
  }
  return stream;
}

function unreadable(path: string, field: string): DeadlineInputError {
  return new DeadlineInputError(
    field,
    'bad-value',
    `${field}: cannot read ${path}; give a file that exists.`,
  );
}

function calendarWith(paths: readonly string[]): Calendar {
  let calendar = builtInCalendar();
  for (const path of paths) {
    const { year, errors } = readCalendarYear(readJsonFile(path, 'calendar'), calendar);
    const [first] = errors;
    if (!year)
      throw new DeadlineInputError('calendar', 'bad-value', `calendar: ${path}: ${first?.text.en ?? ''}`);
    calendar = calendar.withYear(year);
  }
  return calendar;
}

function readable({ rule, due, zh, en }: DeadlineAnswer): string {
  return `${rule}  ${due ?? '–'}\n\n${zh}\n\n${en}`;
}

/** All lines are answered; a script that goes on with them must learn that some are errors. */
function tellBatch({ lines, faulty }: BatchOutcome): void {
  if (faulty === 0) return;
  console.error(
    `${faulty} of ${lines} lines have an error in place of their answer; see "line" and "error".`,
  );
  process.exitCode = 1;
}

async function run(args: string[]): Promise<void> {
  const options = readDueArguments(args);
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const calendar = calendarWith(options.calendar ?? []);
  if (options.batch !== undefined) {
    tellBatch(await answerBatch(await openBatch(options.batch), process.stdout, calendar));
    return;
  }
  const { rule, from, region, footing } = options;
  if (rule === undefined) {
    throw new DeadlineInputError('rule', 'missing-field', `rule: is missing; give --rule.\n\n${USAGE}`);
  }
  const events =
    options.events === undefined ? [] : parseDeadlineEvents(readJsonFile(options.events, 'events'));
  const request = parseDeadlineRequest({ rule, from, region, footing, events });
  const answer = explainRequest(request, calendar);
  console.log(options.json ? JSON.stringify(answer) : readable(answer));
}

/** A reader that goes away (`| head`) is no fault of ours. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
