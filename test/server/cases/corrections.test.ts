import { expect } from 'chai';
import { actedCase, type Step } from '../../support/acted-case.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, register, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

interface Line {
  id: string;
  kind: string;
  happenedOn: string | null;
  days?: Record<string, string>;
  about?: string;
  day?: string;
}
interface ShownRecord extends Omit<ShownCase, 'timeline' | 'agreements'> {
  receivedOn: string | null;
  timeline: Line[];
  agreements: {
    inForceOn: string;
    workerSignedOn: string;
    instalments: { id: string; paidOn: string | null }[];
  }[];
  payments: { paidOn: string }[];
}

const ACCEPTED = {
  acceptedOn: '2026-09-17',
  applicantConsentOn: '2026-09-16',
  respondentConsentOn: '2026-09-17',
};
const SIGNED = {
  workerSignedOn: '2026-09-21',
  respondentSignedOn: '2026-09-22',
  mediatorSignedOn: '2026-09-22',
  sealedOn: '2026-09-22',
};

describe('a correction of a day', () => {
  let app: TestApp;
  let city: TestCity;
  let step: Step;
  before(async () => {
    app = await startTestApp({ at: '2026-12-20T10:00:00+08:00' });
    city = await buildTestCity(app);
    step = actedCase(app, city.head);
  });
  after(() => app.stop());

  const registered = async (changes: Record<string, unknown> = {}) =>
    (await register(app, city.clerk, changes)).case as object as ShownRecord;
  const started = (subject: ShownRecord) => ({
    startedOn: '2026-09-18',
    mediatorId: city.mediator.accountId,
    recusalCheckedOn: '2026-09-17',
    rightsNoticeOn: subject.receivedOn,
  });
  const lineOf = ({ timeline }: ShownRecord, kind: string) => timeline.find((line) => line.kind === kind);
  const dueOn = ({ deadlines }: ShownRecord, rule: string) =>
    deadlines.find((one) => one.rule === rule)?.dueOn;
  const correct = (subject: ShownRecord, kind: string, body: Record<string, unknown>) =>
    step<ShownRecord>(subject, 'correct-fact', {
      factId: lineOf(subject, kind)?.id,
      note: '按原件更正',
      ...body,
    });
  async function inMediation(changes: Record<string, unknown> = {}) {
    const subject = await registered(changes);
    const accepted = await step<ShownRecord>(subject, 'accept', ACCEPTED);
    return step<ShownRecord>(accepted, 'start-mediation', started(subject));
  }

  it('lets the next step follow the right day of the one before', async () => {
    const subject = await registered();
    const late = await step<ShownRecord>(subject, 'accept', { ...ACCEPTED, acceptedOn: '2026-11-20' });
    const refused = await act(app, city.head, late)('start-mediation', started(subject));
    expect(refused.body.code).to.equal('days_out_of_order');
    const right = await correct(late, 'accepted', { happenedOn: '2026-09-17' });
    expect((await step(right, 'start-mediation', started(subject))).state).to.equal('in-mediation');
  });

  it('moves the application with all that goes by it, and the line stays as it was written', async () => {
    const subject = await registered();
    const right = await correct(subject, 'registered', { happenedOn: '2026-09-10' });
    expect(right.receivedOn).to.equal('2026-09-10');
    expect(dueOn(right, 'M1')).to.equal('2026-09-15');
    // The application interrupts the limitation (O17 31), which runs anew from its day.
    expect([dueOn(subject, 'A1'), dueOn(right, 'A1')]).to.deep.equal(['2027-09-16', '2027-09-10']);
    expect(lineOf(right, 'registered')?.happenedOn).to.equal('2026-09-16');
  });

  it('moves the beginning of the limitation, and starts it where the day had been left open', async () => {
    const known = await registered({ rightKnownOn: '2026-09-01' });
    expect(lineOf(known, 'registered')?.days).to.deep.equal({ rightKnownOn: '2026-09-01' });
    // 2027-08-01 is a Sunday, so the last day rolls to the Monday.
    for (const subject of [known, await registered({ rightKnownOn: null })]) {
      const right = await correct(subject, 'registered', { day: 'rightKnownOn', happenedOn: '2026-08-01' });
      expect(right.deadlines.filter(({ rule }) => rule === 'A1')).to.have.length(1);
      expect(right.deadlines.find(({ rule }) => rule === 'A1')?.en).to.include('1 August 2026');
      expect(right.receivedOn).to.equal('2026-09-16');
    }
  });

  it('keeps an award and its receipt apart, and starts A8 once the receipt is known', async () => {
    let subject = await inMediation();
    const failed = { failedOn: '2026-09-25', reason: 'no-agreement', adviceGivenOn: '2026-09-26' };
    subject = await step<ShownRecord>(subject, 'fail', failed);
    expect(lineOf(subject, 'failed')?.days).to.deep.equal({ adviceGivenOn: '2026-09-26' });
    subject = await step<ShownRecord>(subject, 'hand-to-arbitration', {
      handedOn: '2026-09-28',
      commission: '济南市劳动人事争议仲裁委员会',
      consentOn: '2026-09-28',
      documents: [],
    });
    subject = await step<ShownRecord>(subject, 'record-arbitration-acceptance', { on: '2026-10-09' });
    const awarded = await step<ShownRecord>(subject, 'record-award', { on: '2026-11-10', receivedOn: null });
    expect(dueOn(awarded, 'A8')).to.equal(undefined);
    const received = await correct(awarded, 'award-made', { day: 'receivedOn', happenedOn: '2026-11-16' });
    expect(dueOn(received, 'A8')).to.equal('2026-12-01');
    const right = await correct(received, 'award-made', { happenedOn: '2026-11-12' });
    expect(dueOn(right, 'A8')).to.equal('2026-12-01');
    const again = await correct(right, 'award-made', { day: 'receivedOn', happenedOn: '2026-11-17' });
    expect(dueOn(again, 'A8')).to.equal('2026-12-02');
  });

  it('moves the day on which an agreement came into force with its last signature', async () => {
    const subject = await step<ShownRecord>(await inMediation(), 'agree', {
      terms: '分期支付。',
      ...SIGNED,
      instalments: [{ dueOn: '2026-10-20', amountFen: 500_000 }],
    });
    expect(dueOn(subject, 'M5')).to.equal('2026-10-08');
    const right = await correct(subject, 'agreed', { day: 'sealedOn', happenedOn: '2026-09-24' });
    expect(right.agreements[0]).to.include({ inForceOn: '2026-09-24', sealedOn: '2026-09-24' });
    expect(dueOn(right, 'M5')).to.equal('2026-10-09');
    expect(lineOf(right, 'agreed')?.days).to.deep.equal(SIGNED);
    const lines = right.timeline.filter(({ kind }) => kind === 'corrected');
    expect(lines.map(({ day, happenedOn }) => [day, happenedOn])).to.deep.equal([
      ['sealedOn', '2026-09-24'],
      [undefined, '2026-09-24'],
    ]);
  });

  it('moves the day of a payment where the record holds it', async () => {
    let subject = await step<ShownRecord>(await inMediation(), 'agree', {
      terms: '分期支付。',
      ...SIGNED,
      instalments: [
        { dueOn: '2026-10-20', amountFen: 500_000 },
        { dueOn: '2026-11-20', amountFen: 500_000 },
      ],
    });
    const instalmentId = subject.agreements[0]?.instalments[0]?.id;
    subject = await step<ShownRecord>(subject, 'record-payment', {
      instalmentId,
      paidOn: '2026-10-25',
      workerConfirmedOn: '2026-10-26',
    });
    const right = await correct(subject, 'instalment-paid', { happenedOn: '2026-10-19' });
    expect(right.agreements[0]?.instalments.map(({ paidOn }) => paidOn)).to.deep.equal(['2026-10-19', null]);
    expect(right.payments.map(({ paidOn }) => paidOn)).to.deep.equal(['2026-10-19']);
  });

  it('can be corrected itself, and a day that the line cannot have is refused', async () => {
    const subject = await inMediation();
    const wrong = await correct(subject, 'accepted', { happenedOn: '2026-09-18' });
    const right = await correct(wrong, 'corrected', { happenedOn: '2026-09-16' });
    expect(right.timeline.at(-1)?.about).to.equal(lineOf(subject, 'accepted')?.id);
    expect(right.deadlines.find(({ rule }) => rule === 'M3')?.zh).to.include('9月16日');
    const refused = await act(
      app,
      city.head,
      right,
    )('correct-fact', {
      factId: lineOf(right, 'accepted')?.id,
      day: 'sealedOn',
      happenedOn: '2026-09-18',
      note: '日期有误',
    });
    expect(refused.status).to.equal(422);
    expect(refused.body.errors[0].pointer).to.equal('/day');
    const vague = { factId: lineOf(right, 'accepted')?.id, happenedOn: '2026-09', note: '只知月份' };
    const { body } = await act(app, city.head, right)('correct-fact', vague);
    expect([body.code, body.errors[0].pointer]).to.deep.equal(['day_missing', '/happenedOn']);
  });

  it('can be made of every day that a step was told, for its line keeps them', async () => {
    const subject = await inMediation();
    const { acceptedOn: _, ...consents } = ACCEPTED;
    expect(lineOf(subject, 'accepted')?.days).to.deep.equal(consents);
    const checked = { recusalCheckedOn: '2026-09-17', rightsNoticeOn: '2026-09-16' };
    expect(lineOf(subject, 'mediation-started')?.days).to.deep.equal(checked);
    const extended = await step<ShownRecord>(subject, 'extend-mediation', {
      days: 10,
      workerSignedOn: '2026-09-20',
      respondentSignedOn: '2026-09-23',
    });
    expect(lineOf(extended, 'mediation-extended')).to.deep.include({
      happenedOn: '2026-09-23',
      days: { workerSignedOn: '2026-09-20', respondentSignedOn: '2026-09-23' },
    });
    const right = await correct(extended, 'mediation-extended', {
      day: 'respondentSignedOn',
      happenedOn: '2026-09-19',
    });
    expect(right.timeline.at(-1)).to.deep.include({ kind: 'corrected', happenedOn: '2026-09-20' });
    const performed = await step<ShownRecord>(right, 'record-performance', {
      performedOn: '2026-09-24',
      calledBackOn: '2026-09-25',
    });
    expect(lineOf(performed, 'performed')?.days).to.deep.equal({ calledBackOn: '2026-09-25' });
  });
});
