import { expect } from 'chai';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import type { ClockContext, Deadline } from '../../../server/domain/deadline.ts';
import type { DeadlineEvent } from '../../../server/domain/deadline-events.ts';
import type { RuleCode } from '../../../server/domain/deadline-rules.ts';
import { deadlineOf, deadlinesOf } from '../../../server/domain/deadlines.ts';
import type { LegalFooting, Standing } from '../../../server/domain/legal-footing.ts';

const context: ClockContext = { calendar: builtInCalendar() };

const shown = ({ rule, subject, dueOn, state }: Deadline) => [rule, subject, dueOn, state];

describe('the deadlines of a case', () => {
  it('are all that its events started, those that ended marked', () => {
    const events: DeadlineEvent[] = [
      { kind: 'right-known', on: '2025-11-03' },
      { kind: 'application-received', on: '2026-03-02' },
      { kind: 'mediation-accepted', on: '2026-03-04' },
      { kind: 'agreement-in-force', on: '2026-03-16', agreementId: 'first' },
      {
        kind: 'instalment-agreed',
        on: '2026-03-16',
        instalmentId: 'one',
        dueOn: '2026-03-31',
        agreementId: 'first',
      },
      {
        kind: 'instalment-agreed',
        on: '2026-03-16',
        instalmentId: 'two',
        dueOn: '2026-05-01',
        agreementId: 'first',
      },
      { kind: 'instalment-paid', on: '2026-03-30', instalmentId: 'one' },
    ];
    expect(deadlinesOf(events, context).map(shown)).to.deep.equal([
      ['A1', undefined, '2027-03-16', 'running'],
      ['M1', undefined, '2026-03-05', 'ended'],
      ['M2', undefined, '2026-03-17', 'ended'],
      ['M3', undefined, '2026-03-19', 'ended'],
      ['M5', 'first', '2026-03-31', 'running'],
      ['M6', 'first', '2026-04-15', 'running'],
      ['M8', 'one', '2026-03-31', 'ended'],
      ['M8', 'two', '2026-05-06', 'running'],
    ]);
  });

  it('run on two clocks: M2 from receipt, M3 from acceptance', () => {
    const events: DeadlineEvent[] = [
      { kind: 'application-received', on: '2026-03-02' },
      { kind: 'mediation-accepted', on: '2026-03-05' },
    ];
    const due = (rule: RuleCode) => deadlineOf(rule, events, context)?.dueOn;
    expect([due('M2'), due('M3')]).to.deep.equal(['2026-03-17', '2026-03-20']);
  });

  it('begin anew when a case that had ended is accepted again', () => {
    const events: DeadlineEvent[] = [
      { kind: 'mediation-accepted', on: '2026-03-02' },
      { kind: 'mediation-failed', on: '2026-03-10' },
      { kind: 'mediation-accepted', on: '2026-04-01' },
    ];
    expect(deadlinesOf(events, context).map(shown)).to.deep.equal([
      ['M3', undefined, '2026-03-17', 'ended'],
      ['M3', undefined, '2026-04-16', 'running'],
    ]);
    expect(deadlineOf('M3', events, context)?.startedOn).to.equal('2026-04-01');
  });

  it('have M3n in place of M3 for platform workers, from the day of the notice on', () => {
    const rules = (on: string, newForm: boolean) =>
      deadlinesOf([{ kind: 'mediation-accepted', on }], { ...context, newForm }).map(({ rule }) => rule);
    expect(rules('2026-03-02', true)).to.deep.equal(['M3n']);
    expect(rules('2026-03-02', false)).to.deep.equal(['M3']);
    expect(rules('2023-03-02', true)).to.deep.equal(['M3']);
  });

  it('have no review for an agreement on whether there is a labour relation (O33 74–79)', () => {
    const events: DeadlineEvent[] = [{ kind: 'agreement-in-force', on: '2026-03-02', labourRelation: true }];
    expect(deadlinesOf(events, context).map(({ rule }) => rule)).to.deep.equal(['M6']);
  });

  it('have the award against which each side may act on its own day (LDMAA 47–49)', () => {
    const events: DeadlineEvent[] = [
      { kind: 'award-received', on: '2026-03-02', party: 'worker', final: true },
      { kind: 'award-received', on: '2026-03-04', party: 'employer', final: true },
    ];
    expect(deadlinesOf(events, context).map(shown)).to.deep.equal([
      ['A8', 'worker', '2026-03-17', 'running'],
      ['A8-set-aside', 'employer', '2026-04-03', 'running'],
    ]);
  });

  it('are A9 in place of A3 for ten or more workers', () => {
    const rules = (collective: boolean) =>
      deadlinesOf([{ kind: 'arbitration-applied', on: '2026-03-02', collective }], context).map(
        ({ rule }) => rule,
      );
    expect(rules(true)).to.deep.equal(['A9']);
    expect(rules(false)).to.deep.equal(['A3']);
  });

  it('refuse a day that does not exist, by its name', () => {
    expect(() => deadlinesOf([{ kind: 'claim-made', on: '2026-02-30' }], context))
      .to.throw()
      .that.includes({ field: 'on', code: 'impossible-day' });
  });
});

const footings: [
  footing: LegalFooting | undefined,
  standings: Record<'M1' | 'M3' | 'M5' | 'M6', Standing>,
][] = [
  [undefined, { M1: 'law', M3: 'law', M5: 'law', M6: 'law' }],
  ['enterprise-committee', { M1: 'law', M3: 'law', M5: 'law', M6: 'law' }],
  ['peoples-mediation', { M1: 'local-target', M3: 'local-target', M5: 'law', M6: 'law' }],
  ['township-body', { M1: 'local-target', M3: 'local-target', M5: 'law', M6: 'law' }],
  ['union-by-reference', { M1: 'law', M3: 'law', M5: 'law', M6: 'local-target' }],
  ['none', { M1: 'local-target', M3: 'local-target', M5: 'local-target', M6: 'local-target' }],
];

describe('whether a limit is law for an organisation', () => {
  const events: DeadlineEvent[] = [
    { kind: 'application-received', on: '2026-03-02' },
    { kind: 'mediation-accepted', on: '2026-03-04' },
    { kind: 'agreement-in-force', on: '2026-03-16' },
  ];
  for (const [footing, standings] of footings) {
    it(`follows its legal basis: ${footing ?? 'not asked'}`, () => {
      const found = deadlinesOf(events, { ...context, footing });
      for (const [rule, standing] of Object.entries(standings)) {
        expect(found.find((deadline) => deadline.rule === rule)?.standing, rule).to.equal(standing);
      }
      expect(found.find(({ rule }) => rule === 'M2')?.standing).to.equal('law');
    });
  }

  it('lets an own number replace an own limit, and never one set by law', () => {
    const ownDays = { M1: 5, M2: 5, T1: 2, L1: 3 };
    const own = { ...context, ownDays, footing: 'none' as const };
    expect(deadlineOf('M1', events, own)).to.include({ dueOn: '2026-03-09', standing: 'local-target' });
    expect(deadlineOf('M2', events, own)).to.include({ dueOn: '2026-03-17', standing: 'law' });
    expect(deadlineOf('T1', [{ kind: 'transfer-sent', on: '2026-03-02' }], own)).to.include({
      dueOn: '2026-03-04',
      standing: 'alliance',
    });
    const refused: DeadlineEvent[] = [{ kind: 'other-side-refused', on: '2026-03-02' }];
    expect(deadlineOf('L1', refused, own)).to.include({ dueOn: '2026-03-05', standing: 'local-target' });
    expect(deadlinesOf(refused, context)).to.deep.equal([]);
  });
});
