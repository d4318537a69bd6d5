import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Calendar } from '../domain/calendar.ts';
import { DeadlineInputError } from '../domain/deadline-input-error.ts';
import { parseDeadlineRequest } from './deadline-request.ts';
import { explainRequest } from './explain-request.ts';

const CHUNK_CHARACTERS = 65_536;

/** Answers one question a line, in order, in constant memory; a line that is wrong gets an error in its place. */
export async function answerBatch(input: Readable, output: Writable, calendar: Calendar): Promise<void> {
  let chunk = '';
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    chunk += `${answerLine(line, calendar)}\n`;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    await written(output, chunk);
    chunk = '';
  }
  await written(output, chunk);
}

async function written(output: Writable, chunk: string): Promise<void> {
  if (!output.write(chunk)) await once(output, 'drain');
}

function answerLine(line: string, calendar: Calendar): string {
  try {
    return JSON.stringify(explainRequest(parseDeadlineRequest(parseJson(line, 'line')), calendar));
  } catch (error) {
    if (!(error instanceof DeadlineInputError)) throw error;
    return JSON.stringify({ error: { field: error.field, code: error.code, message: error.message } });
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
