import { seededRandom } from '../../config/seed/seeded-random.ts';
import { OPERATIONS } from '../../server/api-document/operations.ts';
import { fingerprint } from '../server/bad-input/fingerprint.ts';
import { type RawAnswer, rawSender } from '../support/send-raw.ts';
import type { TestApp } from '../support/test-app.ts';
import { judgeAnswer } from './judge-answer.ts';
import { type FuzzGround, type FuzzRequest, randomRequest } from './random-request.ts';

export interface FuzzOptions {
  connection: TestApp['connection'];
  port: number;
  ground: FuzzGround;
  requests: number;
  seed: string;
  say: (line: string) => void;
}

export interface FuzzReport {
  requests: number;
  seed: string;
  /** What was done, and what was not. */
  taken: number;
  refused: number;
  answers5xx: number;
  /** Requests without an answer. */
  crashes: number;
  /** Answers that are not as the document says. */
  undocumented: number;
  /** Requests that no schema lets pass and that were taken all the same. */
  wronglyTaken: number;
  /** Stretches of refused requests after which the database was another. */
  changed: number;
  stretches: number;
}

/** Whether all parts are ready is 503 by its meaning: no worker runs here. */
const ASKED = OPERATIONS.filter(({ path }) => path !== '/readyz');
const STRETCH = 200;
const AT_ONCE = 8;
const MOST_CASES = 40;
const MOST_IDS = 400;
const MOST_SHOWN = 600;
const UUIDS = /[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}/g;

/**
 * Sends requests of a seed to a service and judges each answer. Stretches in which anything may be taken alternate with
 * those of which everything must be refused; after these the database must be what it was.
 */
export async function fuzzService(options: FuzzOptions): Promise<FuzzReport> {
  const { connection, port, ground, requests, seed, say } = options;
  const random = seededRandom(`fuzz/${seed}`);
  const sender = rawSender(port);
  const report: FuzzReport = {
    requests: 0,
    seed,
    taken: 0,
    refused: 0,
    answers5xx: 0,
    crashes: 0,
    undocumented: 0,
    wronglyTaken: 0,
    changed: 0,
    stretches: 0,
  };
  const find = (request: FuzzRequest, what: string) => {
    const { method, path, headers, body } = request;
    const { Authorization: _, ...shown } = headers ?? {};
    say(`${method} ${path} ${JSON.stringify(shown)} ${String(body)} ${what}`.slice(0, MOST_SHOWN));
  };

  let written = 0;
  async function send(mustFail: boolean): Promise<void> {
    const operation = random.pick(ASKED as [(typeof OPERATIONS)[number]]);
    const request = randomRequest(operation, random, { ground, mustFail });
    report.requests += 1;
    const answer = await sender.send(request).catch((error: Error) => error);
    if (answer instanceof Error) {
      report.crashes += 1;
      find(request, `had no answer: ${answer.message}`);
      return;
    }
    const wrong = judgeAnswer(operation, answer);
    if (answer.status >= 500) report.answers5xx += 1;
    else if (wrong !== null) report.undocumented += 1;
    if (wrong !== null) find(request, `${wrong}: ${answer.text.slice(0, MOST_SHOWN)}`);
    if (answer.status >= 400) report.refused += 1;
    else {
      report.taken += 1;
      if (operation.method !== 'get') written += 1;
      if (request.spoilt) {
        report.wronglyTaken += 1;
        find(request, 'was taken');
      }
    }
    learn(ground, request, answer);
  }

  async function stretch(mustFail: boolean): Promise<void> {
    let left = Math.min(STRETCH, requests - report.requests);
    const lines = Array.from({ length: AT_ONCE }, async () => {
      for (; left > 0; ) {
        left -= 1;
        await send(mustFail);
      }
    });
    await Promise.all(lines);
  }

  try {
    while (report.requests < requests) {
      // The one before may have been locked out, or has ended its own login.
      ground.people.spare = await ground.people.addSpare(`fuzz-spare-${report.requests}`);
      await stretch(false);
      const before = await fingerprint({ connection });
      const wrote = written;
      await stretch(true);
      if (written > wrote) continue;
      report.stretches += 1;
      const after = await fingerprint({ connection });
      const others = Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
      if (others.length === 0) continue;
      report.changed += 1;
      say(`Refused requests up to ${report.requests} changed ${others.join(', ')}`);
    }
  } finally {
    sender.stop();
  }
  return report;
}

/** Ids and versions that the service tells of are used later on. */
function learn(
  { cases, seenIds }: FuzzGround,
  { path }: FuzzRequest,
  { headers, status, text }: RawAnswer,
): void {
  const version = Number(/^"(\d+)"$/.exec(String(headers['etag'] ?? ''))?.[1]);
  const [, id] = /\/(?:cases|warnings)\/([\da-f-]{36})/.exec(path) ?? [];
  if (id !== undefined && cases.has(id) && version > 0) cases.set(id, version);
  if (status === 201 && path === '/api/v1/cases') {
    const [, made] = /^\/api\/v1\/cases\/(.+)$/.exec(String(headers['location'])) ?? [];
    if (made !== undefined) cases.set(made, version);
    const [oldest] = cases.keys();
    if (cases.size > MOST_CASES && oldest !== undefined) cases.delete(oldest);
  }
  if (status >= 300) return;
  seenIds.push(...(text.slice(0, 20_000).match(UUIDS) ?? []).slice(0, 20));
  seenIds.splice(0, seenIds.length - MOST_IDS);
}
