import type { MediationCase } from './case.ts';
import { FINAL_STATES } from './case-state.ts';
import { addMonthsToNumber, dayNumberOf, dayOfNumber } from './day-number.ts';
import type { Deadline } from './deadline.ts';
import { isErased } from './erasure.ts';
import type { FactKind } from './fact.ts';
import { addDays, type LegalDay, legalDayOf } from './legal-day.ts';

/** From a day on: cases are kept for so many years, for good, or as the organisation above keeps its own. */
export interface RetentionRule {
  fromOn: LegalDay;
  keptYears: number | 'permanent' | 'inherited';
  /** The account that set it. */
  setBy: string;
}

/** An organisation with its own rules, in a chain that begins with the one that has the case. */
export interface RetainingOrganisation {
  id: string;
  retentionRules: readonly RetentionRule[];
}

/** By what a case is kept on a day. */
export interface RetentionInForce {
  /** Whose rule it is. */
  organisationId: string;
  fromOn: LegalDay;
  years: number;
  setBy: string;
  /** Since when it holds for the organisation that asked, which may have had a rule of its own before. */
  holdsSince: LegalDay;
}

/** Days between a rule or a lifted hold and the first erasure that follows from it, for people to look at the list. */
export const RETENTION_WARNING_DAYS = 30;
const MONTHS_OF_YEAR = 12;

/** What brings a case to its end; closing the file, which may come late, does not prolong its time. */
const ENDS: readonly FactKind[] = [
  'not-accepted',
  'performed',
  'failed',
  'withdrawn',
  'terminated',
  'arbitration-refused',
  'award-made',
  'arbitration-settled',
  'arbitration-withdrawn',
  'transfer-accepted',
];

/** The day so many calendar years later (earlier where negative): 2024-02-29 and one year is 2025-02-28. */
export function addYears(day: LegalDay, years: number): LegalDay {
  return dayOfNumber(addMonthsToNumber(dayNumberOf(day), years * MONTHS_OF_YEAR));
}

/**
 * The rule that holds on a day: the organisation's own, or the next one above where it has none; null where nothing
 * is erased by itself. PIPL 19 asks for the shortest time necessary and gives no number, so that there is no default.
 */
export function retentionOn(chain: readonly RetainingOrganisation[], day: LegalDay): RetentionInForce | null {
  let holdsSince = '';
  for (const { id: organisationId, retentionRules } of chain) {
    const rule = latestOn(retentionRules, day);
    if (rule === undefined) continue;
    const { fromOn, keptYears, setBy } = rule;
    if (fromOn > holdsSince) holdsSince = fromOn;
    if (keptYears === 'permanent') return null;
    if (keptYears !== 'inherited') return { organisationId, fromOn, years: keptYears, setBy, holdsSince };
  }
  return null;
}

function latestOn(rules: readonly RetentionRule[], day: LegalDay): RetentionRule | undefined {
  return rules
    .filter(({ fromOn }) => fromOn <= day)
    .reduce<RetentionRule | undefined>(
      (latest, rule) => (latest === undefined || rule.fromOn > latest.fromOn ? rule : latest),
      undefined,
    );
}

/** The day on which the end of a case was recorded; null while it goes on, and where its data is gone. */
export function endedOn(subject: Pick<MediationCase, 'state' | 'timeline' | 'erasure'>): LegalDay | null {
  const { state, timeline } = subject;
  if (isErased(subject) || (state !== 'archived' && !FINAL_STATES.includes(state))) return null;
  const end =
    timeline.findLast(({ kind }) => ENDS.includes(kind)) ??
    timeline.findLast(({ kind }) => kind === 'archived');
  return end === undefined ? null : legalDayOf(end.recordedAt);
}

type Retained = Pick<MediationCase, 'state' | 'timeline' | 'erasure' | 'legalHold'>;

/**
 * The first day on which a case may be erased under a rule: its years are over, no limit of law that still runs in it
 * (limitation, instalment, enforcement) has its last day to come, and the rule, and the end of a hold, are known for
 * a month. Null where it has not ended or is under a legal hold (PIPL 47).
 */
export function keptUntil(
  subject: Retained,
  { rule, deadlines }: { rule: RetentionInForce; deadlines: readonly Deadline[] },
): LegalDay | null {
  const ended = endedOn(subject);
  if (ended === null || (subject.legalHold ?? null) !== null) return null;
  const lifted = subject.timeline.findLast(({ kind }) => kind === 'legal-hold-lifted');
  const open = deadlines.flatMap(({ state, dueOn }) => (state === 'ended' || dueOn === null ? [] : [dueOn]));
  const days = [
    addYears(ended, rule.years),
    addDays(rule.holdsSince, RETENTION_WARNING_DAYS),
    ...(lifted === undefined ? [] : [addDays(legalDayOf(lifted.recordedAt), RETENTION_WARNING_DAYS)]),
    ...open.map((day) => addDays(day, 1)),
  ];
  return days.reduce((latest, day) => (day > latest ? day : latest));
}

/** The rules of a chain that hold one after the other, from one day to another, each with its first and last day. */
export function retentionBetween(
  chain: readonly RetainingOrganisation[],
  { from, until }: { from: LegalDay; until: LegalDay },
): { rule: RetentionInForce; from: LegalDay; until: LegalDay }[] {
  const changes = chain.flatMap(({ retentionRules }) => retentionRules.map(({ fromOn }) => fromOn));
  const starts = [from, ...new Set(changes.filter((day) => day > from && day <= until))].sort();
  return starts.flatMap((start, index) => {
    const rule = retentionOn(chain, start);
    const next = starts[index + 1];
    return rule === null
      ? []
      : [{ rule, from: start, until: next === undefined ? until : addDays(next, -1) }];
  });
}

/** The day in a span on which a case is erased by itself, and by what rule; null where it is not, by then. */
export function erasureDue(
  subject: Retained,
  { spans, deadlines }: { spans: ReturnType<typeof retentionBetween>; deadlines: readonly Deadline[] },
): { on: LegalDay; rule: RetentionInForce } | null {
  for (const { rule, from, until } of spans) {
    const kept = keptUntil(subject, { rule, deadlines });
    if (kept !== null && kept <= until) return { on: kept > from ? kept : from, rule };
  }
  return null;
}
