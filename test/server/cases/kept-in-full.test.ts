import { expect } from 'chai';
import { mediatedCase } from '../../support/mediated-case.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, done, register, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

const ON = '2026-09-16';
const AGREEMENT = {
  terms: '分两期支付。',
  workerSignedOn: ON,
  respondentSignedOn: ON,
  mediatorSignedOn: ON,
  sealedOn: ON,
  instalments: [
    { dueOn: '2026-10-15', amountFen: 100 },
    { dueOn: '2026-11-15', amountFen: 1_250_000 },
  ],
};

describe('an agreement', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const step = (subject: ShownCase, name: Parameters<ReturnType<typeof act>>[0], body: object) =>
    act(app, city.head, subject)(name, body);
  const agreed = async () => done(step(await mediatedCase(app, city), 'agree', AGREEMENT));
  const limitation = ({ deadlines }: ShownCase) => deadlines.find(({ rule }) => rule === 'A1');

  it('is not kept while an instalment is paid in part: it stays open until the parts make it up', async () => {
    const subject = await agreed();
    const [first] = subject.agreements[0]?.instalments ?? [];
    const part = { instalmentId: first?.id, paidOn: ON, workerConfirmedOn: ON };
    const inPart = await done(step(subject, 'record-payment', { ...part, sum: { fen: 1 } }));
    expect(inPart.agreements[0]?.instalments[0]?.paidOn).to.equal(null);
    const whole = await done(step(inPart, 'record-payment', { ...part, sum: { fen: 99 } }));
    expect(whole.agreements[0]?.instalments[0]?.paidOn).to.equal(ON);
    expect(whole.state).to.equal('agreed');
  });

  it('is not said to be kept while money is outstanding, unless the sum that makes it up is told', async () => {
    const subject = await agreed();
    const performance = { performedOn: ON, calledBackOn: ON };
    for (const body of [performance, { ...performance, sum: { fen: 1_250_099 } }]) {
      const refused = await step(subject, 'record-performance', body).expect(409);
      expect(refused.body).to.include({ code: 'instalments_open' });
    }
    const kept = await done(step(subject, 'record-performance', { ...performance, sum: { fen: 1_250_100 } }));
    expect(kept.state).to.equal('performed');
  });

  it('that somebody other than the debtor kept says who paid, and on what that rests', async () => {
    const sum = { fen: 1_250_100 };
    const paid = { performedOn: ON, calledBackOn: ON, sum, payer: 'contractor', ground: 'enforcement' };
    const { body } = await step(await agreed(), 'record-performance', paid).expect(200);
    expect(body.payments.at(-1)).to.deep.include({ payer: 'contractor', ground: 'enforcement' });
  });

  it('that was not kept after all is reopened with its limitation running, and the worker in dispute', async () => {
    const subject = await agreed();
    const sum = { fen: 1_250_100 };
    const kept = await done(step(subject, 'record-performance', { performedOn: ON, calledBackOn: ON, sum }));
    expect(limitation(kept)?.state).to.equal('ended');
    const reopened = await done(step(kept, 'reopen', { reopenedOn: ON, reason: '误记履行完毕' }));
    expect(limitation(reopened)?.state).to.equal('running');
    expect(limitation(reopened)?.dueOn).to.equal('2027-09-16');
  });
});

describe('the limitation', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  it('is that of labour arbitration while nobody has said what is claimed', async () => {
    const headcount = { workers: 30, migrant: 30 };
    const { case: subject } = await register(app, city.clerk, { workers: [], headcount });
    expect(subject.deadlines.map(({ rule }) => rule))
      .to.include('A1')
      .and.not.include('A11');
  });

  it('is shown with the day to act by, which relies neither on the roll nor on a year to be published', async () => {
    const { case: subject } = await register(app, city.clerk, {
      receivedOn: '2025-10-31',
      rightKnownOn: '2025-10-01',
    });
    const limitation = subject.deadlines.find(({ rule }) => rule === 'A1');
    // 31 October 2026 is a Saturday: by law the last day is the Monday after it.
    expect(limitation).to.include({ dueOn: '2026-11-02', cautiousOn: '2026-10-30' });
    const others = subject.deadlines.filter(({ rule }) => rule !== 'A1');
    expect(others.every(({ cautiousOn }) => cautiousOn === null)).to.equal(true);
  });

  it('that may be over sends the worker to the telephone, and not to wait', async () => {
    const { receipt } = await register(app, city.clerk, { rightKnownOn: '2024-09-02' });
    const { body } = await app.http.post('/api/v1/status').send(receipt).expect(200);
    expect(body.parts[0].next.zh).to.match(/马上致电我们/);
    expect(body.parts[0].next.en).to.match(/Call us at once/);
  });
});
