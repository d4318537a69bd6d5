import { expect } from 'chai';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import type { DeadlineEvent } from '../../../server/domain/deadline-events.ts';
import type { RuleCode } from '../../../server/domain/deadline-rules.ts';
import { deadlineOf } from '../../../server/domain/deadlines.ts';

const context = { calendar: builtInCalendar() };
const accepted: DeadlineEvent = { kind: 'mediation-accepted', on: '2026-03-02' };
const extended = (on: string, days: number, agreedByBoth = true): DeadlineEvent => ({
  kind: 'mediation-extended',
  on,
  days,
  agreedByBoth,
});
const until = (on: string, untilOn: string): DeadlineEvent => ({
  kind: 'mediation-extended',
  on,
  untilOn,
  agreedByBoth: true,
});
const both = { agreedByBoth: true };

const rows: [title: string, rule: RuleCode, events: DeadlineEvent[], due: string | null][] = [
  // M3: extension (O17 29).
  ['both parties extend by ten days', 'M3', [accepted, extended('2026-03-10', 10)], '2026-03-27'],
  ['one party alone extends nothing', 'M3', [accepted, extended('2026-03-10', 10, false)], '2026-03-17'],
  ['an extension on the last day counts', 'M3', [accepted, extended('2026-03-17', 10)], '2026-03-27'],
  ['an extension on the day after does not', 'M3', [accepted, extended('2026-03-18', 10)], '2026-03-17'],
  [
    'an extension on the day to which the end has rolled counts',
    'M3',
    [{ ...accepted, on: '2026-03-06' }, extended('2026-03-23', 10)],
    '2026-03-31',
  ],
  [
    'the extension runs from the unrolled end: only the last day rolls',
    'M3',
    [{ ...accepted, on: '2026-09-16' }, extended('2026-09-20', 3)],
    '2026-10-08',
  ],
  [
    'two extensions add up, there is no cap',
    'M3',
    [accepted, extended('2026-03-10', 15), extended('2026-03-20', 30)],
    '2026-05-06',
  ],
  ['an extension until a day', 'M3', [accepted, until('2026-03-10', '2026-03-25')], '2026-03-25'],
  ['an extension until a rest day rolls', 'M3', [accepted, until('2026-03-10', '2026-03-28')], '2026-03-30'],
  [
    'an extension until an earlier day changes nothing',
    'M3',
    [accepted, until('2026-03-10', '2026-03-12')],
    '2026-03-17',
  ],
  // M3n: at most 15 days more (人社厅发〔2024〕4号).
  ['fifteen days more', 'M3n', [accepted, extended('2026-03-10', 15)], '2026-04-01'],
  ['twenty are held to fifteen', 'M3n', [accepted, extended('2026-03-10', 20)], '2026-04-01'],
  [
    'ten and ten are held to fifteen',
    'M3n',
    [accepted, extended('2026-03-10', 10), extended('2026-03-20', 10)],
    '2026-04-01',
  ],
  [
    'an extension until a later day is held to the cap',
    'M3n',
    [accepted, until('2026-03-10', '2026-05-06')],
    '2026-04-01',
  ],
  [
    'an agreed pause counts towards the cap',
    'M3n',
    [
      accepted,
      { kind: 'mediation-paused', on: '2026-03-05', ...both },
      { kind: 'mediation-resumed', on: '2026-04-20' },
    ],
    '2026-04-01',
  ],
  [
    'a pause without an end is held to the cap too',
    'M3n',
    [accepted, { kind: 'mediation-paused', on: '2026-03-05', ...both }],
    '2026-04-01',
  ],
  // M3: pause. O17 29 knows none; both parties together may stop it.
  [
    'a pause that both agreed to moves the end by its days',
    'M3',
    [
      accepted,
      { kind: 'mediation-paused', on: '2026-03-05', ...both },
      { kind: 'mediation-resumed', on: '2026-03-12' },
    ],
    '2026-03-24',
  ],
  [
    'a pause of one side alone moves nothing',
    'M3',
    [
      accepted,
      { kind: 'mediation-paused', on: '2026-03-05' },
      { kind: 'mediation-resumed', on: '2026-03-12' },
    ],
    '2026-03-17',
  ],
  [
    'a pause over a holiday counts its days like any others',
    'M3',
    [
      { ...accepted, on: '2026-02-10' },
      { kind: 'mediation-paused', on: '2026-02-14', ...both },
      { kind: 'mediation-resumed', on: '2026-02-24' },
    ],
    '2026-03-09',
  ],
  [
    'a pause from the start day takes the days after it',
    'M3',
    [
      accepted,
      { kind: 'mediation-paused', on: '2026-03-02', ...both },
      { kind: 'mediation-resumed', on: '2026-03-05' },
    ],
    '2026-03-19',
  ],
  [
    'a pause on the last day',
    'M3',
    [
      accepted,
      { kind: 'mediation-paused', on: '2026-03-17', ...both },
      { kind: 'mediation-resumed', on: '2026-03-20' },
    ],
    '2026-03-20',
  ],
  [
    'a pause between the last day and the day to which it rolled ends the period when it is over',
    'M3',
    [
      { ...accepted, on: '2026-03-06' },
      { kind: 'mediation-paused', on: '2026-03-22', ...both },
      { kind: 'mediation-resumed', on: '2026-03-25' },
    ],
    '2026-03-25',
  ],
  [
    'a pause after the end changes nothing',
    'M3',
    [accepted, { kind: 'mediation-paused', on: '2026-03-18', ...both }],
    '2026-03-17',
  ],
  [
    'an open pause leaves no last day',
    'M3',
    [accepted, { kind: 'mediation-paused', on: '2026-03-05', ...both }],
    null,
  ],
  [
    'paused and resumed on one day is no pause',
    'M3',
    [
      accepted,
      { kind: 'mediation-paused', on: '2026-03-05', ...both },
      { kind: 'mediation-resumed', on: '2026-03-05' },
    ],
    '2026-03-17',
  ],
  [
    'a pause that follows another on the day it ends',
    'M3',
    [
      accepted,
      { kind: 'mediation-paused', on: '2026-03-05', ...both },
      { kind: 'mediation-resumed', on: '2026-03-08' },
      { kind: 'mediation-paused', on: '2026-03-08', ...both },
      { kind: 'mediation-resumed', on: '2026-03-10' },
    ],
    '2026-03-23',
  ],
];

