import type { ActionName } from '../../server/domain/case-actions.ts';
import type { OutsideFactKind } from '../../server/domain/outside-facts.ts';
import type { DetailFacts } from './detail-facts.ts';
import { outsideFactOf } from './outside-fact-of.ts';
import type { PublishedCase, PublishedEvent } from './published-case.ts';
import type { ShownCase } from './shown-case.ts';

export type ReplayRole = 'clerk' | 'mediator' | 'head';

/** A step of the replay: who acts, on what action, with what body. */
export interface ReplayStep {
  by: ReplayRole;
  action: ActionName;
  body: Record<string, unknown>;
}

export interface StepContext {
  published: PublishedCase;
  subject: ShownCase;
  /** What is still to come of the same case. */
  later: readonly PublishedEvent[];
  mediatorId: string;
}

export interface Told extends StepContext {
  event: PublishedEvent;
  on: string | null;
  note: string | null;
  facts: DetailFacts;
}

/** An event that the lifecycle has no step for: a fact from outside. */
export function outside({ event }: Told, kind: OutsideFactKind): ReplayStep {
  return { by: 'clerk', action: 'record-fact', body: outsideFactOf(event, kind) };
}

export const inDispute = ({ workers }: ShownCase) =>
  workers.filter(({ outcome }) => !outcome).map(({ id }) => id);
export const settled = ({ workers }: ShownCase) =>
  workers.filter(({ outcome }) => outcome?.kind === 'settled').map(({ id }) => id);

/** So many of those still in dispute; null for all of them, or where the list is too short to say. */
export function someOf(subject: ShownCase, count: number | null): string[] | null {
  const open = inDispute(subject);
  return count === null || count <= 0 || count >= open.length ? null : open.slice(0, count);
}
