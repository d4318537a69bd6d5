import { expect } from 'chai';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import type { DeadlineEvent } from '../../../server/domain/deadline-events.ts';
import type { RuleCode } from '../../../server/domain/deadline-rules.ts';
import { deadlineOf, deadlinesOf } from '../../../server/domain/deadlines.ts';
import { startEventOf } from '../../../server/domain/start-event.ts';

const context = { calendar: builtInCalendar() };
const ON = '2026-03-02';
const LATER = '2026-03-04';

const stateAfter = (rule: RuleCode, kind: DeadlineEvent['kind']) => {
  const start = startEventOf(rule, ON);
  return start && deadlineOf(rule, [start, { kind, on: LATER }], context)?.state;
};
const running = (events: DeadlineEvent[]) =>
  deadlinesOf(events, context)
    .filter(({ state }) => state === 'running')
    .map(({ rule, dueOn }) => [rule, dueOn]);

/** The later step shows that the earlier one was done, though nobody told its own day. */
const SHOWN: [rule: RuleCode, by: DeadlineEvent['kind']][] = [
  ['M5-review', 'agreement-reviewed'],
  ['M5-review', 'confirmation-refused'],
  ['M7-decision', 'payment-order-issued'],
  ['M7-decision', 'payment-order-served'],
  ['M7-order', 'payment-order-objected'],
  ['A3', 'referred-elsewhere'],
  ['A9', 'referred-elsewhere'],
  ['A3', 'suit-filed'],
  ['A6', 'suit-filed'],
  ['A4', 'defence-received'],
  ['A4', 'hearing-held'],
  ['A4-panel', 'hearing-held'],
  ['A4-defence', 'hearing-held'],
  ['A4-pass-on', 'hearing-held'],
  ['A9-notice', 'hearing-held'],
  ['A12-accept', 'inspection-refused'],
  ['A13', 'injury-decided'],
  ['A13-worker', 'injury-decided'],
];

describe('a step that was done', () => {
  for (const [rule, by] of SHOWN) {
    it(`${rule} ends with ${by}`, () => {
      expect(stateAfter(rule, by)).to.equal('ended');
    });
  }

  it('a review that the commission refused leaves the court’s own time where it is', () => {
    expect(stateAfter('M6-ruling', 'agreement-reviewed')).to.equal('running');
  });
});

describe('an application for arbitration that comes to nothing', () => {
  const right: DeadlineEvent = { kind: 'right-known', on: '2025-06-02' };
  const applied: DeadlineEvent = { kind: 'arbitration-applied', on: ON };

  it('starts the year again where the commission names another one (LDMAA 27, O33 31)', () => {
    const elsewhere: DeadlineEvent = { kind: 'referred-elsewhere', on: '2026-03-06' };
    const a1 = deadlineOf('A1', [right, applied, elsewhere], context);
    // 6 March 2027 is a Saturday.
    expect(a1).to.include({ state: 'running', dueOn: '2027-03-08' });
  });

  it('keeps nobody waiting for A3 while papers are awaited, and five working days from when they came (O33 46)', () => {
    const asked: DeadlineEvent = { kind: 'papers-asked', on: LATER };
    expect(deadlineOf('A3', [applied, asked], context)?.state).to.equal('paused');
    const complete: DeadlineEvent = { kind: 'papers-completed', on: '2026-03-10' };
    expect(deadlineOf('A3', [applied, asked, complete], context)).to.include({
      state: 'running',
      dueOn: '2026-03-17',
    });
    const atOnce: DeadlineEvent = { kind: 'papers-completed', on: LATER };
    expect(deadlineOf('A3', [applied, asked, atOnce], context)).to.include({
      state: 'running',
      dueOn: '2026-03-11',
    });
  });
});

describe('hearings', () => {
  const set: DeadlineEvent = { kind: 'hearing-set', on: ON, hearingOn: '2026-03-20' };

  it('say the day of the hearing itself, with the notice before it and the last day to postpone', () => {
    expect(running([set])).to.deep.equal([
      ['A5', '2026-03-13'],
      ['A5-postpone', '2026-03-17'],
      ['A5-hearing', '2026-03-20'],
    ]);
  });

  it('follow the hearing to its new day', () => {
    const again: DeadlineEvent = { kind: 'hearing-set', on: LATER, hearingOn: '2026-03-27' };
    expect(running([set, again]).at(-1)).to.deep.equal(['A5-hearing', '2026-03-27']);
  });

  it('begin anew, once, with a second hearing after the first was held', () => {
    const held: DeadlineEvent = { kind: 'hearing-held', on: '2026-03-20' };
    // Its day may have been named at the end of the first.
    for (const on of ['2026-03-20', '2026-03-23']) {
      expect(running([set, held, { kind: 'hearing-set', on, hearingOn: '2026-04-10' }])).to.deep.equal([
        ['A5', '2026-04-02'],
        ['A5-postpone', '2026-04-07'],
        ['A5-hearing', '2026-04-10'],
      ]);
    }
  });
});

describe('what follows an award in effect', () => {
  it('is enforcement within two years; within three months only where assets are preserved', () => {
    const inForce: DeadlineEvent = { kind: 'award-in-force', on: ON };
    expect(running([inForce])).to.deep.equal([['A10', '2028-03-02']]);
    expect(running([{ ...inForce, assetsPreserved: true }])).to.deep.equal([
      ['A10', '2028-03-02'],
      ['A15-enforcement', '2026-06-02'],
    ]);
  });

  it('is the same after a judgment, from the last day that it gives', () => {
    expect(running([{ kind: 'judgment-in-force', on: ON, performUntilOn: '2026-03-20' }])).to.deep.equal([
      ['A10', '2028-03-20'],
    ]);
  });
});
