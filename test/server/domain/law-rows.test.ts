import { expect } from 'chai';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import type { DeadlineEvent } from '../../../server/domain/deadline-events.ts';
import { RULE_CODES, type RuleCode } from '../../../server/domain/deadline-rules.ts';
import { deadlineOf } from '../../../server/domain/deadlines.ts';
import { citation } from '../../../server/domain/laws.ts';
import { startEventOf } from '../../../server/domain/start-event.ts';

const context = { calendar: builtInCalendar() };

/** Every limit of the law, counted by hand with a calendar of 2026 at the side. 2 March 2026 is a Monday. */
const rows: [rule: RuleCode, article: string, from: string, due: string | null][] = [
  ['M1', 'O17 21, 22: 3 working days', '2026-03-02', '2026-03-05'],
  ['M2', 'LDMAA 14: 15 days', '2026-03-02', '2026-03-17'],
  ['M3', 'O17 29: 15 days', '2026-03-02', '2026-03-17'],
  ['M3n', '人社厅发〔2024〕4号: 15 days', '2026-03-02', '2026-03-17'],
  ['M4', 'O17 10, 31: 5 days, ending on a Saturday', '2026-03-02', '2026-03-09'],
  ['M4-period', 'O17 10: the day agreed, a Saturday', '2026-03-21', '2026-03-23'],
  ['L1', 'O17 22: "promptly" is no number of days', '2026-03-02', null],
  ['M5', 'O33 74: 15 days', '2026-03-02', '2026-03-17'],
  ['M5-review', 'O33 74–79: 5 working days', '2026-03-02', '2026-03-09'],
  ['M6', 'PML 33, CPL 205: 30 days', '2026-03-02', '2026-04-01'],
  ['M6-ruling', 'CPL 187: 30 days', '2026-03-02', '2026-04-01'],
  ['M7', 'LDMAA 16: no limit to ask', '2026-03-02', null],
  ['M7-decision', 'CPL 226: 5 calendar days, ending on a Saturday', '2026-03-02', '2026-03-09'],
  ['M7-order', 'CPL 227: 15 days', '2026-03-02', '2026-03-17'],
  ['M7-objection', 'CPL 227: 15 days', '2026-03-02', '2026-03-17'],
  ['M8', 'the day agreed, on the Saturday of Qingming', '2026-04-04', '2026-04-07'],
  ['A1', 'LDMAA 27: one year', '2025-03-03', '2026-03-03'],
  ['A2', 'O33 27: one year from the interruption', '2025-03-03', '2026-03-03'],
  ['A3', 'LDMAA 29: 5 working days', '2026-03-02', '2026-03-09'],
  ['A3-elsewhere', 'O33 31: 5 working days', '2026-03-02', '2026-03-09'],
  ['A3-papers', 'O33 30: 5 working days', '2026-03-02', '2026-03-09'],
  ['A4', 'LDMAA 30: 5 working days', '2026-03-02', '2026-03-09'],
  ['A4-panel', 'LDMAA 32: 5 working days', '2026-03-02', '2026-03-09'],
  ['A4-defence', 'LDMAA 30: 10 working days', '2026-03-02', '2026-03-16'],
  ['A4-pass-on', 'LDMAA 30: 5 working days', '2026-03-02', '2026-03-09'],
  ['A4-counterclaim', 'O33 36: 5 working days', '2026-03-02', '2026-03-09'],
  ['A5', 'LDMAA 35: 5 working days before a hearing on Friday 20 March', '2026-03-20', '2026-03-13'],
  ['A5-postpone', 'LDMAA 35: 3 working days before', '2026-03-20', '2026-03-17'],
  ['A5-hearing', 'LDMAA 35: the day that is set, a Saturday stays', '2026-03-21', '2026-03-21'],
  ['A6', 'LDMAA 43: 45 days', '2026-03-02', '2026-04-16'],
  ['A7', 'O33 46: 45 days again', '2026-03-02', '2026-04-16'],
  ['A8', 'LDMAA 48, 50: 15 days', '2026-03-02', '2026-03-17'],
  ['A8-set-aside', 'LDMAA 49: 30 days', '2026-03-02', '2026-04-01'],
  ['A8-after', 'LDMAA 49: 15 days', '2026-03-02', '2026-03-17'],
  ['A9', 'O33 62–66: 5 working days', '2026-03-02', '2026-03-09'],
  ['A9-notice', 'O33 62–66: 5 working days', '2026-03-02', '2026-03-09'],
  ['A10', 'CPL 250: two years', '2024-03-04', '2026-03-04'],
  ['A11', 'Civil Code 188: three years', '2023-03-06', '2026-03-06'],
  ['A12', '劳动保障监察条例 20: two years', '2024-03-04', '2026-03-04'],
  ['A12-accept', '若干规定 18: 5 working days', '2026-03-02', '2026-03-09'],
  [
    'A12-close',
    '劳动保障监察条例 21: 60 working days, over Qingming and Labour Day',
    '2026-03-02',
    '2026-05-28',
  ],
  ['A13', '工伤保险条例 17: 30 days', '2026-03-02', '2026-04-01'],
  ['A13-worker', '工伤保险条例 17: one year', '2025-03-04', '2026-03-04'],
  ['A13-decision', '工伤保险条例 20: 60 days, ending on Labour Day', '2026-03-02', '2026-05-06'],
  ['A13-clear', '工伤保险条例 20: 15 days', '2026-03-02', '2026-03-17'],
  ['A13-appraisal', '工伤保险条例 25: 60 days, ending on Labour Day', '2026-03-02', '2026-05-06'],
  ['A13-again', '工伤保险条例 26: 15 days', '2026-03-02', '2026-03-17'],
  ['A13-review', '工伤保险条例 28: not before one year, a Sunday stays', '2025-03-01', '2026-03-01'],
  ['A14', 'O33 70: 10 working days', '2026-03-02', '2026-03-16'],
  ['A15', 'CPL 104: 30 days', '2026-03-02', '2026-04-01'],
  [
    'A15-enforcement',
    '法释〔2020〕26号 49: three months, to the end of February',
    '2025-11-30',
    '2026-02-28',
  ],
  ['A16', '法律援助法 43: 7 days', '2026-03-02', '2026-03-09'],
  ['A16-lawyer', '法律援助法 43: 3 days', '2026-03-02', '2026-03-05'],
  ['A16-objection', '法律援助法 49: 5 days, ending on a Saturday', '2026-03-02', '2026-03-09'],
  ['C1', '法释〔2013〕3号: a hint, no day', '2026-03-02', null],
  ['T1', 'the alliance: 3 working days', '2026-03-02', '2026-03-05'],
  ['T2', 'the alliance: 5 working days', '2026-03-02', '2026-03-09'],
  ['T3', 'the alliance: 10 working days', '2026-03-02', '2026-03-16'],
  ['T4', 'the alliance: 5 working days', '2026-03-02', '2026-03-09'],
];

