import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity, type TestPerson } from '../../support/test-city.ts';

describe('a code that was lost', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const replace = (by: TestPerson, id: string, body: object = { reason: 'lost' }) =>
    app.http.post(`/api/v1/cases/${id}/receipt-code`).set('Authorization', `Bearer ${by.token}`).send(body);
  const lookUp = (receipt: { number: string; code: string }) => app.http.post('/api/v1/status').send(receipt);

  for (const role of ['clerk', 'mediator', 'head'] as const) {
    it(`is replaced by a ${role}: the new one opens the case, the old one no more`, async () => {
      const { case: registered, receipt } = await register(app, city.clerk);
      const { body } = await replace(city[role], registered.id).expect(201);
      expect(body.receipt.number).to.equal(receipt.number);
      expect(body.receipt.code)
        .to.match(/^(\w{4}-){2}\w{4}$/)
        .and.not.equal(receipt.code);
      await lookUp(body.receipt).expect(200);
      await lookUp(receipt).expect(404);
    });
  }

  for (const dash of ['–', '—', '－', ' · ']) {
    it(`is taken with ${dash} where it has dashes`, async () => {
      const { receipt } = await register(app, city.clerk);
      await lookUp({ ...receipt, code: receipt.code.replaceAll('-', dash) }).expect(200);
    });
  }

  for (const role of ['admin', 'supervisor', 'originHead'] as const) {
    it(`is not replaced by ${role}, for whom there is no such case`, async () => {
      const { case: registered, receipt } = await register(app, city.clerk);
      await replace(city[role], registered.id).expect(404);
      await lookUp(receipt).expect(200);
    });
  }

  it('leaves a line on the timeline that tells who, when and why, and not the code', async () => {
    const { case: registered } = await register(app, city.clerk);
    const note = '回执在工地遗失，已核对身份证。';
    const { body } = await replace(city.clerk, registered.id, { reason: 'lost', note }).expect(201);
    const shown = await app.services.cases.find(registered.id, {});
    const line = shown?.timeline.at(-1);
    expect(line).to.include({
      kind: 'receipt-code-replaced',
      happenedOn: '2026-09-16',
      reason: 'lost',
      note,
      recordedBy: city.clerk.accountId,
    });
    expect(JSON.stringify(shown)).to.not.include(body.receipt.code);
    expect(shown?.version).to.equal(registered.version + 1);
  });

  it('is replaced once by a request that is repeated with its key', async () => {
    const { case: registered } = await register(app, city.clerk);
    const key = randomUUID();
    const once = () => replace(city.clerk, registered.id).set('Idempotency-Key', key).expect(201);
    const [first, second] = [await once(), await once()];
    expect(second.text).to.equal(first.text);
    const shown = await app.services.cases.find(registered.id, {});
    expect(shown?.timeline.filter(({ kind }) => kind === 'receipt-code-replaced')).to.have.length(1);
  });

  it('is replaced by each of two clerks who ask at once; the code of the later one holds', async () => {
    const { case: registered } = await register(app, city.clerk);
    const answers = await Promise.all([
      replace(city.clerk, registered.id).expect(201),
      replace(city.head, registered.id).expect(201),
    ]);
    const statuses = await Promise.all(answers.map(({ body }) => lookUp(body.receipt)));
    expect(statuses.map(({ status }) => status)).to.have.members([200, 404]);
  });

  it('is not replaced without a reason', async () => {
    const { case: registered, receipt } = await register(app, city.clerk);
    const answer = await replace(city.clerk, registered.id, {}).expect(422);
    expect(answer.body.errors[0].pointer).to.equal('/reason');
    await lookUp(receipt).expect(200);
  });
});
