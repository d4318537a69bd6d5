import { expect } from 'chai';
import type { Agreement } from '../../../server/domain/agreement.ts';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import type { MediationCase } from '../../../server/domain/case.ts';
import { CASE_STATES } from '../../../server/domain/case-state.ts';
import type { DeadlineEvent } from '../../../server/domain/deadline-events.ts';
import type { Organisation } from '../../../server/domain/organisation.ts';
import { DEFAULT_REMINDER_SETTINGS } from '../../../server/domain/reminder-settings.ts';
import type { WorkerOutcome } from '../../../server/domain/worker.ts';
import { OFFICE_HOURS } from '../../../server/domain/working-hours.ts';
import { statusView } from '../../../server/status-page/status-view.ts';
import { warnedCase, worker } from '../../support/warned-case.ts';

const ON = '2026-09-16';
const CENTRE: Organisation = {
  id: 'centre',
  version: 0,
  name: '历下区总工会调解中心',
  parentId: null,
  path: ['centre'],
  regionCode: '370102',
  legalFooting: 'peoples-mediation',
  caseNumberPattern: '历工调〔{year}〕{n}号',
  phone: '0531-12351',
  noticeHours: OFFICE_HOURS,
  warningRules: [],
  retentionRules: [],
  secondFactorRoles: [],
  eventsSince: null,
  reminderSettings: DEFAULT_REMINDER_SETTINGS,
  formerReminderRows: [],
};

const view = (subject: MediationCase, today = ON, ids: string[] | null = null) =>
  statusView(subject, CENTRE, {
    clock: { calendar: builtInCalendar(), region: '370102', footing: 'peoples-mediation' },
    today,
    asking: ids && subject.workers.filter(({ id }) => ids.includes(id)),
  }).parts.map(({ whose, state, next, rights }) => ({
    whose,
    state,
    next: next.zh,
    days: Object.fromEntries(rights.map(({ rule, day }) => [rule, day])),
    rights,
  }));

const member = (id: string, kind?: WorkerOutcome['kind']) =>
  worker({ id, outcome: kind === undefined ? null : { kind, on: ON } });

/** Known on 1 September, asked for on the 16th: the year runs to 16 September 2027. */
const BEGUN: DeadlineEvent[] = [
  { kind: 'right-known', on: '2026-09-01' },
  { kind: 'application-received', on: ON },
];

function agreementOf(id: string, workerIds: string[], changes: Partial<Agreement> = {}): Agreement {
  const instalments = [{ id: `${id}-1`, dueOn: '2026-10-15', amountFen: 100, paidOn: null }];
  const signed = { workerSignedOn: ON, respondentSignedOn: ON, mediatorSignedOn: ON, sealedOn: ON };
  return { id, terms: null, workerIds, ...signed, inForceOn: ON, instalments, ...changes };
}

const agreed = (id: string, marks: Partial<DeadlineEvent> = {}): DeadlineEvent[] => [
  { kind: 'agreement-in-force', on: ON, agreementId: id, ...marks },
  { kind: 'instalment-agreed', on: ON, instalmentId: `${id}-1`, dueOn: '2026-10-15' },
];

describe('what a worker reads', () => {
  it('has words and somebody to call in whatever state', () => {
    for (const state of CASE_STATES) {
      const [part, ...others] = view(warnedCase({ state, workers: [member('a')] }));
      expect(part?.state, state).to.equal(state);
      expect(part?.next, state).to.not.equal('');
      expect(others, state).to.deep.equal([]);
    }
  });

  it('after an agreement: each instalment’s day, and until when it can be confirmed', () => {
    const subject = warnedCase({
      state: 'agreed',
      workers: [member('a', 'settled')],
      agreements: [agreementOf('one', ['a'])],
      clock: [...BEGUN, ...agreed('one')],
    });
    const [part] = view(subject);
    // 15 days from 16 September end in the holidays, on 1 October; 30 days on Friday 16 October.
    expect(part?.days).to.include({ M5: '2026-10-08', M8: '2026-10-15', M6: '2026-10-16' });
    expect(part?.rights[0]?.rule).to.equal('M5');
    expect(view(subject, '2026-10-17')[0]?.days).to.have.keys('M8', 'A1');
  });

  it('after a breach: the payment order, and the payment that is still due', () => {
    const [part] = view(
      warnedCase({
        state: 'breached',
        workers: [member('a', 'settled')],
        agreements: [agreementOf('one', ['a'])],
        clock: [
          ...BEGUN,
          ...agreed('one'),
          { kind: 'instalment-missed', on: '2026-10-20', instalmentId: 'one-1' },
        ],
      }),
      '2026-10-21',
    );
    expect(part?.state).to.equal('breached');
    expect(part?.days).to.include({ M7: null, M8: '2026-10-15', A1: '2027-10-20' });
  });

  it('after confirmation: until when it can be enforced', () => {
    const confirmation = {
      by: 'court' as const,
      appliedOn: ON,
      result: 'confirmed' as const,
      decidedOn: '2026-10-12',
      reference: null,
    };
    const [part] = view(
      warnedCase({
        state: 'confirmed',
        workers: [member('a', 'settled')],
        agreements: [agreementOf('one', ['a'], { confirmation })],
        clock: [
          ...BEGUN,
          ...agreed('one'),
          { kind: 'agreement-confirmed', on: '2026-10-12', agreementId: 'one', performUntilOn: '2026-10-15' },
        ],
      }),
      '2026-10-13',
    );
    expect(part?.state).to.equal('confirmed');
    // Two years from the last instalment end on a Sunday; the Friday before relies on nothing.
    expect(part?.days).to.include({ A10: '2028-10-13', M8: '2026-10-15' }).and.not.have.keys('M5', 'M6');
  });

  it('in arbitration: the answer, the hearing, the award and the last day to sue', () => {
    const gone = (state: MediationCase['state'], ...events: DeadlineEvent[]) =>
      view(
        warnedCase({
          state,
          workers: [member('a', 'handed-to-arbitration')],
          clock: [...BEGUN, { kind: 'arbitration-applied', on: '2026-10-12' }, ...events],
        }),
        '2026-10-13',
      )[0]?.days;
    const accepted: DeadlineEvent = { kind: 'arbitration-accepted', on: '2026-10-13' };
    const hearing: DeadlineEvent = {
      kind: 'hearing-set',
      on: '2026-10-13',
      hearingOn: '2026-11-10',
      hearingId: 'h',
    };
    const award: DeadlineEvent[] = [
      { kind: 'award-made', on: '2026-10-13' },
      { kind: 'award-received', on: '2026-10-13' },
    ];
    expect(gone('handed-to-arbitration')).to.deep.equal({ A3: '2026-10-19' });
    expect(gone('arbitration-accepted', accepted, hearing)).to.include({
      A5: '2026-11-03',
      A6: '2026-11-27',
    });
    expect(gone('awarded', accepted, ...award)).to.deep.equal({ A8: '2026-10-28' });
  });

  it('whoever may have missed the limit is told to call, after mediation too', () => {
    const failed = warnedCase({ state: 'failed', workers: [member('a', 'failed')], clock: BEGUN });
    expect(view(failed, '2027-09-16')[0]?.next).to.include('请注意最后期限');
    expect(view(failed, '2027-09-17')[0]?.next).to.include('马上致电我们');
  });
});

