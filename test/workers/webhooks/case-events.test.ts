import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import { mediatedCase } from '../../support/mediated-case.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, caseRequest, done, register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity, type TestPerson } from '../../support/test-city.ts';
import { startTestGateway, type TestGateway } from '../../support/test-gateway.ts';
import { startTestSink, type TestSink } from '../../support/test-sink.ts';
import { testWorker } from '../../support/test-worker.ts';

describe('events for other systems', () => {
  let app: TestApp;
  let city: TestCity;
  let sink: TestSink;
  let gateway: TestGateway;
  let worker: ReturnType<typeof testWorker>;
  let local: Record<string, unknown>;

  beforeEach(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
    sink = await startTestSink();
    gateway = await startTestGateway();
    worker = testWorker(app, sink);
    // A worker of the same city: there is no alert to another union beside the events.
    const workers = caseRequest().workers.map((one) => ({ ...one, categories: [] }));
    local = { workers };
  });
  afterEach(async () => {
    worker.close();
    await gateway.stop();
    await sink.stop();
    await app.stop();
  });

  const path = (organisationId = city.centreId) => `/api/v1/organisations/${organisationId}/webhook`;
  const put = (by: TestPerson, url = gateway.url, organisationId = city.centreId) =>
    app.http.put(path(organisationId)).set('Authorization', `Bearer ${by.token}`).send({ url });
  const listen = async (): Promise<string> => (await put(city.head).expect(200)).body.secret;
  const types = () => gateway.requests.map(({ body }) => JSON.parse(body).type);
  const settle = async () => {
    for (let round = 0; round < 3; round += 1) await worker.sweepAndSend();
  };

  it('tell what a case did, at any hour, in ids alone, under a signature that the receiver can check', async () => {
    const secret = await listen();
    app.clock.set('2026-09-16T23:30');
    const { case: subject } = await register(app, city.clerk, local);
    await settle();
    const [request] = gateway.requests;
    const headers = Object.fromEntries(
      Object.entries(request?.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    // The receiver's clock is that of this test, not of this machine: only the signature is looked at here.
    const signed = new Webhook(secret).sign(
      headers['webhook-id'] ?? '',
      new Date(Number(headers['webhook-timestamp']) * 1000),
      request?.body ?? '',
    );
    expect(headers['webhook-signature']).to.equal(signed);
    const event = JSON.parse(request?.body ?? '');
    expect(Object.keys(event)).to.deep.equal(['type', 'timestamp', 'data']);
    expect(event.type).to.equal('case.registered');
    expect(event.data).to.have.all.keys('eventId', 'caseId', 'organisationId');
    expect(event.data.caseId).to.equal(subject.id);
    expect(request?.body).to.not.match(/王建国|13800001234|建筑|工资|历工调/);
  });

  it('that were refused for good are sent again when a person says so', async () => {
    await listen();
    gateway.answers.push(400);
    const { case: subject } = await register(app, city.clerk, local);
    await settle();
    const failed = (await app.services.deliveries.ofCase(subject.id)).find(({ state }) => state === 'failed');
    await app.http
      .post(`/api/v1/deliveries/${failed?.id}/retry`)
      .set('Authorization', `Bearer ${city.head.token}`)
      .send({})
      .expect(200);
    await settle();
    expect(types()).to.deep.equal(['case.registered', 'case.registered']);
  });

  it('come once each, however often the worker runs and however many hold the job', async () => {
    await listen();
    await mediatedCase(app, city, local);
    const { unsent } = await worker.sweep();
    await Promise.all(unsent.flatMap((id) => [worker.send(id), worker.send(id)]));
    await settle();
    expect(types()).to.have.members(['case.registered', 'case.accepted', 'case.mediation-started']);
  });

  it('are told of what happens after somebody asked for them, and not of what was before', async () => {
    const { case: subject } = await register(app, city.clerk, local);
    app.clock.set('2026-09-16T11:00');
    await listen();
    const on = '2026-09-16';
    const consent = { acceptedOn: on, applicantConsentOn: on, respondentConsentOn: on };
    await done(act(app, city.head, subject)('accept', consent));
    await settle();
    expect(types()).to.deep.equal(['case.accepted']);
  });

  const unanswered: ('cut' | 500 | 429)[] = ['cut', 500, 429];
  for (const answer of unanswered) {
    it(`go out again under the same id after ${answer === 'cut' ? 'a lost answer' : answer}`, async () => {
      await listen();
      gateway.answers.push(answer);
      await register(app, city.clerk, local);
      await settle();
      app.clock.set('2026-09-16T10:02');
      await settle();
      const ids = gateway.requests.map(({ headers }) => headers['webhook-id']);
      expect(ids).to.have.length(2);
      expect(new Set(ids).size).to.equal(1);
    });
  }

  it('of a worker that died before it noted the answer go out again under the same id', async () => {
    await listen();
    const { case: subject } = await register(app, city.clerk, local);
    const { unsent } = await worker.sweep();
    gateway.takenNext = async () => {
      const deliveries = app.connection.collection<{ _id: string }>('deliveries');
      await deliveries.updateOne({ _id: unsent[0] ?? '' }, { $inc: { fence: 1 } });
    };
    await worker.send(unsent[0] ?? '');
    app.clock.set('2026-09-16T10:02');
    await settle();
    expect(new Set(gateway.requests.map(({ headers }) => headers['webhook-id']))).to.have.property('size', 1);
    const [row] = await app.services.deliveries.ofCase(subject.id);
    expect(row?.state).to.equal('sent');
  });

  it('that the receiver refuses for good stand as failed, and nobody is asked to telephone', async () => {
    await listen();
    gateway.answers.push(410);
    const { case: subject } = await register(app, city.clerk, local);
    await settle();
    const rows = await app.services.deliveries.ofCase(subject.id);
    expect(rows.map(({ channel, state }) => [channel, state])).to.deep.equal([['webhook', 'failed']]);
  });

  it('stop when the address is taken away, also those that wait', async () => {
    await listen();
    const { case: subject } = await register(app, city.clerk, local);
    const { unsent } = await worker.sweep();
    await app.http.delete(path()).set('Authorization', `Bearer ${city.head.token}`).expect(204);
    expect(await worker.send(unsent[0] ?? '')).to.equal('skipped');
    await settle();
    expect(gateway.requests).to.deep.equal([]);
    expect(await app.services.deliveries.ofCase(subject.id)).to.have.length(1);
  });

  it('go to the new address, under a new key, when it changes', async () => {
    const first = await listen();
    await register(app, city.clerk, local);
    const { unsent } = await worker.sweep();
    const other = await startTestGateway();
    const second = (await put(city.head, other.url).expect(200)).body.secret;
    await worker.send(unsent[0] ?? '');
    await other.stop();
    expect([gateway.requests.length, other.requests.length]).to.deep.equal([0, 1]);
    expect(second).to.not.equal(first);
  });

  it('are set up by the head of the organisation or an administrator, who see the key once', async () => {
    await put(city.admin).expect(200);
    for (const other of [city.clerk, city.mediator, city.supervisor, city.originHead]) {
      expect((await put(other)).status).to.equal(403);
      await app.http.get(path()).set('Authorization', `Bearer ${other.token}`).expect(403);
    }
    const { body } = await app.http.get(path()).set('Authorization', `Bearer ${city.head.token}`).expect(200);
    expect(body).to.have.all.keys('url', 'eventsSince');
    const stored = await app.connection.collection('webhooks').find().toArray();
    expect(JSON.stringify(stored)).to.not.include('whsec_');
  });

  for (const url of [
    'http://hooks.example.org/',
    'https://me:secret@hooks.example.org/',
    'ftp://hooks.example.org/',
    'here',
  ]) {
    it(`do not go to ${url}`, async () => {
      const { status, body } = await put(city.head, url);
      expect(status).to.equal(422);
      expect(body.errors[0].pointer).to.equal('/url');
    });
  }
});
