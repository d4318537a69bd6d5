import type { MediationCase } from './case.ts';
import { growthOf, type SizeOfCase } from './case-growth.ts';
import { type Deadline, dayToActBy } from './deadline.ts';
import { workersConcerned } from './headcount.ts';
import { addDays, type LegalDay, legalDayOf } from './legal-day.ts';
import { provinceKeyOf } from './place.ts';
import type { RiskKind } from './risk.ts';
import { claimsOf } from './wage-claims.ts';
import { compareGrades, WARNING_GRADES, type WarningGrade } from './warning-grade.ts';
import type { WarningReason } from './warning-reason.ts';
import { type Thresholds, type WarningRules, warningRulesOn } from './warning-rules.ts';
import { type Desk, openingOn } from './working-hours.ts';

/** The grade that a risk alone makes of a case. */
export const RISK_GRADES: Readonly<Record<RiskKind, WarningGrade>> = {
  'petition-or-stoppage-planned': 'orange',
  'employer-may-flee': 'orange',
  'employer-fled': 'red',
  'death-at-work': 'red',
  'violence-threatened': 'red',
  'self-harm-threatened': 'red',
};

/** What of a case its warning depends on. */
export type WarnedCase = Pick<
  MediationCase,
  | 'registeredAt'
  | 'workers'
  | 'jointClaims'
  | 'headcounts'
  | 'risks'
  | 'employerPatterns'
  | 'state'
  | 'timeline'
>;

/** What a warning depends on besides the case. */
export interface WarningContext extends Desk {
  warningRules: readonly WarningRules[];
  /** The running deadlines of the case. */
  deadlines: readonly Deadline[];
}

/**
 * Every reason that a case gives for a warning, past and to come, the gravest first. Each fact is judged by the
 * rules that held on the day it was recorded, so that a new setting neither raises nor takes back an old warning.
 */
export function warningReasons(subject: WarnedCase, context: WarningContext): WarningReason[] {
  const reasons = [
    ...measuredReasons(subject, context.warningRules),
    ...employerReasons(subject, context.warningRules),
    ...limitationReasons(subject, context),
    ...[...subject.risks, ...fledRespondents(subject)].map(({ kind, recordedAt }) => ({
      code: kind,
      grade: RISK_GRADES[kind],
      at: recordedAt,
      threshold: null,
    })),
  ];
  return eachOnce(reasons).sort((a, b) => compareGrades(b.grade, a.grade) || a.at.getTime() - b.at.getTime());
}

/** The highest grade that a number reaches. */
export function gradeReached(value: number, thresholds: Thresholds): WarningGrade | null {
  const reached = WARNING_GRADES.filter((grade) => value >= (thresholds[grade] ?? Number.POSITIVE_INFINITY));
  return reached.at(-1) ?? null;
}

/**
 * What is measured, from the moment at which it was recorded to be so large, by the rules of that day. What has become
 * less since, as rows that left, counts no more.
 */
function measuredReasons(subject: WarnedCase, settings: readonly WarningRules[]): WarningReason[] {
  const now = amountsOf(subject);
  return growthOf(subject).flatMap(({ at, subject: then }) => {
    const amounts = amountsOf(then);
    const { thresholds } = warningRulesOn(settings, legalDayOf(at));
    return SIZES.flatMap((code) => {
      const grade = gradeReached(Math.min(amounts[code], now[code]), thresholds[code]);
      return grade === null ? [] : [{ code, grade, at, threshold: thresholds[code][grade] }];
    });
  });
}

const SIZES = ['workers', 'claimed-fen', 'provinces'] as const;

function amountsOf(subject: SizeOfCase['subject']): Record<(typeof SIZES)[number], number> {
  const origins = subject.workers.flatMap(({ origin }) => (origin === null ? [] : provinceKeyOf(origin)));
  return {
    workers: workersConcerned(subject).workers,
    'claimed-fen': sum(claimsOf(subject).map(({ claimedFen }) => claimedFen ?? 0)),
    provinces: new Set(origins).size,
  };
}

/** A respondent of whom it was recorded that they fled, unless they turned up again. */
function fledRespondents({ timeline }: WarnedCase): { kind: 'employer-fled'; recordedAt: Date }[] {
  const changes = timeline.filter(({ kind }) => kind === 'respondent-changed');
  return changes
    .filter(({ reason }) => reason === 'fled')
    .filter(
      (fled) =>
        !changes.some(
          ({ reason, about, recordedAt }) =>
            reason === 'reappeared' && about === fled.about && recordedAt > fled.recordedAt,
        ),
    )
    .map(({ recordedAt }) => ({ kind: 'employer-fled', recordedAt }));
}

function employerReasons(
  { employerPatterns }: WarnedCase,
  settings: readonly WarningRules[],
): WarningReason[] {
  return employerPatterns.flatMap(({ openCases, notedAt }) => {
    const thresholds = warningRulesOn(settings, legalDayOf(notedAt)).thresholds['open-cases'];
    const grade = gradeReached(openCases, thresholds);
    return grade === null
      ? []
      : [{ code: 'open-cases' as const, grade, at: notedAt, threshold: thresholds[grade] }];
  });
}

/** A1, counted to its cautious day: each grade begins so many days before it. */
function limitationReasons({ registeredAt }: WarnedCase, context: WarningContext): WarningReason[] {
  const { deadlines, warningRules } = context;
  const thresholds = warningRulesOn(warningRules, legalDayOf(registeredAt)).thresholds['limitation-days'];
  return deadlines
    .filter(({ rule }) => rule === 'A1')
    .flatMap((deadline) => dayToActBy(deadline) ?? [])
    .flatMap((lastDay) =>
      WARNING_GRADES.flatMap((grade) => {
        const threshold = thresholds[grade];
        if (threshold === null) return [];
        const at = warningStart(addDays(lastDay, -threshold), registeredAt, context);
        // A limit that had run out before the application came is for advice, not for a warning.
        return legalDayOf(at) > lastDay ? [] : [{ code: 'limitation-days' as const, grade, at, threshold }];
      }),
    );
}

function warningStart(day: LegalDay, registeredAt: Date, desk: Desk): Date {
  const opening = openingOn(day, -1, desk);
  return opening > registeredAt ? opening : registeredAt;
}

/** One reason of a code and grade, the earliest. */
function eachOnce(reasons: readonly WarningReason[]): WarningReason[] {
  const first = new Map<string, WarningReason>();
  for (const reason of reasons) {
    const key = `${reason.code}/${reason.grade}`;
    const known = first.get(key);
    if (known === undefined || reason.at < known.at) first.set(key, reason);
  }
  return [...first.values()];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
