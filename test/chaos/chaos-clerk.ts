import { setTimeout as sleep } from 'node:timers/promises';
import type { SeededRandom } from '../../config/seed/seeded-random.ts';
import type { MediationCase } from '../../server/domain/case.ts';
import { legalDayOf } from '../../server/domain/legal-day.ts';
import type { CaseHistory } from './case-history.ts';
import { newCase, nextStep, type Step } from './case-life.ts';

export interface ClerkRequest {
  webUrl: string;
  token: string;
  mediatorIds: readonly [string, ...string[]];
  random: SeededRandom;
  /** On average, from one thing done to the next. */
  everyMs: number;
  /** The case as it is stored. */
  stored: (caseId: string) => Promise<MediationCase | null>;
}

/** What a clerk has done, and what was answered. */
export interface ClerkRecord {
  histories: CaseHistory[];
  /** Requests whose answer was lost, answers of 500 and more included. */
  unanswered: number;
  /** Answers of 400 to 499, by code: the work of this test was not as it should be. */
  refused: string[];
  /** Acknowledged writes that were not there when the case was read right after. */
  unstored: string[];
}

interface Answer {
  status: number;
  body: { id: string; version: number; code?: string; case?: { id: string } };
}

const ANSWER_WAIT_MS = 8000;

/** Somebody who registers cases and takes them through their lives over the API, one thing after the other. */
export function startClerk(request: ClerkRequest) {
  const { webUrl, token, random, everyMs, stored } = request;
  const record: ClerkRecord = { histories: [], unanswered: 0, refused: [], unstored: [] };
  const open: { history: CaseHistory; nextAt: number }[] = [];
  let stopped = false;

  /** Null where no answer came that says what became of it. */
  async function ask(
    method: string,
    route: string,
    { version, body }: AskOptions = {},
  ): Promise<Answer | null> {
    try {
      const response = await fetch(`${webUrl}/api/v1/cases${route}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(ANSWER_WAIT_MS),
      });
      const answer = { status: response.status, body: (await response.json()) as Answer['body'] };
      if (answer.status >= 500) throw new Error(`${answer.status}`);
      return answer;
    } catch {
      record.unanswered += 1;
      return null;
    }
  }

  async function register(): Promise<void> {
    const from = Date.now();
    const answer = await ask('POST', '', { body: newCase({ random, today: legalDayOf(new Date()) }) });
    const caseId = answer?.body.case?.id;
    if (caseId === undefined) {
      if (answer !== null) record.refused.push(`register: ${answer.body.code}`);
      return;
    }
    const history: CaseHistory = { caseId, versions: [] };
    record.histories.push(history);
    await see(history, { from, version: 1, acknowledged: true });
    later(history);
  }

  /** Reads what is stored and writes it down as the version that a request made. */
  async function see(
    { caseId, versions }: CaseHistory,
    { from, version, acknowledged }: { from: number; version: number; acknowledged: boolean },
  ): Promise<void> {
    const by = Date.now();
    const subject = await stored(caseId);
    if (subject?.version !== version) record.unstored.push(`${caseId} version ${version}`);
    if (subject !== null) versions.push({ subject, from, by, acknowledged });
  }

  function later(history: CaseHistory): void {
    // Some steps come while the notices of the one before are on their way, some long after.
    const pauseMs = random.chance(0.4) ? random.int(0, 800) : random.int(800, 15_000);
    open.push({ history, nextAt: Date.now() + pauseMs });
  }

  async function act(history: CaseHistory): Promise<void> {
    const subject = history.versions.at(-1)?.subject;
    if (subject === undefined) return;
    const today = legalDayOf(new Date());
    const step = nextStep(subject, { ...request, today });
    if (step === null) return;
    await take(step, subject, history);
    later(history);
  }

  async function take(step: Step, subject: MediationCase, history: CaseHistory): Promise<void> {
    const from = Date.now();
    const { version } = subject;
    const answer = await ask('POST', `/${subject.id}/actions/${step.name}`, { version, body: step.input });
    if (answer?.status === 200) {
      await see(history, { from, version: answer.body.version, acknowledged: true });
    } else if (answer === null || answer.body.code === 'case_changed') {
      // The one before, whose answer was lost, may have come true only after it was asked about.
      const since = history.versions.at(-1)?.by ?? from;
      const found = await findOut(subject.id);
      if (found > version) await see(history, { from: since, version: found, acknowledged: false });
    } else {
      record.refused.push(`${step.name}: ${answer.body.code}`);
    }
  }

  /** The version of a case after an answer was lost, asked until there is an answer. */
  async function findOut(caseId: string): Promise<number> {
    for (;;) {
      const answer = await ask('GET', `/${caseId}`);
      if (answer?.status === 200) return answer.body.version;
      await sleep(200);
    }
  }

  async function rounds(): Promise<void> {
    while (!stopped) {
      const now = Date.now();
      const at = open.findIndex(({ nextAt }) => nextAt <= now);
      const [due] = at === -1 ? [] : open.splice(at, 1);
      if (due === undefined || random.chance(0.35)) await register();
      if (due !== undefined) await act(due.history);
      await sleep(random.next() * 2 * everyMs);
    }
  }
  const done = rounds();
  return {
    record,
    stop: () => {
      stopped = true;
      return done;
    },
  };
}

interface AskOptions {
  version?: number;
  body?: object;
}
