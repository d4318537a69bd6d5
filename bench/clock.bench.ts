import { deepStrictEqual, strictEqual } from 'node:assert';
import { builtInCalendar } from '../server/domain/calendar.ts';
import { dayNumberOf, dayOfNumber } from '../server/domain/day-number.ts';
import type { DeadlineEvent } from '../server/domain/deadline-events.ts';
import { deadlineOf, deadlinesOf } from '../server/domain/deadlines.ts';
import { addDays } from '../server/domain/legal-day.ts';
import { dueByWalking, type SlowRule } from '../test/support/day-by-day-clock.ts';
import { findWorkday, isWorkday } from '../test/support/other-calendar.ts';
import type { BenchResult } from './bench-result.ts';
import { median } from './frame/median.ts';

const ROUNDS = 7;
const ENGINE = `Node ${process.versions.node}, one core, processor time`;
const calendar = builtInCalendar();

/** The life of one case in thirty events: from the claim to arbitration, with an agreement that was missed. */
const CASE_EVENTS: DeadlineEvent[] = [
  { kind: 'right-known', on: '2025-11-03', claimId: 'overtime' },
  { kind: 'right-known', on: '2025-11-03', claimId: 'wages', wageArrears: true },
  { kind: 'employment-ended', on: '2025-12-15' },
  { kind: 'negotiation-requested', on: '2025-12-20' },
  { kind: 'negotiation-unanswered', on: '2025-12-26' },
  { kind: 'claim-made', on: '2026-01-12' },
  { kind: 'application-received', on: '2026-03-02' },
  { kind: 'mediation-accepted', on: '2026-03-04' },
  { kind: 'mediation-extended', on: '2026-03-12', days: 10, agreedByBoth: true },
  { kind: 'mediation-paused', on: '2026-03-13', agreedByBoth: true },
  { kind: 'mediation-resumed', on: '2026-03-16' },
  { kind: 'agreement-in-force', on: '2026-03-27', agreementId: 'a' },
  ...['2026-04-30', '2026-05-31', '2026-06-30'].map(
    (dueOn, index): DeadlineEvent => ({
      kind: 'instalment-agreed',
      on: '2026-03-27',
      instalmentId: `i${index}`,
      agreementId: 'a',
      dueOn,
      wages: true,
    }),
  ),
  { kind: 'instalment-paid', on: '2026-04-29', instalmentId: 'i0' },
  { kind: 'instalment-missed', on: '2026-06-01', instalmentId: 'i1' },
  { kind: 'payment-order-applied', on: '2026-06-08', instalmentId: 'i1' },
  { kind: 'payment-order-accepted', on: '2026-06-11' },
  { kind: 'payment-order-served', on: '2026-06-24' },
  { kind: 'payment-order-objected', on: '2026-07-02' },
  { kind: 'arbitration-applied', on: '2026-07-06' },
  { kind: 'arbitration-accepted', on: '2026-07-10' },
  { kind: 'application-copy-served', on: '2026-07-15' },
  { kind: 'claims-changed', on: '2026-07-22' },
  { kind: 'defence-received', on: '2026-07-28' },
  { kind: 'hearing-set', on: '2026-07-30', hearingOn: '2026-08-14' },
  { kind: 'arbitration-suspended', on: '2026-08-17' },
  { kind: 'arbitration-resumed', on: '2026-08-24' },
  { kind: 'award-received', on: '2026-09-21', party: 'worker' },
];

/** Processor time in microseconds: what a core spends on us, however busy the machine is. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Microseconds a call, median of rounds in which all contestants take turns. */
function race(contestants: readonly (() => void)[], calls: number): number[] {
  const times = contestants.map((): number[] => []);
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, run] of contestants.entries()) {
      const started = spent();
      for (let call = 0; call < calls; call++) run();
      // The first round only warms up.
      if (round > 0) times[index]?.push((spent() - started) / calls);
    }
  }
  return times.map(median);
}

/** Of times: how many of ours fit into one of theirs. */
function result(name: string, unit: string, [ours = 0, peer = 0, limit = 0]: readonly number[]): BenchResult {
  return { name, engine: ENGINE, ours, peer, limit, vsPeer: peer / ours, vsLimit: limit / ours, unit };
}

