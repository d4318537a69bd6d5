import { expect } from 'chai';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import type { DeadlineEvent } from '../../../server/domain/deadline-events.ts';
import { deadlineOf, deadlinesOf } from '../../../server/domain/deadlines.ts';

const context = { calendar: builtInCalendar() };
const known: DeadlineEvent = { kind: 'right-known', on: '2025-03-03' };

describe('other limitations', () => {
  const civil: [title: string, events: DeadlineEvent[], due: string | null][] = [
    [
      'an obstacle before the last six months changes nothing (Civil Code 194)',
      [
        { kind: 'obstacle-began', on: '2024-01-08' },
        { kind: 'obstacle-ended', on: '2024-02-08' },
      ],
      '2026-03-06',
    ],
    [
      'one in the last six months ends the limit six months after it (Civil Code 194)',
      [
        { kind: 'obstacle-began', on: '2025-12-01' },
        { kind: 'obstacle-ended', on: '2026-01-15' },
      ],
      '2026-07-15',
    ],
    [
      'one that reaches into the last six months as well',
      [
        { kind: 'obstacle-began', on: '2025-01-01' },
        { kind: 'obstacle-ended', on: '2025-10-09' },
      ],
      '2026-04-09',
    ],
    ['a demand starts it again (Civil Code 195)', [{ kind: 'claim-made', on: '2023-09-11' }], '2026-09-11'],
  ];
  for (const [title, events, due] of civil) {
    it(`A11: ${title}`, () => {
      expect(
        deadlineOf('A11', [{ kind: 'right-known', on: '2023-03-06' }, ...events], context)?.dueOn,
      ).to.equal(due);
    });
  }

  it('A11 takes the place of A1 in a civil case', () => {
    const rules = (civilCase: boolean) =>
      deadlinesOf([known], { ...context, civil: civilCase }).map(({ rule }) => rule);
    expect(rules(true)).to.deep.equal(['A11']);
    expect(rules(false)).to.deep.equal(['A1']);
  });

  const enforcement: [title: string, events: DeadlineEvent[], due: string][] = [
    [
      'from the last instalment’s day (CPL 250)',
      [{ kind: 'agreement-confirmed', on: '2024-01-08', performUntilOn: '2024-06-11' }],
      '2026-06-11',
    ],
    [
      'from taking effect where no time is stated',
      [{ kind: 'award-in-force', on: '2024-06-11' }],
      '2026-06-11',
    ],
    [
      'an obstacle in the last six months stops it',
      [
        { kind: 'award-in-force', on: '2024-06-11' },
        { kind: 'obstacle-began', on: '2026-03-01' },
        { kind: 'obstacle-ended', on: '2026-03-11' },
      ],
      '2026-06-22',
    ],
    [
      'an earlier one does not',
      [
        { kind: 'award-in-force', on: '2024-06-11' },
        { kind: 'obstacle-began', on: '2025-03-01' },
        { kind: 'obstacle-ended', on: '2025-03-11' },
      ],
      '2026-06-11',
    ],
  ];
  for (const [title, events, due] of enforcement) {
    it(`A10: ${title}`, () => expect(deadlineOf('A10', events, context)?.dueOn).to.equal(due));
  }

  it('A12 runs from the end of a breach that goes on (劳动保障监察条例 20)', () => {
    const continuing: DeadlineEvent = { kind: 'breach-occurred', on: '2023-01-05', continuing: true };
    expect(deadlineOf('A12', [continuing], context)).to.equal(null);
    expect(
      deadlineOf('A12', [continuing, { kind: 'breach-ended', on: '2024-03-04' }], context)?.dueOn,
    ).to.equal('2026-03-04');
  });
});
