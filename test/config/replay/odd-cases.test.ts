import { expect } from 'chai';
import { publishedCase } from '../../../config/replay/published-case.ts';
import { type ReplayStaff, replayCase } from '../../../config/replay/replay-case.ts';
import { reportOf } from '../../../config/replay/replay-report.ts';
import { replayStaff } from '../../support/replay-staff.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

type Row = [on: string | null, what: string, detail: string | null];

const BASE = {
  id: 'odd',
  respondents: [{ kind: 'employer', described: 'furniture maker' }],
  workers: { count: 1, countPrecision: 'exact' },
  channel: 'walk-in',
};

describe('the course of a published case', () => {
  let app: TestApp;
  let staff: ReplayStaff;
  before(async () => {
    app = await startTestApp({ at: '2026-11-01T10:00:00+08:00' });
    staff = await replayStaff(app);
  });
  after(() => app.stop());

  const play = async (rows: Row[], more: object = {}) => {
    const events = rows.map(([on, what, detail]) => ({ on, what, detail }));
    const played = await replayCase(publishedCase.parse({ ...BASE, ...more, events }), staff);
    const { unplaced, refused } = reportOf(played);
    if (played.shown === null) throw new Error(JSON.stringify(refused));
    const outcomes: Record<string, number> = {};
    for (const { outcome } of played.shown.workers) {
      const kind = outcome?.kind ?? 'in dispute';
      outcomes[kind] = (outcomes[kind] ?? 0) + 1;
    }
    return {
      shown: played.shown,
      kinds: played.shown.timeline.map(({ kind }) => kind),
      outcomes,
      gaps: [...unplaced.map(({ path }) => path), ...refused.map(({ step }) => step)],
    };
  };

  it('goes on after an agreement with the withdrawal of what had gone to a commission or a court', async () => {
    const { shown, kinds, gaps } = await play([
      ['2023-11-02', 'applied', 'files for arbitration'],
      ['2023-12-20', 'agreed', 'pays 95,000 before 15 January'],
      ['2024-01-12', 'performed', '95,000 paid'],
      ['2024-01-15', 'withdrawn', 'worker withdraws the arbitration application'],
    ]);
    expect(gaps).to.deep.equal([]);
    expect(shown.state).to.equal('performed');
    expect(kinds).to.include('withdrawn-elsewhere');
  });

  it('ends where the union does not take the case, and goes on where another body did not', async () => {
    const applied: Row = ['2023-02-10', 'applied', null];
    const own = await play([applied, ['2023-02-13', 'notAccepted', 'out of scope; told to go to court']]);
    expect([own.shown.state, own.gaps]).to.deep.equal(['not-accepted', []]);
    const other = await play([
      applied,
      ['2023-02-13', 'notAccepted', 'arbitration finds no labour relation'],
    ]);
    expect([other.shown.state, other.gaps]).to.deep.equal(['registered', []]);
    expect(other.kinds).to.include('refused-elsewhere');
  });

  it('takes a second mediation that fails after a breach, and then arbitration', async () => {
    const { shown, gaps } = await play([
      ['2022-01-10', 'applied', null],
      ['2022-01-20', 'agreed', '720,000 by 30 April'],
      ['2022-05-05', 'defaulted', 'nothing paid'],
      ['2022-05-30', 'failed', 'no result'],
      ['2022-06-10', 'handed-to-arbitration', null],
      ['2022-08-01', 'award', '720,000'],
    ]);
    expect([shown.state, gaps]).to.deep.equal(['awarded', []]);
  });

  it('is reopened by those who withdrew on a promise, were paid a part and come again', async () => {
    const { shown, kinds, gaps } = await play([
      ['2021-06-01', 'applied', null],
      ['2021-06-05', 'withdrawn', 'on a promise'],
      ['2021-06-20', 'partly-performed', '20,000 paid'],
      ['2021-07-01', 'defaulted', 'the rest does not come'],
      ['2021-07-10', 'applied', 'comes again'],
      ['2021-07-12', 'agreed', '25,000 at once'],
      ['2021-07-12', 'performed', null],
    ]);
    expect(gaps).to.deep.equal([]);
    expect(kinds).to.include.members(['withdrawn', 'payment-received', 'promise-broken', 'reopened']);
    expect(shown.state).to.equal('performed');
  });

  it('binds of a group only those who settle, when the others are told to leave later or were told before', async () => {
    const group = { workers: { count: 20 } };
    const later = await play(
      [
        ['2021-11-01', 'applied', null],
        ['2021-11-10', 'agreed', 'most sign'],
        ['2021-11-15', 'failed', '6 get nothing'],
        ['2021-11-16', 'withdrawn', '2 withdraw'],
        ['2021-11-20', 'handed-to-arbitration', '6 file'],
      ],
      group,
    );
    expect(later.gaps).to.deep.equal([]);
    expect(later.outcomes).to.deep.equal({ settled: 12, withdrawn: 2, 'handed-to-arbitration': 6 });
    const after = await play(
      [
        ['2021-11-01', 'applied', null],
        ['2021-11-15', 'failed', 'employer refuses'],
        ['2021-11-20', 'handed-to-arbitration', '13 file'],
        ['2021-12-20', 'agreed', '13 settle before the hearing'],
      ],
      group,
    );
    expect(after.gaps).to.deep.equal([]);
    expect(after.outcomes).to.deep.equal({ settled: 13, 'in dispute': 7 });
  });

  it('begins at the application where others acted before, and at an election where nobody applied', async () => {
    const applied = await play([
      ['2023-02-08', 'inspection-ordered', 'to be paid within 5 days'],
      ['2023-02-14', 'defaulted', 'not obeyed'],
      ['2023-02-15', 'applied', 'goes to the union'],
    ]);
    expect(applied.gaps).to.deep.equal([]);
    expect(applied.kinds).to.deep.equal(['inspection-ordered', 'promise-broken', 'registered']);
    const alerted = await play(
      [
        ['2018-04-02', 'alert', null],
        ['2018-04-05', 'other', '15 representatives elected, 12 from the line'],
      ],
      { channel: 'alert', workers: { count: 144 } },
    );
    expect(alerted.gaps).to.deep.equal([]);
    expect(alerted.kinds).to.include('representatives-named');
  });

  it('says who paid and on what ground, and that a platform which is a party is no way of meeting', async () => {
    const { shown, gaps } = await play(
      [
        ['2023-03-10', 'applied', null],
        ['2023-03-17', 'mediation-session', 'platform and riders meet'],
        ['2023-03-20', 'agreed', 'platform pays, court is asked to confirm'],
        ['2023-03-31', 'partly-performed', 'parent company pays 10,000'],
      ],
      { respondents: [{ kind: 'platform' }, { kind: 'investor' }] },
    );
    expect(gaps).to.deep.equal([]);
    expect(shown.agreements[0]).to.deep.include({ instrument: 'mediation-agreement', signedBy: null });
    expect(shown.payments[0]).to.deep.include({ payer: 'shareholders', ground: 'agreement' });
  });

  it('reads of something else what the record has a kind for', async () => {
    const { kinds, gaps } = await play([
      ['2023-03-10', 'applied', null],
      ['2023-04-10', 'other', 'recognised as a work injury'],
      ['2023-05-10', 'other', 'case handed to the police'],
      ['2023-06-10', 'property-preservation', 'car seized'],
      ['2023-06-11', 'other', 'talks go on'],
    ]);
    expect(gaps).to.deep.equal([]);
    expect(kinds.slice(1)).to.deep.equal([
      'injury-recognised',
      'crime-referred',
      'assets-preserved',
      'other-fact',
    ]);
  });

  it('keeps the figures that are told beside those that come out of its days and lines', async () => {
    const told = { amountAgreedYuan: 0, amountPaidYuan: 0, daysTaken: 21, outcome: null };
    const { shown, gaps } = await play(
      [
        ['2023-03-10', 'applied', null],
        ['2023-03-20', 'failed', null],
      ],
      told,
    );
    expect(gaps).to.deep.equal([]);
    expect(shown.daysTaken).to.equal(10);
    expect(shown.closing?.daysTaken).to.equal(21);
    expect(shown.sums.paid).to.deep.equal({ fen: 0, precision: 'exact' });
  });

  it('goes in with days that are none, and names them; of workers whom nobody counts there is at least one', async () => {
    const { shown, gaps } = await play(
      [
        ['2020-02-30', 'dispute-arose', null],
        ['spring 2020', 'applied', 'they come'],
      ],
      { workers: null, source: { publishedOn: '2020-06-31' } },
    );
    expect(gaps).to.deep.equal(['odd/source/publishedOn', 'odd/events/0/on', 'odd/events/1/on']);
    expect(shown.workersConcerned).to.deep.equal({ workers: 1, precision: 'floor' });
  });
});
