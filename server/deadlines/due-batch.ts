import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Calendar } from '../domain/calendar.ts';
import { DeadlineInputError } from '../domain/deadline-input-error.ts';
import { parseDeadlineRequest } from './deadline-request.ts';
import { type DeadlineAnswer, explainRequest } from './explain-request.ts';

const CHUNK_CHARACTERS = 65_536;

/** How many lines there were, and how many of them had an error. */
export interface BatchOutcome {
  lines: number;
  faulty: number;
}

/**
 * Answers one question a line, in order, in constant memory; a line that is wrong gets an error in its place, with its
 * number, from 1.
 */
export async function answerBatch(
  input: Readable,
  output: Writable,
  calendar: Calendar,
): Promise<BatchOutcome> {
  const outcome: BatchOutcome = { lines: 0, faulty: 0 };
  let chunk = '';
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    outcome.lines += 1;
    const answer = answerLine(line, calendar);
    if ('error' in answer) outcome.faulty += 1;
    chunk += `${JSON.stringify('error' in answer ? { line: outcome.lines, ...answer } : answer)}\n`;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    await written(output, chunk);
    chunk = '';
  }
  await written(output, chunk);
  return outcome;
}

async function written(output: Writable, chunk: string): Promise<void> {
  if (!output.write(chunk)) await once(output, 'drain');
}

interface LineFault {
  error: Pick<DeadlineInputError, 'field' | 'code' | 'message'>;
}

function answerLine(line: string, calendar: Calendar): DeadlineAnswer | LineFault {
  try {
    return explainRequest(parseDeadlineRequest(parseJson(line, 'line')), calendar);
  } catch (error) {
    if (!(error instanceof DeadlineInputError)) throw error;
    return { error: { field: error.field, code: error.code, message: error.message } };
  }
}

/** JSON or a `DeadlineInputError` with code `not-json`. */
export function parseJson(text: string, field: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DeadlineInputError(field, 'not-json', `${field}: is not JSON; write one JSON value.`);
  }
}
