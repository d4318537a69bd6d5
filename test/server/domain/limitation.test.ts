import { expect } from 'chai';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import type { DeadlineEvent } from '../../../server/domain/deadline-events.ts';
import { deadlineOf, deadlinesOf } from '../../../server/domain/deadlines.ts';

const context = { calendar: builtInCalendar() };
const known: DeadlineEvent = { kind: 'right-known', on: '2025-03-03' };
const arrears: DeadlineEvent = { ...known, wageArrears: true };

const rows: [title: string, events: DeadlineEvent[], due: string | null, cautious: string | undefined][] = [
  ['one year from the day the right was known (LDMAA 27(1))', [known], '2026-03-03', '2026-03-03'],
  [
    'a claim on the other side starts it again (LDMAA 27(2))',
    [known, { kind: 'claim-made', on: '2025-06-10' }],
    '2026-06-10',
    '2026-06-10',
  ],
  [
    'applying for mediation starts it again (O33 27)',
    [known, { kind: 'application-received', on: '2025-09-10' }],
    '2026-09-10',
    '2026-09-10',
  ],
  [
    'so does each later event of the mediation (O17 31)',
    [
      known,
      { kind: 'application-received', on: '2025-09-10' },
      { kind: 'mediation-failed', on: '2025-09-25' },
    ],
    '2026-09-28',
    '2026-09-24',
  ],
  [
    'the other side’s refusal of mediation counts (O17 31)',
    [
      known,
      { kind: 'application-received', on: '2025-09-10' },
      { kind: 'other-side-refused', on: '2025-09-12' },
    ],
    '2026-09-14',
    '2026-09-11',
  ],
  [
    'a request to negotiate that is not answered counts twice (O17 31)',
    [
      known,
      { kind: 'negotiation-requested', on: '2025-04-01' },
      { kind: 'negotiation-unanswered', on: '2025-04-07' },
    ],
    '2026-04-07',
    '2026-04-07',
  ],
  [
    'a missed instalment counts (O17 31)',
    [
      known,
      { kind: 'agreement-in-force', on: '2025-10-10' },
      { kind: 'instalment-missed', on: '2025-11-03', instalmentId: 'a' },
    ],
    '2026-11-03',
    '2026-11-03',
  ],
  [
    'the other side’s agreement to perform counts (O33 27(3))',
    [known, { kind: 'debt-acknowledged', on: '2025-12-01' }],
    '2026-12-01',
    '2026-12-01',
  ],
  [
    'a complaint to a body counts (O33 27(2))',
    [known, { kind: 'inspection-complained', on: '2025-11-10' }],
    '2026-11-10',
    '2026-11-10',
  ],
  [
    'acceptance of the mediation by itself does not interrupt',
    [known, { kind: 'mediation-accepted', on: '2025-09-12' }],
    '2026-03-03',
    '2026-03-03',
  ],
  [
    'an interruption on the last day counts',
    [known, { kind: 'claim-made', on: '2026-03-03' }],
    '2027-03-03',
    '2027-03-03',
  ],
  [
    'an interruption on the day after does not',
    [known, { kind: 'claim-made', on: '2026-03-04' }],
    '2026-03-03',
    '2026-03-03',
  ],
  [
    'force majeure stops it; afterwards it goes on (LDMAA 27(3))',
    [known, { kind: 'obstacle-began', on: '2025-06-01' }, { kind: 'obstacle-ended', on: '2025-07-01' }],
    '2026-04-02',
    '2026-04-02',
  ],
  [
    'an obstacle before the start does not matter',
    [{ kind: 'obstacle-began', on: '2025-01-01' }, { kind: 'obstacle-ended', on: '2025-02-01' }, known],
    '2026-03-03',
    '2026-03-03',
  ],
  [
    'an obstacle that began before the start stops it from its first day',
    [{ kind: 'obstacle-began', on: '2025-02-20' }, known, { kind: 'obstacle-ended', on: '2025-03-13' }],
    '2026-03-12',
    '2026-03-12',
  ],
  [
    'an obstacle that goes on leaves no last day',
    [known, { kind: 'obstacle-began', on: '2025-06-01' }],
    null,
    undefined,
  ],
  [
    'an obstacle after the end changes nothing',
    [known, { kind: 'obstacle-began', on: '2026-06-01' }],
    '2026-03-03',
    '2026-03-03',
  ],
  [
    'an interruption during an obstacle: the year begins anew, its rest after the obstacle',
    [
      known,
      { kind: 'obstacle-began', on: '2025-06-01' },
      { kind: 'claim-made', on: '2025-06-11' },
      { kind: 'obstacle-ended', on: '2025-07-01' },
    ],
    '2026-06-30',
    '2026-06-30',
  ],
  ['wage arrears have no limit while employed (LDMAA 27(4))', [arrears], null, undefined],
  ['… whatever is claimed meanwhile', [arrears, { kind: 'claim-made', on: '2025-06-10' }], null, undefined],
  [
    'wage arrears: one year from the end of employment',
    [arrears, { kind: 'employment-ended', on: '2025-05-06' }],
    '2026-05-06',
    '2026-05-06',
  ],
  [
    'wage arrears learned of after the end of employment: from that end',
    [{ kind: 'employment-ended', on: '2025-01-06' }, arrears],
    '2026-01-06',
    '2026-01-06',
  ],
  [
    'wage arrears: claims after the end of employment interrupt',
    [arrears, { kind: 'employment-ended', on: '2025-05-06' }, { kind: 'claim-made', on: '2025-08-11' }],
    '2026-08-11',
    '2026-08-11',
  ],
  [
    'the end of employment by itself does not matter to other claims',
    [known, { kind: 'employment-ended', on: '2025-05-06' }],
    '2026-03-03',
    '2026-03-03',
  ],
  [
    'a last day on National Day rolls, and the cautious day lies before it',
    [{ ...known, on: '2025-10-01' }],
    '2026-10-08',
    '2026-09-30',
  ],
  [
    'an interruption without proof moves the day, but not the cautious day',
    [known, { kind: 'claim-made', on: '2025-06-10', unproven: true }],
    '2026-06-10',
    '2026-03-03',
  ],
  [
    'a proven interruption that only an unproven one kept in time does not help the cautious day',
    [
      known,
      { kind: 'claim-made', on: '2026-02-10', unproven: true },
      { kind: 'application-received', on: '2026-06-10' },
    ],
    '2027-06-10',
    '2026-03-03',
  ],
  [
    'an obstacle without proof does not help the cautious day either',
    [
      known,
      { kind: 'obstacle-began', on: '2025-06-01', unproven: true },
      { kind: 'obstacle-ended', on: '2025-07-01', unproven: true },
    ],
    '2026-04-02',
    '2026-03-03',
  ],
  [
    'a refused application for arbitration starts it again (O33 27)',
    [
      known,
      { kind: 'arbitration-applied', on: '2026-02-02' },
      { kind: 'arbitration-refused', on: '2026-02-06' },
    ],
    '2027-02-09',
    '2027-02-04',
  ],
  [
    'a withdrawn one does too',
    [
      known,
      { kind: 'arbitration-applied', on: '2025-12-01' },
      { kind: 'arbitration-withdrawn', on: '2025-12-15' },
    ],
    '2026-12-15',
    '2026-12-15',
  ],
  [
    'one that came too late does not revive it',
    [
      known,
      { kind: 'arbitration-applied', on: '2026-03-10' },
      { kind: 'arbitration-refused', on: '2026-03-16' },
    ],
    '2026-03-03',
    '2026-03-03',
  ],
];

