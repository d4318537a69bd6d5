import { expect } from 'chai';
import { agree } from '../../../server/domain/actions/agree.ts';
import { fail } from '../../../server/domain/actions/fail.ts';
import { recordBreach } from '../../../server/domain/actions/record-breach.ts';
import { withdraw } from '../../../server/domain/actions/withdraw.ts';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import { correctedClock } from '../../../server/domain/corrected-clock.ts';
import type { DeadlineEvent } from '../../../server/domain/deadline-events.ts';
import { deadlineOf } from '../../../server/domain/deadlines.ts';
import type { CaseWorker } from '../../../server/domain/worker.ts';
import { ownEvents } from '../../../server/status-page/own-events.ts';
import { warnedCase, worker } from '../../support/warned-case.ts';

const KNOWN_ON = '2026-08-31';
const RECEIVED_ON = '2026-09-16';
const ON = '2026-10-09';
const CLOCK: DeadlineEvent[] = [
  { kind: 'right-known', on: KNOWN_ON },
  { kind: 'application-received', on: RECEIVED_ON },
];
const GIVEN = {
  today: '2026-12-01',
  at: new Date(),
  warning: null,
  newId: () => 'new',
  actor: { accountId: 'a', organisationId: null, roles: [] },
};
const SIGNED = { workerSignedOn: ON, respondentSignedOn: ON, mediatorSignedOn: ON, sealedOn: ON };
const INSTALMENT = { id: 'one', dueOn: ON, amountFen: 100, paidOn: null };

const a1 = (events: readonly DeadlineEvent[]) =>
  deadlineOf('A1', events, { calendar: builtInCalendar() })?.dueOn;
const inDispute = (id: string): CaseWorker => worker({ id });
const ended = (id: string, kind: 'failed' | 'settled' | 'withdrawn'): CaseWorker =>
  worker({ id, outcome: { kind, on: '2026-09-20' } });

/** What each step does to the limitation of a case of these workers; those who are named are whom it befalls. */
const STEPS: Record<string, (others: CaseWorker[]) => DeadlineEvent[]> = {
  'an agreement': (others) => {
    const subject = warnedCase({ state: 'in-mediation', workers: [inDispute('own'), ...others] });
    const input = {
      terms: '支付。',
      ...SIGNED,
      workerIds: ['own'],
      instalments: [],
      duties: [],
      debtorIds: [],
      sum: null,
      inForceOn: ON,
    };
    return agree.apply(subject, input as never, GIVEN).events;
  },
  'the failure of the last': (others) => {
    const subject = warnedCase({ state: 'in-mediation', workers: [inDispute('own'), ...others] });
    const input = { failedOn: ON, adviceGivenOn: ON, reason: 'no-agreement', workerIds: ['own'], note: null };
    return fail.apply(subject, input as never, GIVEN).events;
  },
  'the withdrawal of the last': (others) => {
    const subject = warnedCase({ state: 'in-mediation', workers: [inDispute('own'), ...others] });
    const input = { withdrawnOn: ON, reason: '自行解决', workerIds: ['own'] };
    return withdraw.apply(subject, input, GIVEN).events;
  },
  'a missed instalment': (others) => breach(others, 'one'),
  'a breach': (others) => breach(others, null),
};

function breach(others: CaseWorker[], instalmentId: string | null): DeadlineEvent[] {
  const agreement = {
    id: 'a',
    terms: null,
    ...SIGNED,
    inForceOn: ON,
    workerIds: ['own'],
    instalments: [INSTALMENT],
  };
  const workers = [ended('own', 'settled'), ...others];
  const subject = warnedCase({ state: 'agreed', workers, agreements: [agreement] });
  const input = {
    instalmentId,
    notedOn: ON === INSTALMENT.dueOn ? '2026-10-20' : ON,
    nextStep: null,
    note: null,
  };
  return recordBreach.apply(subject, input, GIVEN).events;
}

describe('what befell some of a group', () => {
  for (const [step, eventsOf] of Object.entries(STEPS)) {
    it(`leaves the others no more time to apply for arbitration: ${step}`, () => {
      const events = eventsOf([ended('other', 'failed')]);
      expect(events).to.not.deep.equal([]);
      expect(a1([...CLOCK, ...events])).to.equal('2027-09-16');
    });

    it(`begins the year anew where nobody else has to apply: ${step}`, () => {
      const events = eventsOf([ended('other', 'withdrawn')]);
      expect(a1([...CLOCK, ...events])).to.match(/^2027-10-(?:11|20)$/);
    });
  }

  it('does so where the day of a breach is named later, too', () => {
    const line = {
      id: 'line',
      kind: 'breached' as const,
      happenedOn: null,
      recordedAt: new Date(),
      recordedBy: 'm',
      note: null,
    };
    const subject = warnedCase({
      state: 'breached',
      workers: [ended('own', 'settled'), ended('other', 'failed')],
      clock: CLOCK,
      timeline: [line],
    });
    const clock = correctedClock(subject, { line, day: null, on: ON });
    expect(clock.map(({ kind }) => kind)).to.include('agreement-breached');
    expect(a1(clock)).to.equal('2027-09-16');
  });

  it('tells those whom it befell their own day on the worker’s page', () => {
    const own = ended('own', 'settled');
    const other = ended('other', 'failed');
    const agreement = { id: 'a', terms: null, ...SIGNED, inForceOn: ON, workerIds: ['own'], instalments: [] };
    const inForce: DeadlineEvent = { kind: 'agreement-in-force', on: ON, agreementId: 'a', ofSome: true };
    const subject = warnedCase({
      state: 'agreed',
      workers: [own, other],
      agreements: [agreement],
      clock: [...CLOCK, inForce],
    });
    const dayOf = (one: CaseWorker) => ownEvents(subject, [one]).map(a1);
    expect(dayOf(own)).to.deep.equal(['2027-10-11']);
    expect(dayOf(other)).to.deep.equal(['2027-09-16']);
  });

  it('keeps more time for the review of an agreement with those who agreed, and of an award with those who applied', () => {
    const own = ended('own', 'settled');
    const gone = worker({ id: 'gone', outcome: { kind: 'handed-to-arbitration', on: ON } });
    const extended = (rule: 'M5-review' | 'A6'): DeadlineEvent => ({
      kind: 'extension-approved',
      on: ON,
      rule,
      days: 5,
    });
    const subject = warnedCase({
      state: 'agreed',
      workers: [own, gone],
      clock: [extended('M5-review'), extended('A6')],
    });
    const rulesOf = (one: CaseWorker) =>
      ownEvents(subject, [one])
        .flat()
        .map(({ rule }) => rule);
    expect(rulesOf(own)).to.deep.equal(['M5-review']);
    expect(rulesOf(gone)).to.have.members(['M5-review', 'A6']);
  });
});
