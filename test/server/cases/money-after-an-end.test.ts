import { expect } from 'chai';
import { mediatedCase } from '../../support/mediated-case.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, done, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

const ON = '2026-09-16';

describe('money that comes when mediation is over', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const step = (subject: ShownCase, name: Parameters<ReturnType<typeof act>>[0], body: object) =>
    act(app, city.head, subject)(name, body);

  it('is recorded where the worker withdrew on a promise, and the case stays withdrawn', async () => {
    const subject = await mediatedCase(app, city);
    const withdrawn = await done(step(subject, 'withdraw', { withdrawnOn: ON, reason: '对方承诺付款' }));
    const payment = { paidOn: ON, workerConfirmedOn: ON, sum: { fen: 2_000_000 }, ground: 'interim' };
    const { body } = await step(withdrawn, 'record-payment', payment).expect(200);
    expect(body.state).to.equal('withdrawn');
    expect(body.sums.paid).to.deep.equal({ fen: 2_000_000, precision: 'exact' });
  });
});