function startOf(rule: RuleCode, from: string): DeadlineEvent {
  const start = startEventOf(rule, from);
  if (!start) throw new Error(`nothing starts ${rule}`);
  return start;
}

describe('every row of the law', () => {
  for (const [rule, article, from, due] of rows) {
    it(`${rule} from ${from}: ${article}`, () => {
      expect(deadlineOf(rule, [startOf(rule, from)], context)?.dueOn).to.equal(due);
    });
  }

  it('is in this table', () => {
    expect(rows.map(([rule]) => rule).sort()).to.deep.equal([...RULE_CODES].sort());
  });

  it('cites a law, or is the alliance’s own', () => {
    for (const [rule, , from] of rows) {
      const deadline = deadlineOf(rule, [startOf(rule, from)], context);
      const [step] = deadline?.trace ?? [];
      const cited = step?.step === 'rule' ? step.basis.map((basis) => citation(basis).zh) : [];
      if (deadline?.standing !== 'alliance') expect(cited, rule).not.to.deep.equal([]);
    }
  });

  it('is not applied before its law was in force', () => {
    expect(deadlineOf('M3n', [{ kind: 'mediation-accepted', on: '2024-01-18' }], context)).to.equal(null);
    expect(deadlineOf('M3n', [{ kind: 'mediation-accepted', on: '2024-01-19' }], context)?.dueOn).to.equal(
      '2024-02-05',
    );
    expect(deadlineOf('M3', [{ kind: 'mediation-accepted', on: '2011-12-31' }], context)).to.equal(null);
  });

  const numbering: [from: string, article: number][] = [
    ['2026-03-02', 205],
    ['2023-12-31', 201],
    ['2021-12-31', 194],
  ];
  for (const [from, article] of numbering) {
    it(`cites Civil Procedure Law ${article} for an agreement of ${from}, as its articles were numbered then`, () => {
      const [step] = deadlineOf('M6', [{ kind: 'agreement-in-force', on: from }], context)?.trace ?? [];
      expect(step).to.deep.include({
        basis: [
          { law: 'PML', articles: [33] },
          { law: 'CPL', articles: [article] },
        ],
      });
    });
  }
});
