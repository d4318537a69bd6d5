import { expect } from 'chai';
import * as fc from 'fast-check';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import type { DeadlineEvent, DeadlineEventKind } from '../../../server/domain/deadline-events.ts';
import type { RuleCode } from '../../../server/domain/deadline-rules.ts';
import { deadlineOf } from '../../../server/domain/deadlines.ts';
import { addDays } from '../../../server/domain/legal-day.ts';
import { startEventOf } from '../../../server/domain/start-event.ts';
import { dueByWalking, type SlowEvent, type SlowRule } from '../../support/day-by-day-clock.ts';
import { areProofsLong } from '../../support/long-proofs.ts';
import { isWorkday } from '../../support/other-calendar.ts';

type Doing = Partial<Record<SlowEvent['does'], DeadlineEventKind>>;

/** The rules with their numbers and events, typed a second time from the law and not taken from the table. */
const RULES: [rule: RuleCode, slow: SlowRule, doing: Doing][] = [
  ['M1', { amount: 3, unit: 'WD' }, {}],
  ['M2', { amount: 15, unit: 'CD' }, {}],
  [
    'M3',
    { amount: 15, unit: 'CD' },
    { pause: 'mediation-paused', resume: 'mediation-resumed', extend: 'mediation-extended' },
  ],
  ['M3n', { amount: 15, unit: 'CD', cap: 15 }, { extend: 'mediation-extended' }],
  ['M4', { amount: 5, unit: 'CD' }, {}],
  ['M5', { amount: 15, unit: 'CD' }, {}],
  ['M5-review', { amount: 5, unit: 'WD', cap: 5 }, { extend: 'extension-approved' }],
  ['M6', { amount: 30, unit: 'CD' }, {}],
  [
    'A1',
    { amount: 12, unit: 'months', limitation: true },
    { restart: 'claim-made', pause: 'obstacle-began', resume: 'obstacle-ended' },
  ],
  [
    'A3',
    { amount: 5, unit: 'WD' },
    { restart: 'papers-completed', pause: 'mediation-advice-agreed', resume: 'mediation-failed' },
  ],
  ['A4-defence', { amount: 10, unit: 'WD' }, {}],
  ['A5', { amount: 5, unit: 'WD', backward: true }, {}],
  ['A5-postpone', { amount: 3, unit: 'WD', backward: true }, {}],
  [
    'A6',
    { amount: 45, unit: 'CD', cap: 15 },
    {
      restart: 'party-added',
      pause: 'arbitration-suspended',
      resume: 'arbitration-resumed',
      extend: 'extension-approved',
    },
  ],
  ['A8', { amount: 15, unit: 'CD' }, {}],
  ['A10', { amount: 24, unit: 'months', limitation: true }, { restart: 'claim-made' }],
  ['A11', { amount: 36, unit: 'months', limitation: true }, { restart: 'debt-acknowledged' }],
  ['A12-close', { amount: 60, unit: 'WD', cap: 30 }, { extend: 'extension-approved' }],
  [
    'A13-decision',
    { amount: 60, unit: 'CD' },
    { pause: 'injury-decision-suspended', resume: 'injury-decision-resumed' },
  ],
  ['A14', { amount: 10, unit: 'WD' }, {}],
  ['A15-enforcement', { amount: 3, unit: 'months' }, {}],
  ['A16', { amount: 7, unit: 'CD' }, {}],
  ['T3', { amount: 10, unit: 'WD' }, { restart: 'transfer-progress-reported' }],
];

const RUNS = areProofsLong() ? 100_000 : 20_000;
const calendar = builtInCalendar();
const workdays = new Map<string, boolean>();

/** Another package's opinion of each day, not ours. */
function works(day: string): boolean {
  const known = workdays.get(day);
  if (known !== undefined) return known;
  const answer = isWorkday(day);
  workdays.set(day, answer);
  return answer;
}

const scenario = fc.record({
  rule: fc.constantFrom(...RULES),
  start: fc.integer({ min: 0, max: 600 }).map((days) => addDays('2024-12-20', days)),
  // At most one event a day: what two events of one day do is settled elsewhere.
  happenings: fc.uniqueArray(
    fc.record({
      after: fc.integer({ min: 0, max: 90 }),
      does: fc.constantFrom<SlowEvent['does'][]>('restart', 'resume', 'pause', 'extend'),
      days: fc.integer({ min: 1, max: 20 }),
    }),
    { maxLength: 5, selector: ({ after }) => after },
  ),
});

/** Long periods begin earlier, so that their end falls into the years that the other package knows. */
function startDay({ rule: [, { unit, amount }], start }: Scenario): string {
  return unit === 'months' ? addDays(start, -30 * amount) : start;
}

type Scenario = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never;

function eventsOf(drawn: Scenario) {
  const {
    rule: [code, , doing],
    happenings,
  } = drawn;
  const start = startDay(drawn);
  const slow: SlowEvent[] = [];
  const fast: DeadlineEvent[] = [];
  for (const { after, does, days } of [...happenings].sort((a, b) => a.after - b.after)) {
    const kind = doing[does];
    if (!kind) continue;
    const on = addDays(start, after);
    slow.push({ on, does, days });
    fast.push({ kind, on, days, agreedByBoth: true, rule: code });
  }
  return { slow, fast };
}

/** Days of which the other package knows nothing are left out: a long limitation from 2025 ends beyond 2026. */
function isKnown(day: string | null): boolean {
  return day === null || (day >= '2025-01-01' && day <= '2026-12-31');
}

describe('an independent clock that walks day by day', () => {
  it(`agrees on ${RUNS.toLocaleString('en')} random rules, starts and events`, function () {
    this.timeout(180_000);
    let compared = 0;
    fc.assert(
      fc.property(scenario, (drawn) => {
        const { slow, fast } = eventsOf(drawn);
        const [code, slowRule] = drawn.rule;
        const start = startEventOf(code, startDay(drawn));
        const ours = start && deadlineOf(code, [start, ...fast], { calendar });
        if (!isKnown(ours?.dueOn ?? null)) return;
        compared += 1;
        expect(ours?.dueOn).to.equal(dueByWalking(slowRule, { start: startDay(drawn), events: slow }, works));
      }),
      { numRuns: RUNS, seed: 20260916 },
    );
    expect(compared).to.be.greaterThan(RUNS / 2);
  });
});
