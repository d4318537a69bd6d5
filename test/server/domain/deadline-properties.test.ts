import { expect } from 'chai';
import * as fc from 'fast-check';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import { DEADLINE_EVENT_KINDS, type DeadlineEvent } from '../../../server/domain/deadline-events.ts';
import type { DeadlineRule } from '../../../server/domain/deadline-rule.ts';
import { DEADLINE_RULES, ruleOf } from '../../../server/domain/deadline-rules.ts';
import { deadlineOf, deadlinesOf } from '../../../server/domain/deadlines.ts';
import { explainDeadline } from '../../../server/domain/explain-deadline.ts';
import { addDays, daysBetween } from '../../../server/domain/legal-day.ts';
import { startEventOf } from '../../../server/domain/start-event.ts';

const calendar = builtInCalendar();
const context = { calendar };

const day = fc.integer({ min: 0, max: 1200 }).map((days) => addDays('2024-06-01', days));
const event: fc.Arbitrary<DeadlineEvent> = fc.record({
  kind: fc.constantFrom(...DEADLINE_EVENT_KINDS),
  on: day,
  days: fc.integer({ min: 1, max: 20 }),
  agreedByBoth: fc.boolean(),
  rule: fc.constantFrom(...DEADLINE_RULES.map(({ code }) => code)),
  dueOn: day,
  hearingOn: day,
  claimId: fc.constantFrom(undefined, 'a', 'b'),
  instalmentId: fc.constantFrom(undefined, 'a', 'b'),
  wages: fc.boolean(),
  wageArrears: fc.boolean(),
  unproven: fc.boolean(),
});
const log = fc.array(event, { maxLength: 30 });
const started = fc.record({ rule: fc.constantFrom(...DEADLINE_RULES), from: day });

function dueOf(code: string, from: string, on = calendar): string | null {
  const { code: rule } = ruleOf(code);
  const start = startEventOf(rule, from);
  return (start && deadlineOf(rule, [start], { calendar: on })?.dueOn) ?? null;
}

describe('what holds for every deadline', () => {
  it('the day that is due is a working day, unless the rule does not roll', () => {
    fc.assert(
      fc.property(started, ({ rule, from }) => {
        const due = dueOf(rule.code, from);
        if (due !== null && rule.roll !== 'none') expect(calendar.isWorkingDay(due)).to.equal(true);
      }),
    );
  });

  it('one holiday more never makes a day that is counted forwards come earlier', () => {
    fc.assert(
      fc.property(started, day, ({ rule, from }, off) => {
        fc.pre(rule.direction === 'forward');
        const more = calendar.withRegionalDays({
          region: '370000',
          offDays: [off],
          workedDays: [],
          reason: { zh: '', en: '' },
        });
        const start = startEventOf(rule.code, from);
        const due = start && deadlineOf(rule.code, [start], { calendar: more, region: '370100' })?.dueOn;
        const before = dueOf(rule.code, from);
        if (due && before) expect(due >= before).to.equal(true);
      }),
      { numRuns: 60 },
    );
  });

  it('one day later at the start never makes the day come earlier', () => {
    fc.assert(
      fc.property(started, ({ rule, from }) => {
        const [earlier, later] = [dueOf(rule.code, from), dueOf(rule.code, addDays(from, 1))];
        if (earlier && later) expect(later >= earlier).to.equal(true);
      }),
    );
  });

  it('a pause of n days in the middle moves the unrolled end by n calendar days, or by its working days', () => {
    // What is resumed by starting again in full (papers that were completed) is no mere pause.
    const merePauses = ({ pauses, restarts }: DeadlineRule) =>
      pauses.filter(({ until }) => !restarts.some(({ kind }) => until.includes(kind)));
    const pausing = DEADLINE_RULES.filter(
      (rule) => merePauses(rule).length > 0 && rule.suspension === 'continues' && rule.code !== 'M3n',
    );
    fc.assert(
      fc.property(
        fc.record({
          rule: fc.constantFrom(...pausing),
          from: day,
          after: fc.integer({ min: 1, max: 3 }),
          days: fc.integer({ min: 1, max: 40 }),
        }),
        ({ rule, from, after, days }) => {
          const start = startEventOf(rule.code, from);
          const [pause] = merePauses(rule);
          const [resumed] = pause?.until ?? [];
          if (!start || !pause || !resumed) throw new Error('the table has a pause without an end');
          const on = addDays(from, after);
          const events: DeadlineEvent[] = [
            start,
            { kind: pause.by, on, agreedByBoth: true },
            { kind: resumed, on: addDays(on, days) },
          ];
          const ends = [[start], events].map((list) =>
            deadlineOf(rule.code, list, context)?.trace.find(({ step }) => step === 'count'),
          );
          const [plain, paused] = ends.map((step) => (step?.step === 'count' ? step.to : ''));
          if (!plain || !paused) throw new Error('nothing was counted');
          const lost = rule.versions[0]?.length?.unit === 'working-day' ? workingDaysLost(on, days) : days;
          const moved =
            rule.versions[0]?.length?.unit === 'working-day'
              ? workingDaysLost(addDays(plain, 1), daysBetween(plain, paused))
              : daysBetween(plain, paused);
          expect(moved).to.equal(lost);
        },
      ),
    );
  });

  it('the order in which events were recorded changes nothing', () => {
    fc.assert(
      fc.property(log, fc.infiniteStream(fc.nat()), (events, numbers) => {
        const shuffled = events
          .map((value) => ({ value, at: numbers.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ value }) => value);
        expect(deadlinesOf(shuffled, context)).to.deep.equal(deadlinesOf(events, context));
      }),
    );
  });

  it('computing it again changes nothing, and the events are left as they were', () => {
    fc.assert(
      fc.property(log, (events) => {
        const before = structuredClone(events);
        const first = deadlinesOf(events, context);
        expect(deadlinesOf(events, context)).to.deep.equal(first);
        expect(events).to.deep.equal(before);
      }),
    );
  });

  it('a deadline asked for by its rule is the same as in the list of all', () => {
    fc.assert(
      fc.property(log, (events) => {
        for (const deadline of deadlinesOf(events, context)) {
          const alone = deadlineOf(deadline.rule, events, context);
          const last = deadlinesOf(events, context).findLast(({ rule }) => rule === deadline.rule);
          expect(alone).to.deep.equal(last);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('can be explained to everybody in both languages, without a gap in the text', () => {
    fc.assert(
      fc.property(log, (events) => {
        for (const deadline of deadlinesOf(events, context)) {
          for (const language of ['zh', 'en'] as const) {
            for (const audience of ['mediator', 'worker'] as const) {
              expect(explainDeadline(deadline, { language, audience })).not.to.match(
                /undefined|null|NaN|\{|\[object/,
              );
            }
          }
        }
      }),
    );
  });

  it('the cautious day is a working day and never after the day that is due', () => {
    fc.assert(
      fc.property(log, (events) => {
        for (const { dueOn, cautiousOn } of deadlinesOf(events, context)) {
          if (cautiousOn === undefined || dueOn === null) continue;
          expect(cautiousOn <= dueOn && calendar.isWorkingDay(cautiousOn)).to.equal(true);
        }
      }),
    );
  });
});

function workingDaysLost(from: string, days: number): number {
  let lost = 0;
  for (let index = 0; index < days; index++) if (calendar.isWorkingDay(addDays(from, index))) lost += 1;
  return lost;
}
