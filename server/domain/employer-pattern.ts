import type { MediationCase } from './case.ts';
import { type LegalDay, legalDayOf } from './legal-day.ts';
import { compareGrades, type WarningGrade } from './warning-grade.ts';
import { gradeReached } from './warning-reasons.ts';
import { type WarningRules, warningRulesOn } from './warning-rules.ts';

/** Several open cases against one employer (by credit code, under whatever name), kept on one of them. */
export interface EmployerPattern {
  creditCode: string;
  openCases: number;
  /** The day on which the first of them was registered. */
  sinceOn: LegalDay;
  /** When they came to this grade. */
  notedAt: Date;
  /** Which cases, so that each organisation can be told of its own. */
  cases: { organisationId: string; number: string }[];
}

type Related = Pick<MediationCase, 'id' | 'organisationId' | 'number' | 'registeredAt' | 'employerPatterns'>;

/** More are not named one by one; that they are many is in the count. */
const MOST_NAMED = 50;

/**
 * Which of the open cases against an employer carries their pattern: the one that carries it already, however long
 * ago, else the oldest. So one employer gives one warning, and a further case adds to it.
 */
export function patternCarrier<Case extends Related>(
  related: readonly Case[],
  creditCode: string,
): Case | undefined {
  const oldestFirst = [...related].sort(
    (a, b) => a.registeredAt.getTime() - b.registeredAt.getTime() || (a.id < b.id ? -1 : 1),
  );
  return oldestFirst.find((one) => patternOf(one, creditCode) !== undefined) ?? oldestFirst[0];
}

/**
 * What the carrier should say now, or null where that is nothing new: no higher grade, and no organisation that
 * has not been told. `recent` are the open cases within the window.
 */
export function patternNews(
  carrier: Related,
  recent: readonly Related[],
  { creditCode, rules, at }: { creditCode: string; rules: readonly WarningRules[]; at: Date },
): EmployerPattern | null {
  if (recent.length < 2) return null;
  const known = patternOf(carrier, creditCode);
  const cases = recent.map(({ organisationId, number }) => ({ organisationId, number })).slice(0, MOST_NAMED);
  const sinceOn = recent
    .map(({ registeredAt }) => legalDayOf(registeredAt))
    .reduce((a, b) => (a < b ? a : b));
  if (known === undefined) return { creditCode, openCases: recent.length, sinceOn, notedAt: at, cases };
  const grade = (openCases: number, on: Date): WarningGrade | null =>
    gradeReached(openCases, warningRulesOn(rules, legalDayOf(on)).thresholds['open-cases']);
  const higher = isHigher(grade(recent.length, at), grade(known.openCases, known.notedAt));
  const strangers = cases.filter(
    ({ organisationId }) => !known.cases.some((one) => one.organisationId === organisationId),
  );
  if (!higher && strangers.length === 0) return null;
  return higher
    ? { creditCode, openCases: recent.length, sinceOn, notedAt: at, cases }
    : { ...known, cases: [...known.cases, ...strangers].slice(0, MOST_NAMED) };
}

/** A case's patterns with one of them put in the place of its former self. */
export function withPattern(
  { employerPatterns }: Pick<Related, 'employerPatterns'>,
  pattern: EmployerPattern,
): EmployerPattern[] {
  return [...employerPatterns.filter(({ creditCode }) => creditCode !== pattern.creditCode), pattern];
}

function patternOf({ employerPatterns }: Pick<Related, 'employerPatterns'>, creditCode: string) {
  return employerPatterns.find((pattern) => pattern.creditCode === creditCode);
}

function isHigher(now: WarningGrade | null, before: WarningGrade | null): boolean {
  return now !== null && (before === null || compareGrades(now, before) > 0);
}
