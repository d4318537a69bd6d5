import { expect } from 'chai';
import { clockContext } from '../../../server/deadlines/clock-context.ts';
import type { ActionContext } from '../../../server/domain/actions/case-action.ts';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import type { MediationCase } from '../../../server/domain/case.ts';
import { deadlinesOf } from '../../../server/domain/deadlines.ts';
import { Fault } from '../../../server/domain/fault.ts';
import { noticesOf } from '../../../server/domain/notices.ts';
import type { FactDetails } from '../../../server/domain/outside-facts/outside-fact.ts';
import type { OutsideFactKind } from '../../../server/domain/outside-facts.ts';
import { transition } from '../../../server/domain/transition.ts';
import { noticeContextOf, wages, warnedCase, worker } from '../../support/warned-case.ts';

const context: ActionContext = {
  today: '2026-11-20',
  at: new Date('2026-11-20T10:00:00+08:00'),
  warning: null,
  newId: () => 'new',
  actor: { accountId: 'mediator', organisationId: 'centre', roles: ['mediator'] },
};
const jinan = { regionCode: '370102', legalFooting: 'union-by-reference' } as const;
const EMPLOYED: FactDetails = { employmentGoesOn: true };

/** The case after somebody told a fact of it. */
function told(subject: MediationCase, kind: OutsideFactKind, fact: FactDetails & { on: string }) {
  const { on: happenedOn, ...details } = fact;
  const input = { kind, happenedOn, body: null, workers: null, sum: null, note: null, details };
  const { set, events } = transition(subject, { name: 'record-fact', input }, context);
  return { ...subject, ...set, clock: [...subject.clock, ...events] };
}

function dueOf(subject: MediationCase, rule: string): (string | null)[] {
  return deadlinesOf(subject.clock, clockContext(subject, jinan, builtInCalendar()))
    .filter((deadline) => deadline.rule === rule && deadline.state !== 'ended')
    .map(({ dueOn }) => dueOn);
}

const owed = warnedCase({ workers: [worker({ claims: [wages(100_000)] })] });
const accepted = warnedCase({
  state: 'arbitration-accepted',
  clock: [
    { kind: 'right-known', on: '2026-03-02' },
    { kind: 'arbitration-applied', on: '2026-11-02' },
    { kind: 'arbitration-accepted', on: '2026-11-04' },
  ],
});