describe('pauses and extensions of mediation', () => {
  for (const [title, rule, events, due] of rows) {
    it(`${rule}: ${title}`, () => {
      expect(deadlineOf(rule, events, context)?.dueOn).to.equal(due);
    });
  }

  const reasons: [title: string, rule: RuleCode, events: DeadlineEvent[], reason: string][] = [
    ['not agreed by both', 'M3', [accepted, extended('2026-03-10', 10, false)], 'not-agreed-by-both'],
    ['too late', 'M3', [accepted, extended('2026-03-18', 10)], 'too-late'],
    ['not longer', 'M3', [accepted, until('2026-03-10', '2026-03-12')], 'not-longer'],
    [
      'the cap was reached',
      'M3n',
      [accepted, extended('2026-03-10', 15), extended('2026-03-20', 1)],
      'cap-reached',
    ],
    ['already running', 'M3', [accepted, { ...accepted, on: '2026-03-05' }], 'already-running'],
  ];
  for (const [title, rule, events, reason] of reasons) {
    it(`says why an event has no effect: ${title}`, () => {
      const steps = deadlineOf(rule, events, context)?.trace.filter(({ step }) => step === 'no-effect');
      expect(steps).to.have.length(1);
      expect(steps?.[0]).to.include({ reason });
    });
  }

  it('is paused, not running, while a pause has no end', () => {
    const events: DeadlineEvent[] = [accepted, { kind: 'mediation-paused', on: '2026-03-05', ...both }];
    expect(deadlineOf('M3', events, context)).to.include({ state: 'paused', dueOn: null });
  });
});