describe('what is read in a group that ended differently', () => {
  const agreements = [
    agreementOf('one', ['paid']),
    agreementOf('two', ['waiting'], {
      instalments: [{ id: 'two-1', dueOn: '2026-11-16', amountFen: 100, paidOn: null }],
    }),
  ];
  const clock: DeadlineEvent[] = [
    ...BEGUN,
    ...agreed('one', { partial: true }),
    { kind: 'instalment-agreed', on: ON, instalmentId: 'two-1', dueOn: '2026-11-16' },
  ];
  const workers = [member('paid', 'settled'), member('waiting', 'settled'), member('failed', 'failed')];

  it('never says that all is over while somebody’s limit runs', () => {
    const performed: DeadlineEvent = { kind: 'agreement-performed', on: '2026-10-15', partial: true };
    const parts = view(warnedCase({ state: 'performed', workers, agreements, clock: [...clock, performed] }));
    expect(parts.map(({ state }) => state)).to.deep.equal(['performed', 'failed']);
    for (const { whose } of parts) expect(whose?.zh).to.equal('部分职工');
    expect(parts[0]?.days).to.deep.equal({});
    expect(parts[1]?.days).to.deep.equal({ A1: '2027-09-16' });
  });

  it('shows a member who is known only what is their own', () => {
    const subject = warnedCase({ state: 'agreed', workers, agreements, clock });
    const [waiting, ...others] = view(subject, ON, ['waiting']);
    expect(others).to.deep.equal([]);
    expect(waiting).to.include({ whose: null, state: 'agreed' });
    expect(waiting?.days).to.include({ M8: '2026-11-16' }).and.not.have.any.keys('M5', 'M6');
    expect(view(subject, ON, ['failed'])[0]?.days).to.deep.equal({ A1: '2027-09-16' });
  });

  it('tells a breach to those whose instalment was missed', () => {
    const missed: DeadlineEvent = { kind: 'instalment-missed', on: '2026-10-20', instalmentId: 'one-1' };
    const subject = warnedCase({ state: 'breached', workers, agreements, clock: [...clock, missed] });
    const parts = view(subject, '2026-10-21');
    expect(parts.map(({ state }) => state)).to.deep.equal(['breached', 'agreed', 'failed']);
    expect(parts[1]?.days).to.not.have.any.keys('M7');
    // The breach makes the year begin again (O17 31) for those to whom something was owed, and for nobody else.
    expect(parts.map(({ days }) => days['A1'])).to.deep.equal(['2027-10-20', '2027-09-16', '2027-09-16']);
  });

  it('keeps the limit of those who failed apart from the days of those at the commission', () => {
    const subject = warnedCase({
      state: 'in-mediation',
      workers: [member('a'), member('b', 'handed-to-arbitration'), member('c', 'withdrawn')],
      clock: [...BEGUN, { kind: 'arbitration-applied', on: '2026-10-12' }],
    });
    const parts = view(subject, '2026-10-13');
    expect(parts.map(({ state }) => state)).to.deep.equal([
      'in-mediation',
      'handed-to-arbitration',
      'withdrawn',
    ]);
    expect(parts[1]?.days).to.deep.equal({ A3: '2026-10-19' });
    expect(parts[0]?.days).to.include({ A1: '2027-09-16' }).and.not.have.any.keys('A3');
  });

  it('is in mediation again for those whose case the commission gave back', () => {
    const subject = warnedCase({ state: 'in-mediation', workers: [member('a', 'handed-to-arbitration')] });
    expect(view(subject).map(({ state }) => state)).to.deep.equal(['in-mediation']);
  });
});
