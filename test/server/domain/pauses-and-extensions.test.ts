import { expect } from 'chai';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import type { DeadlineEvent } from '../../../server/domain/deadline-events.ts';
import type { RuleCode } from '../../../server/domain/deadline-rules.ts';
import { deadlineOf } from '../../../server/domain/deadlines.ts';

const context = { calendar: builtInCalendar() };
const accepted: DeadlineEvent = { kind: 'mediation-accepted', on: '2026-03-02' };
const arbitration: DeadlineEvent = { kind: 'arbitration-accepted', on: '2026-03-02' };
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
const approved = (rule: RuleCode, on: string, days: number): DeadlineEvent => ({
  kind: 'extension-approved',
  rule,
  on,
  days,
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
  // A6: at most 15 days more, approved (LDMAA 43).
  [
    'the award may be approved fifteen days later',
    'A6',
    [arbitration, approved('A6', '2026-04-10', 15)],
    '2026-05-06',
  ],
  ['thirty are held to fifteen', 'A6', [arbitration, approved('A6', '2026-04-10', 30)], '2026-05-06'],
  [
    'an approval for another rule changes nothing',
    'A6',
    [arbitration, approved('A12-close', '2026-04-10', 15)],
    '2026-04-16',
  ],
  [
    'an approval after the end changes nothing',
    'A6',
    [arbitration, approved('A6', '2026-04-17', 15)],
    '2026-04-16',
  ],
  // A7: the 45 days start again (O33 46).
  [
    'a party added starts the 45 days again',
    'A6',
    [arbitration, { kind: 'party-added', on: '2026-03-16' }],
    '2026-04-30',
  ],
  [
    'claims changed on the last day start them again',
    'A6',
    [arbitration, { kind: 'claims-changed', on: '2026-04-16' }],
    '2026-06-01',
  ],
  [
    'a counterclaim joined starts them again',
    'A6',
    [arbitration, { kind: 'counterclaim-joined', on: '2026-03-11' }],
    '2026-04-27',
  ],
  [
    'a case received from another commission starts them again',
    'A6',
    [arbitration, { kind: 'case-moved', on: '2026-03-11' }],
    '2026-04-27',
  ],
  [
    'of two restarts the later counts',
    'A6',
    [arbitration, { kind: 'party-added', on: '2026-03-11' }, { kind: 'claims-changed', on: '2026-03-16' }],
    '2026-04-30',
  ],
  [
    'a restart drops an extension of the time before it',
    'A6',
    [arbitration, approved('A6', '2026-03-10', 15), { kind: 'party-added', on: '2026-03-16' }],
    '2026-04-30',
  ],
  // A7: not counted (O33 46(6), 47).
  [
    'a suspension is not counted',
    'A6',
    [
      arbitration,
      { kind: 'arbitration-suspended', on: '2026-03-10' },
      { kind: 'arbitration-resumed', on: '2026-03-20' },
    ],
    '2026-04-27',
  ],
  [
    'a public notice is not counted',
    'A6',
    [
      arbitration,
      { kind: 'public-notice-began', on: '2026-03-10' },
      { kind: 'public-notice-ended', on: '2026-04-09' },
    ],
    '2026-05-18',
  ],
  [
    'days of both at once are left out once',
    'A6',
    [
      arbitration,
      { kind: 'public-notice-began', on: '2026-03-10' },
      { kind: 'arbitration-suspended', on: '2026-03-15' },
      { kind: 'public-notice-ended', on: '2026-03-20' },
      { kind: 'arbitration-resumed', on: '2026-03-30' },
    ],
    '2026-05-06',
  ],
  // Others.
  [
    'the injury decision is stopped while another body’s ruling is awaited (工伤保险条例 20)',
    'A13-decision',
    [
      { kind: 'injury-claim-accepted', on: '2026-03-02' },
      { kind: 'injury-decision-suspended', on: '2026-03-10' },
      { kind: 'injury-decision-resumed', on: '2026-03-20' },
    ],
    '2026-05-11',
  ],
  [
    'five working days more for the review (O33 74–79)',
    'M5-review',
    [{ kind: 'agreement-review-accepted', on: '2026-03-02' }, approved('M5-review', '2026-03-05', 5)],
    '2026-03-16',
  ],
  [
    'thirty working days more for the inspection (劳动保障监察条例 21)',
    'A12-close',
    [{ kind: 'inspection-filed', on: '2026-03-02' }, approved('A12-close', '2026-03-05', 30)],
    '2026-07-10',
  ],
  [
    'thirty days more for the appraisal (工伤保险条例 25)',
    'A13-appraisal',
    [{ kind: 'appraisal-applied', on: '2026-03-02' }, approved('A13-appraisal', '2026-03-05', 30)],
    '2026-06-01',
  ],
  [
    'completed papers start the five days again (O33 46(2))',
    'A3',
    [
      { kind: 'arbitration-applied', on: '2026-03-02', papersMissing: true },
      { kind: 'papers-completed', on: '2026-03-09' },
    ],
    '2026-03-16',
  ],
  [
    'mediation advised and agreed to before acceptance stops them (O33 69)',
    'A3',
    [
      { kind: 'arbitration-applied', on: '2026-03-02' },
      { kind: 'mediation-advice-agreed', on: '2026-03-04' },
      { kind: 'mediation-failed', on: '2026-03-18' },
    ],
    '2026-03-23',
  ],
  [
    'a hearing set anew moves the notice',
    'A5',
    [
      { kind: 'hearing-set', on: '2026-03-02', hearingOn: '2026-03-20' },
      { kind: 'hearing-set', on: '2026-03-05', hearingOn: '2026-03-27' },
    ],
    '2026-03-20',
  ],
  [
    'an instalment agreed anew moves its day',
    'M8',
    [
      { kind: 'instalment-agreed', on: '2026-03-02', instalmentId: 'a', dueOn: '2026-03-31' },
      { kind: 'instalment-agreed', on: '2026-03-20', instalmentId: 'a', dueOn: '2026-04-30' },
    ],
    '2026-04-30',
  ],
];

describe('pauses, extensions and restarts', () => {
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
