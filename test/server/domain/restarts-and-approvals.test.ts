import { expect } from 'chai';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import type { DeadlineEvent } from '../../../server/domain/deadline-events.ts';
import type { RuleCode } from '../../../server/domain/deadline-rules.ts';
import { deadlineOf } from '../../../server/domain/deadlines.ts';

const context = { calendar: builtInCalendar() };
const arbitration: DeadlineEvent = { kind: 'arbitration-accepted', on: '2026-03-02' };
const approved = (rule: RuleCode, on: string, days: number): DeadlineEvent => ({
  kind: 'extension-approved',
  rule,
  on,
  days,
});

const rows: [title: string, rule: RuleCode, events: DeadlineEvent[], due: string][] = [
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

describe('pauses, extensions and restarts outside mediation', () => {
  for (const [title, rule, events, due] of rows) {
    it(`${rule}: ${title}`, () => {
      expect(deadlineOf(rule, events, context)?.dueOn).to.equal(due);
    });
  }
});
