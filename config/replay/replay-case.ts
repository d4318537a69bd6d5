import { z } from 'zod';
import type { ApiAnswer, ApiClient } from '../demo/api-client.ts';
import { closingSteps, respondentSteps } from './closing-steps.ts';
import type { PlayedCase } from './placed-facts.ts';
import type { PublishedCase } from './published-case.ts';
import { registrationOf } from './replay-registration.ts';
import { keptOutside, stepsOf } from './replay-steps.ts';
import { type ShownCase, shownCase } from './shown-case.ts';
import type { ReplayRole, ReplayStep } from './told-event.ts';

/** Who acts in the replay, each logged in on their own, and the id of the mediator. */
export interface ReplayStaff {
  clients: Record<ReplayRole, ApiClient>;
  mediatorId: string;
}

/** A step that the API did not take, and its words for why. */
export interface RefusedStep {
  case: string;
  step: string;
  status: number;
  detail: string;
}

export interface ReplayedCase extends PlayedCase {
  refused: RefusedStep[];
}

/** More than any event takes: reopened, accepted, begun, and its own. */
const MOST_STEPS = 6;

const registered = z.object({ case: shownCase });
const problem = z.object({
  detail: z.string(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
});

/** Plays one published case through the API, from its registration to what is told of its end. */
export async function replayCase(published: PublishedCase, staff: ReplayStaff): Promise<ReplayedCase> {
  const play = new CasePlay(published, staff);
  if (!(await play.register())) return play.result();
  await play.takeEvents();
  return play.result();
}

class CasePlay {
  readonly #published: PublishedCase;
  readonly #staff: ReplayStaff;
  readonly #refused: RefusedStep[] = [];
  readonly #lines = new Map<number, string>();
  #shown: ShownCase | null = null;
  #etag = '';

  constructor(published: PublishedCase, staff: ReplayStaff) {
    this.#published = published;
    this.#staff = staff;
  }

  result(): ReplayedCase {
    return { published: this.#published, shown: this.#shown, lines: this.#lines, refused: this.#refused };
  }

  async register(): Promise<boolean> {
    const { body, lines } = registrationOf(this.#published);
    const answer = await this.#staff.clients.clerk.post('/cases', body);
    if (answer.status !== 201) {
      this.#refuse('register', answer);
      return false;
    }
    this.#take(registered.parse(answer.body).case, answer);
    for (const [event, line] of lines) {
      const id = this.#shown?.timeline[line]?.id;
      if (id !== undefined) this.#lines.set(event, id);
    }
    return true;
  }

  async takeEvents(): Promise<void> {
    const { later } = registrationOf(this.#published);
    if (this.#shown !== null) {
      for (const step of respondentSteps(this.#published, this.#shown)) await this.#act(step);
    }
    for (const [position, { event, index }] of later.entries()) {
      const coming = later.slice(position + 1).map((one) => one.event);
      const line = (await this.#takeEvent(event, coming)) ?? (await this.#act(keptOutside(event)));
      if (line !== null) this.#lines.set(index, line);
    }
    if (this.#shown === null) return;
    for (const step of closingSteps(this.#published, this.#shown)) await this.#act(step);
  }

  /** The id of the line that the event left; null where one of its steps was refused. */
  async #takeEvent(event: PublishedCase['events'][number], later: PublishedCase['events']) {
    for (let taken = 0; taken < MOST_STEPS && this.#shown !== null; taken += 1) {
      const [next, ...rest] = stepsOf(event, {
        published: this.#published,
        subject: this.#shown,
        later,
        mediatorId: this.#staff.mediatorId,
      });
      // What a step changes may change those after it: who is in dispute again, say.
      const line = next === undefined ? null : await this.#act(next);
      if (line === null || rest.length === 0) return line;
    }
    return null;
  }

  /** The id of the first line that the action added to the timeline; null where the API refused it. */
  async #act({ by, action, body }: ReplayStep): Promise<string | null> {
    const before = this.#shown;
    if (before === null) return null;
    const path = `/cases/${before.id}/actions/${action}`;
    const answer = await this.#staff.clients[by].post(path, body, { 'If-Match': this.#etag });
    if (answer.status !== 200) {
      this.#refuse(action, answer);
      return null;
    }
    const shown = shownCase.parse(answer.body);
    this.#take(shown, answer);
    return shown.timeline[before.timeline.length]?.id ?? null;
  }

  #take(shown: ShownCase, { etag }: ApiAnswer): void {
    this.#shown = shown;
    this.#etag = etag ?? '';
  }

  #refuse(step: string, { status, body }: ApiAnswer): void {
    const { detail, errors } = problem.parse(body);
    const fields = errors.map(({ pointer, detail: why }) => `${pointer}: ${why}`);
    this.#refused.push({ case: this.#published.id, step, status, detail: [detail, ...fields].join(' ') });
  }
}