describe('limitation for arbitration (A1) as a log of events', () => {
  for (const [title, events, due, cautious] of rows) {
    it(title, () => {
      const deadline = deadlineOf('A1', events, context);
      expect(deadline?.dueOn).to.equal(due);
      expect(deadline?.cautiousOn).to.equal(cautious);
    });
  }

  it('ends when arbitration is applied for', () => {
    const deadline = deadlineOf('A1', [known, { kind: 'arbitration-applied', on: '2026-02-02' }], context);
    expect(deadline).to.include({ state: 'ended', endedOn: '2026-02-02', endedBy: 'arbitration-applied' });
  });

  it('goes on when the case is closed: the worker’s right does not end with it', () => {
    expect(deadlineOf('A1', [known, { kind: 'case-closed', on: '2025-12-01' }], context)?.state).to.equal(
      'running',
    );
  });

  it('is kept for each claim by itself, and an event without a claim concerns all', () => {
    const deadlines = deadlinesOf(
      [
        { ...arrears, claimId: 'wages' },
        { ...known, claimId: 'overtime' },
        { kind: 'claim-made', on: '2025-05-12', claimId: 'overtime' },
        { kind: 'employment-ended', on: '2025-06-02' },
        { kind: 'application-received', on: '2025-07-07' },
      ],
      context,
    ).filter(({ rule }) => rule === 'A1');
    expect(deadlines.map(({ subject, dueOn }) => [subject, dueOn])).to.deep.equal([
      ['overtime', '2026-07-07'],
      ['wages', '2026-07-07'],
    ]);
  });

  it('tells why the cautious day is earlier', () => {
    const trace = deadlineOf(
      'A1',
      [known, { kind: 'claim-made', on: '2025-06-13', unproven: true }],
      context,
    )?.trace;
    expect(trace).to.deep.include({ step: 'cautious', on: '2026-03-03', reasons: ['unproven'] });
  });

  it('says that an interruption after the end came too late', () => {
    const trace = deadlineOf('A1', [known, { kind: 'claim-made', on: '2026-03-04' }], context)?.trace;
    expect(trace).to.deep.include({
      step: 'no-effect',
      event: 'claim-made',
      on: '2026-03-04',
      reason: 'too-late',
    });
  });
});
