import { expect } from 'chai';
import type { CaseDocument } from '../../../schemas/documents/case-document.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { caseRequest, register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity, type TestPerson } from '../../support/test-city.ts';

const ID_NUMBER = '11010519491231002X';
const REASON = '核对工资卡持卡人';

describe('a worker’s numbers', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  async function registered() {
    const [person] = caseRequest().workers;
    const { case: subject } = await register(app, city.clerk, {
      workers: [{ ...person, idNumber: ID_NUMBER }],
    });
    const shown = await read(city.clerk, subject.id);
    return { id: subject.id, workerId: String(shown.body.workers[0].id) };
  }

  const read = (who: TestPerson, id: string) =>
    app.http.get(`/api/v1/cases/${id}`).set('Authorization', `Bearer ${who.token}`);

  const disclose = (who: TestPerson, id: string, body: object) =>
    app.http
      .post(`/api/v1/cases/${id}/disclosures`)
      .set('Authorization', `Bearer ${who.token}`)
      .send({ fields: ['phone', 'idNumber'], reason: REASON, ...body });

  it('are shown whole to those who work on the case, and the timeline says who saw which and why', async () => {
    const { id, workerId } = await registered();
    const answer = await disclose(city.mediator, id, { workerId });
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
    expect(answer.headers['cache-control']).to.equal('no-store');
    expect(answer.body).to.deep.equal({
      caseId: id,
      workerId,
      phone: '13800001234',
      idNumber: ID_NUMBER,
    });
    const { body: shown } = await read(city.head, id);
    expect(shown.workers[0].phone).to.equal('138****1234');
    const { id: lineId, recordedAt, ...line } = shown.timeline.at(-1);
    expect(lineId).to.be.a('string');
    expect(recordedAt).to.be.a('string');
    expect(line).to.deep.equal({
      kind: 'numbers-disclosed',
      happenedOn: '2026-09-16',
      recordedBy: city.mediator.accountId,
      note: REASON,
      about: workerId,
      fields: ['phone', 'idNumber'],
    });
  });

  it('are shown one by one, and neither they nor the reason lie in the database in clear', async () => {
    const { id, workerId } = await registered();
    const answer = await disclose(city.clerk, id, { workerId, fields: ['phone'] });
    expect(answer.body).to.deep.equal({ caseId: id, workerId, phone: '13800001234' });
    const stored = await app.connection.collection<CaseDocument>('cases').findOne({ _id: id });
    for (const canary of [REASON, '13800001234', ID_NUMBER]) {
      expect(JSON.stringify(stored)).to.not.include(canary);
    }
  });

  it('leave one line for a request that is repeated with its key, and one for each of ten at once', async () => {
    const { id, workerId } = await registered();
    const asked = () =>
      disclose(city.head, id, { workerId }).set('Idempotency-Key', 'one-disclosure').expect(200);
    expect((await asked()).body).to.deep.equal((await asked()).body);
    await Promise.all(Array.from({ length: 10 }, () => disclose(city.clerk, id, { workerId }).expect(200)));
    const { body } = await read(city.head, id);
    const lines = body.timeline.filter(({ kind }: { kind: string }) => kind === 'numbers-disclosed');
    expect(lines).to.have.length(11);
  });

  const REFUSED = [
    { who: 'supervisor', body: {}, status: 404 },
    { who: 'admin', body: {}, status: 404 },
    { who: 'originHead', body: {}, status: 404 },
    { who: 'clerk', body: { reason: '' }, status: 422, pointer: '/reason' },
    { who: 'clerk', body: { fields: [] }, status: 422, pointer: '/fields' },
    { who: 'clerk', body: { fields: ['name'] }, status: 422, pointer: '/fields/0' },
    {
      who: 'clerk',
      body: { workerId: '3f0e9a52-5b0c-4a52-9c2e-0a4a2f6f1d11' },
      status: 422,
      pointer: '/workerId',
    },
  ] as const;
  for (const { who, body, status, ...rest } of REFUSED) {
    it(`are kept from ${who} who sends ${JSON.stringify(body)}, and nothing is written`, async () => {
      const { id, workerId } = await registered();
      const answer = await disclose(city[who], id, { workerId, ...body });
      expect(answer.status).to.equal(status);
      if ('pointer' in rest) expect(JSON.stringify(answer.body)).to.include(rest.pointer);
      expect((await read(city.head, id)).body.version).to.equal(1);
    });
  }
});