/** All deadlines of one case with thirty events, against walking each of them day by day; limit: copying the events. */
function wholeCase(): BenchResult {
  const context = { calendar };
  const deadlines = deadlinesOf(CASE_EVENTS, context);
  strictEqual(CASE_EVENTS.length, 30);
  const walked = deadlines.map(({ startedOn }) => ({ start: startedOn, events: [] }));
  const rule: SlowRule = { amount: 15, unit: 'CD' };
  const times = race(
    [
      () => deadlinesOf(CASE_EVENTS, context),
      () => {
        for (const walk of walked) dueByWalking(rule, walk, isWorkday);
      },
      () => CASE_EVENTS.map((event) => ({ ...event })),
    ],
    300,
  );
  return {
    ...result('all deadlines of a case with 30 events', 'µs (time)', times),
    note: `${deadlines.length} deadlines with their full traces; target 100 µs. Peer: as many plain periods of 15 days walked day by day. Limit: copying the 30 events.`,
  };
}

/** Five working days from each day of a year, against walking and against chinese-days' own function. */
function workingDays(): BenchResult[] {
  const starts = Array.from({ length: 340 }, (_, index) => addDays('2026-01-01', index));
  const ours = (start: string) =>
    deadlineOf('A3', [{ kind: 'arbitration-applied', on: start }], { calendar })?.dueOn;
  const rule: SlowRule = { amount: 5, unit: 'WD' };
  const walk = (start: string) => dueByWalking(rule, { start, events: [] }, isWorkday);
  const theirs = (start: string) => findWorkday(5, start);
  deepStrictEqual(starts.map(ours), starts.map(walk));
  deepStrictEqual(starts.map(ours), starts.map(theirs));
  const days = calendar.workingDays();
  const countOnly = (start: string) => dayOfNumber(days.add(dayNumberOf(start), 5));
  const all = (count: (start: string) => unknown) => () => {
    for (const start of starts) count(start);
  };
  const times = race([all(ours), all(walk), all(theirs), all(countOnly)], 20).map(
    (time) => time / starts.length,
  );
  const [a = 0, b = 0, c = 0, d = 0] = times;
  const note = 'Ours with rule, article and full trace. Limit: the table look-up alone.';
  return [
    { ...result('5 working days, against the naive count day by day', 'µs (time)', [a, b, d]), note },
    { ...result('5 working days, against findWorkday of chinese-days', 'µs (time)', [a, c, d]), note },
  ];
}

/** A new holiday notice: every deadline of 10,000 cases again and again, until there are a million of them. */
function aMillion(): BenchResult {
  const cases = Array.from({ length: 10_000 }, (_, index) => smallCase(addDays('2026-01-01', index % 300)));
  const perPass = cases.reduce((sum, events) => sum + deadlinesOf(events, { calendar }).length, 0);
  const passes = Math.ceil(1_000_000 / perPass);
  const renewed = calendar.withRegionalDays({
    region: '370000',
    offDays: ['2026-11-02'],
    workedDays: [],
    reason: { zh: '当地放假', en: 'local holiday' },
  });
  const context = { calendar: renewed, region: '370100' };
  let moved = 0;
  const started = spent();
  for (let pass = 0; pass < passes; pass++) {
    for (const events of cases) moved += deadlinesOf(events, context).length;
  }
  const seconds = ((spent() - started) / 1e6) * (1_000_000 / moved);
  const walkStarted = spent();
  const rule: SlowRule = { amount: 15, unit: 'CD' };
  for (let walk = 0; walk < 50_000; walk++) {
    dueByWalking(rule, { start: addDays('2026-01-01', walk % 300), events: [] }, isWorkday);
  }
  const naive = ((spent() - walkStarted) / 1e6) * 20;
  const copyStarted = spent();
  for (let pass = 0; pass < passes; pass++) for (const events of cases) events.map((event) => ({ ...event }));
  const copied = ((spent() - copyStarted) / 1e6) * (1_000_000 / moved);
  return {
    ...result('a million deadlines computed again', 's (time)', [seconds, naive, copied]),
    note: 'Target 10 s. Peer: a million plain periods of 15 days walked day by day (50,000 timed). Limit: copying the events.',
  };
}

function smallCase(on: string): DeadlineEvent[] {
  return [
    { kind: 'right-known', on: addDays(on, -60) },
    { kind: 'application-received', on },
    { kind: 'mediation-accepted', on: addDays(on, 2) },
    { kind: 'agreement-in-force', on: addDays(on, 10), agreementId: 'a' },
    { kind: 'instalment-agreed', on: addDays(on, 10), instalmentId: 'one', dueOn: addDays(on, 40) },
    { kind: 'instalment-agreed', on: addDays(on, 10), instalmentId: 'two', dueOn: addDays(on, 70) },
  ];
}

export async function measure(): Promise<BenchResult[]> {
  return [wholeCase(), ...workingDays(), aMillion()];
}