describe('a fact that is told later', () => {
  it('reminds the worker three days and one day before a hearing that was set, until it was held', () => {
    const set = told(accepted, 'hearing-set', { on: '2026-11-06', hearingOn: '2026-11-19' });
    const reminders = (subject: MediationCase) =>
      noticesOf(subject, noticeContextOf()).flatMap((notice) =>
        notice.kind === 'deadline-reminder' && notice.rule === 'A5-hearing' && notice.to.role === 'worker'
          ? [notice.daysFromDue]
          : [],
      );
    expect(reminders(set)).to.deep.equal([-3, -1]);
    expect(reminders(told(set, 'hearing-held', { on: '2026-11-19' }))).to.deep.equal([]);
  });

  it('ends what the commission had to do first: the copy, the panel', () => {
    expect(dueOf(accepted, 'A4')).to.deep.equal(['2026-11-11']);
    const served = told(accepted, 'application-copy-served', { on: '2026-11-09' });
    expect(dueOf(served, 'A4')).to.deep.equal([]);
    expect(dueOf(served, 'A4-defence')).to.deep.equal(['2026-11-23']);
    expect(dueOf(told(accepted, 'panel-told', { on: '2026-11-09' }), 'A4-panel')).to.deep.equal([]);
  });

  it('gives the award more time by its own name, without a code of a rule', () => {
    // 19 December, and 15 days more: 3 January, a Sunday after New Year's Day.
    expect(dueOf(told(accepted, 'award-extended', { on: '2026-11-18', days: 15 }), 'A6')).to.deep.equal([
      '2027-01-04',
    ]);
  });

  it('starts the time to sue when the award was received, whoever had it first', () => {
    const awarded = told(accepted, 'award-made-outside', { on: '2026-11-10' });
    const both = told(
      told(awarded, 'award-received', { on: '2026-11-12', party: 'worker', final: true }),
      'award-received',
      { on: '2026-11-13', party: 'employer', final: true },
    );
    expect(dueOf(both, 'A8')).to.deep.equal(['2026-11-27']);
    expect(dueOf(both, 'A8-set-aside')).to.deep.equal(['2026-12-14']);
  });

  it('starts the year from a day that was not known at the registration (LDMAA 27)', () => {
    expect(dueOf(owed, 'A1')).to.deep.equal([]);
    expect(dueOf(told(owed, 'right-known', { on: '2026-09-20' }), 'A1')).to.deep.equal(['2027-09-20']);
    expect(dueOf(told(owed, 'right-known', { on: '2026-09-20', ...EMPLOYED }), 'A1')).to.deep.equal([null]);
    const left = told(told(owed, 'employment-ended', { on: '2026-10-08' }), 'right-known', {
      on: '2026-09-20',
    });
    expect(dueOf(left, 'A1')).to.deep.equal(['2027-10-08']);
  });

  it('starts it for one claim alone, and refuses a claim that is none', () => {
    const injury = { id: 'injury', cause: 'work-injury', claimedFen: null, duty: null } as const;
    const both = { ...owed, workers: [worker({ claims: [wages(100_000), injury] })] };
    const known = told(
      told(both, 'right-known', { on: '2026-09-20', ...EMPLOYED, claimId: 'claim' }),
      'right-known',
      { on: '2026-10-12', claimId: 'injury' },
    );
    expect(dueOf(known, 'A1')).to.deep.equal([null, '2027-10-12']);
    expect(() => told(both, 'right-known', { on: '2026-09-20', claimId: 'none' })).to.throw(Fault);
  });

  it('stops the year for an obstacle, and keeps the cautious day where nobody can prove it', () => {
    const known = told(owed, 'right-known', { on: '2026-09-20' });
    const stopped = told(known, 'obstacle-began', { on: '2026-10-01', unproven: true });
    const lifted = told(stopped, 'obstacle-ended', { on: '2026-10-11' });
    const a1 = deadlinesOf(lifted.clock, clockContext(lifted, jinan, builtInCalendar())).find(
      ({ rule }) => rule === 'A1',
    );
    expect(a1).to.include({ dueOn: '2027-09-30', cautiousOn: '2027-09-20' });
  });

  it('starts the year again with each word between the parties (O17 31), and M4 with a request', () => {
    const known = told(owed, 'right-known', { on: '2026-09-20' });
    expect(dueOf(told(known, 'debt-acknowledged', { on: '2026-11-02' }), 'A1')).to.deep.equal(['2027-11-02']);
    const asked = told(known, 'negotiation-requested', { on: '2026-11-16' });
    expect(dueOf(asked, 'A1')).to.deep.equal(['2027-11-16']);
    expect(dueOf(asked, 'M4')).to.deep.equal(['2026-11-23']);
    const agreed = told(asked, 'negotiation-agreed', { on: '2026-11-18', dueOn: '2026-12-18' });
    expect(dueOf(agreed, 'M4')).to.deep.equal([]);
    expect(dueOf(agreed, 'M4-period')).to.deep.equal(['2026-12-18']);
  });

  it('brings the application to a case that an early warning began, once', () => {
    const warned = warnedCase({ channel: 'early-warning', receivedOn: null, clock: [] });
    const asked = told(warned, 'application-received', { on: '2026-11-18' });
    expect(asked.receivedOn).to.equal('2026-11-18');
    expect(dueOf(asked, 'M1')).to.deep.equal(['2026-11-23']);
    expect(dueOf(asked, 'M2')).to.deep.equal(['2026-12-03']);
    expect(() => told(asked, 'application-received', { on: '2026-11-19' }))
      .to.throw(Fault)
      .with.property('code', 'application_known');
  });

  it('leaves the year of the others where some of a group apply by themselves', () => {
    const known = told(owed, 'right-known', { on: '2026-09-20' });
    const some = told(known, 'arbitration-applied', { on: '2026-11-16', partial: true });
    expect([dueOf(some, 'A1'), dueOf(some, 'A3')]).to.deep.equal([['2027-09-20'], ['2026-11-23']]);
    expect(dueOf(told(known, 'arbitration-applied', { on: '2026-11-16' }), 'A1')).to.deep.equal([]);
  });

  it('makes a collective case of an application by ten or more (LDMAA 7)', () => {
    const applied = told(owed, 'arbitration-applied', { on: '2026-11-16', collective: true });
    expect([dueOf(applied, 'A3'), dueOf(applied, 'A9')]).to.deep.equal([[], ['2026-11-23']]);
    const taken = told(applied, 'arbitration-accepted-outside', { on: '2026-11-18', collective: true });
    expect([dueOf(taken, 'A9'), dueOf(taken, 'A9-notice')]).to.deep.equal([[], ['2026-11-25']]);
  });

  it('follows a complaint to its end, and a payment order to the answer of the debtor', () => {
    const complained = told(owed, 'inspection-complained', { on: '2026-11-09' });
    expect(dueOf(complained, 'A12-accept')).to.deep.equal(['2026-11-16']);
    const filed = told(complained, 'inspection-filed', { on: '2026-11-12' });
    expect(dueOf(filed, 'A12-accept')).to.deep.equal([]);
    expect(dueOf(filed, 'A12-close')).to.have.length(1);
    expect(dueOf(told(filed, 'inspection-ordered', { on: '2026-11-19' }), 'A12-close')).to.deep.equal([]);
    const asked = told(owed, 'payment-order-applied', { on: '2026-11-09' });
    expect(dueOf(asked, 'M7-decision')).to.deep.equal(['2026-11-16']);
    const served = told(told(asked, 'payment-order-issued', { on: '2026-11-12' }), 'payment-order-served', {
      on: '2026-11-16',
    });
    expect(dueOf(served, 'M7-decision')).to.deep.equal([]);
    expect(dueOf(served, 'M7-objection')).to.deep.equal(['2026-12-01']);
  });
});
