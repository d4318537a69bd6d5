import { expect } from 'chai';
import { performedEvent } from '../../../server/domain/actions/clock-events.ts';
import { recordBreach } from '../../../server/domain/actions/record-breach.ts';
import { recordPayment } from '../../../server/domain/actions/record-payment.ts';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import { DEADLINE_RULES, type RuleCode } from '../../../server/domain/deadline-rules.ts';
import { deadlineOf } from '../../../server/domain/deadlines.ts';
import { startEventOf } from '../../../server/domain/start-event.ts';
import { warnedCase, worker } from '../../support/warned-case.ts';

const context = { calendar: builtInCalendar() };
const ON = '2026-03-02';
const LATER = '2026-03-03';

/** Beside the dispute: what other authorities do about inspection, injury and aid, and what two unions owe each other. */
const BESIDE = /^(?:A12|A13|A16|T\d)/;
const OF_THE_DISPUTE = DEADLINE_RULES.filter(
  ({ nature, code }) => nature !== 'modifier' && !BESIDE.test(code),
);

const runOn = (event: Parameters<typeof deadlineOf>[1][number]) =>
  OF_THE_DISPUTE.map(({ code }) => code).filter((code) => {
    const start = startEventOf(code, ON);
    return start !== null && deadlineOf(code, [start, event], context)?.state === 'running';
  });

describe('a dispute that is over', () => {
  it('leaves no deadline of it running once all has been done for everybody', () => {
    expect(OF_THE_DISPUTE).to.have.length.above(35);
    expect(runOn({ kind: 'agreement-performed', on: LATER })).to.deep.equal([]);
  });

  it('leaves the limits of those running who failed or went to arbitration', () => {
    const left = runOn({ kind: 'agreement-performed', on: LATER, partial: true });
    const theirs: RuleCode[] = ['A1', 'A3', 'A4', 'A6', 'A8', 'A10', 'A11'];
    expect(left).to.include.members(theirs);
    expect(left.filter((code) => /^M[5-8]/.test(code))).to.deep.equal([]);
  });

  it('leaves rights and no step of the procedure running once it was settled in arbitration', () => {
    const left = runOn({ kind: 'case-closed', on: LATER });
    expect(left.filter((code) => /^(?:M|A3|A4|A5|A6|A9|L)/.test(code))).to.deep.equal([]);
    expect(left).to.include.members(['A1', 'A10']);
  });

  it('is told apart by the workers: an agreement beside arbitration is performed for some', () => {
    const gone = worker({ id: 'gone', outcome: { kind: 'handed-to-arbitration', on: ON } });
    const settled = worker({ id: 'settled', outcome: { kind: 'settled', on: ON } });
    const beside = { state: 'agreed' as const, workers: [gone, settled] };
    expect(performedEvent(beside, ON)).to.deep.equal([
      { kind: 'agreement-performed', on: ON, partial: true },
    ]);
    const whole = { state: 'arbitration-accepted' as const, workers: [gone] };
    expect(performedEvent(whole, ON)).to.deep.equal([{ kind: 'agreement-performed', on: ON }]);
  });

  describe('with an instalment that was missed', () => {
    const instalment = { id: 'one', dueOn: '2026-03-10', amountFen: 100, paidOn: null };
    const signed = { workerSignedOn: ON, respondentSignedOn: ON, mediatorSignedOn: ON, sealedOn: ON };
    const agreement = { id: 'a', terms: null, ...signed, inForceOn: ON, instalments: [instalment] };
    const missed = { kind: 'instalment-missed' as const, on: '2026-03-10', instalmentId: 'one' };
    const actor = { accountId: 'a', organisationId: null, roles: [] };
    const given = { today: '2026-03-20', at: new Date(), warning: null, newId: () => 'new', actor };

    for (const notedOn of ['2026-03-13', '2026-03-20', null]) {
      it(`was missed on the day on which it was due, though noted on ${notedOn ?? 'a day that nobody knows'}`, () => {
        const subject = warnedCase({ state: 'breached', agreements: [agreement] });
        const input = { instalmentId: 'one', notedOn, nextStep: null, note: null };
        expect(recordBreach.apply(subject, input, given).events).to.deep.equal([missed]);
      });
    }

    it('was not missed where the money had come by that day: word of it came late', () => {
      const subject = warnedCase({ state: 'breached', agreements: [agreement], clock: [missed] });
      const input = {
        instalmentId: 'one',
        workerConfirmedOn: '2026-03-20',
        sum: null,
        payer: 'debtor' as const,
        ground: 'agreement' as const,
        workerIds: null,
        workersPaid: null,
        note: null,
      };
      const clockWhenPaidOn = (paidOn: string) =>
        recordPayment.apply(subject, { ...input, paidOn }, given).set.clock;
      expect(clockWhenPaidOn('2026-03-10')).to.deep.equal([]);
      expect(clockWhenPaidOn('2026-03-12')).to.deep.equal([missed]);
    });
  });
});
