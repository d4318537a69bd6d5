import type { MediationCase } from '../case.ts';
import { NOT_ARCHIVED } from '../case-state.ts';
import { correctedClock, type DayCorrection } from '../corrected-clock.ts';
import { correctedRecord } from '../corrected-record.ts';
import type { Fact, FactDay } from '../fact.ts';
import { Fault } from '../fault.ts';
import { daysOfLine, rightDay } from '../line-days.ts';
import { isOutsideFactKind } from '../outside-facts.ts';
import { isWholeDay, lastOf, type PartialDay } from '../partial-day.ts';
import { isTakenOver } from '../taken-over.ts';
import type { CaseAction, NewFact } from './case-action.ts';

export interface CorrectFactInput {
  factId: string;
  /** Which of the line's days; null: the one on which it happened. */
  day: FactDay | null;
  /** The right day; null leaves the day as it is. */
  happenedOn: PartialDay | null;
  /** What was wrong and what is right. */
  note: string;
}

/**
 * 更正: the wrong line stays as it was written and a new one says what is right. Where a day was wrong, or had been left
 * open, the clock runs from the right one, and the record holds it.
 * @throws Fault `fact_not_found`, `line_without_day`, `day_missing`
 */
export const correctFact: CaseAction<CorrectFactInput> = {
  from: NOT_ARCHIVED,
  by: ['mediator', 'head'],
  happenedOn: ({ happenedOn }) => ({ happenedOn }),
  mayPrecedeApplication: true,
  inOrder: [],
  movesOn: null,
  apply: (subject, { factId, day, happenedOn, note }) => {
    const line = lineMeant(subject, factId);
    checkDay(line, day);
    const told = lineOf({ line, day }, { happenedOn, note });
    if (happenedOn === null) return { state: subject.state, set: {}, events: [], facts: [told] };
    checkWhole(subject, { line, day, on: happenedOn });
    const correction = { line, day, on: happenedOn };
    const corrections = [correction, ...signedAnew(subject, correction)];
    const facts = corrections.map((one) => lineOf(one, { happenedOn: one.on, note }));
    return { state: subject.state, set: correctedParts(subject, corrections), events: [], facts };
  },
};

/** A correction that was wrong itself is corrected at the line that it is about. */
function lineMeant({ timeline }: MediationCase, factId: string): Fact {
  const fact = timeline.find(({ id }) => id === factId);
  const line = fact?.kind === 'corrected' ? timeline.find(({ id }) => id === fact.about) : fact;
  if (line === undefined) throw new Fault('fact_not_found', { pointer: '/factId' });
  return line;
}

function checkDay({ kind }: Fact, day: FactDay | null): void {
  const known = daysOfLine(kind);
  if (day === null || known.includes(day)) return;
  throw new Fault('line_without_day', { pointer: '/day', params: { days: known.join(', ') || '–' } });
}

/** Of a step of our own the whole day stays known; what others did may turn out to be known to the month only. */
function checkWhole(subject: MediationCase, correction: DayCorrection): void {
  const { line, day, on } = correction;
  const before = rightDay(subject.timeline, correction);
  if (before === null || !isWholeDay(before) || isWholeDay(on)) return;
  const isTold = day === 'rightKnownOn' || day === 'employmentEndedOn' || isOutsideFactKind(line.kind);
  if (!isTold && !isTakenOver(subject)) throw new Fault('day_missing', { pointer: '/happenedOn' });
}

function lineOf(
  { line, day }: Omit<DayCorrection, 'on'>,
  told: Pick<NewFact, 'happenedOn' | 'note'>,
): NewFact {
  return { kind: 'corrected', ...told, about: line.id, ...(day === null ? {} : { day }) };
}

/** What was signed by several happened on the day of the last signature, which may have moved with one of them. */
function signedAnew(subject: MediationCase, { line, day, on }: DayCorrection): DayCorrection[] {
  if (day === null || !(line.kind === 'agreed' || line.kind === 'mediation-extended')) return [];
  const last = lastOf(
    daysOfLine(line.kind).map((one) => (one === day ? on : signedOn(subject, { line, day: one }))),
  );
  if (last === null || last === rightDay(subject.timeline, { line, day: null })) return [];
  return [{ line, day: null, on: last }];
}

/** The agreement knows its signatures, where its line is from before lines held them. */
function signedOn({ timeline, agreements }: MediationCase, { line, day }: { line: Fact; day: FactDay }) {
  const agreement = agreements.find(({ id }) => id === line.about);
  const held = new Map<string, unknown>(Object.entries(agreement ?? {})).get(day);
  return rightDay(timeline, { line, day }) ?? (typeof held === 'string' ? held : null);
}

function correctedParts(subject: MediationCase, corrections: readonly DayCorrection[]) {
  const parts: ReturnType<typeof correctedRecord> = {};
  for (const correction of corrections) {
    const record = correctedRecord({ ...subject, ...parts }, correction);
    const clock = correctedClock({ ...subject, ...parts, ...record }, correction);
    Object.assign(parts, record, { clock });
  }
  return parts;
}
