import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import type { TextMessageProvider } from '../../../server/notices/text-message-channel.ts';
import { keptTextMessages } from '../../../workers/text-messages/kept-text-messages.ts';
import { signedTextMessages } from '../../../workers/text-messages/signed-text-messages.ts';
import { as } from '../../support/as-person.ts';
import { mediatedCase } from '../../support/mediated-case.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, caseRequest, done, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';
import { startTestGateway, type TestGateway } from '../../support/test-gateway.ts';
import { startTestSink, type TestSink } from '../../support/test-sink.ts';
import { testWorker } from '../../support/test-worker.ts';

describe('text messages to workers', () => {
  const folder = temporaryFolder();
  let app: TestApp;
  let city: TestCity;
  let sink: TestSink;
  let gateway: TestGateway;
  let worker: ReturnType<typeof testWorker>;

  beforeEach(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
    sink = await startTestSink();
    gateway = await startTestGateway();
    worker = testWorker(app, sink, provider({ idempotent: false }));
  });
  afterEach(async () => {
    worker.close();
    await gateway.stop();
    await sink.stop();
    await app.stop();
  });

  function provider({ idempotent }: { idempotent: boolean }): TextMessageProvider {
    return signedTextMessages({
      url: gateway.url,
      key: Buffer.alloc(32, 7),
      idempotent,
      waitMs: 5000,
      now: () => new Date(),
    });
  }

  const texts = () => gateway.requests.map(({ body }) => JSON.parse(body));
  const rows = async ({ id }: { id: string }, channel: string) =>
    (await app.services.deliveries.ofCase(id)).filter((row) => row.channel === channel);
  const settle = async () => {
    for (let round = 0; round < 4; round += 1) await worker.sweepAndSend();
  };

  /** The day after M2: arbitration is open to the worker. */
  async function dueToWorker(changes: object = {}, at = '2026-10-09T10:00'): Promise<ShownCase> {
    const [person] = caseRequest().workers;
    const contact = { by: 'text-message' };
    const mediated = await mediatedCase(app, city, { workers: [{ ...person, contact, ...changes }] });
    await settle();
    app.clock.set(at);
    return mediated;
  }

  it('go to the number that was registered, in words that tell a stranger nothing', async () => {
    await dueToWorker();
    await settle();
    expect(texts()).to.have.length(1);
    const [{ to, text }] = texts();
    expect(to).to.equal('13800001234');
    expect(text).to.equal(
      '【和议】您有一项事项有新进展，请凭回执查询或致电0531-12351。You have news, please call.',
    );
    expect(text).to.not.match(/王建国|劳动|争议|调解|仲裁|工资|工会|建筑/);
    expect([...text].length).to.be.at.most(70);
  });

  it('name the day before it has come, within 70 characters', async () => {
    const wages = { rightKnownOn: '2026-09-01' };
    const [person] = caseRequest().workers;
    const failed = await mediatedCase(app, city, {
      ...wages,
      workers: [{ ...person, contact: { by: 'text-message' } }],
    });
    const on = '2026-09-16';
    await done(
      act(app, city.mediator, failed)('fail', { failedOn: on, reason: 'no-agreement', adviceGivenOn: on }),
    );
    // A1 ends on 2027-09-16; thirty days before is 08-17.
    app.clock.set('2027-08-17T08:00');
    await settle();
    const [{ text }] = texts();
    expect(text).to.equal(
      '【和议】您有一项事项，请留意2027年9月16日这个日期，请凭回执查询或致电0531-12351。Note 2027-09-16.',
    );
    expect([...text].length).to.be.at.most(70);
  });

  for (const [language, expected] of [
    ['zh', '【和议】您有一项事项有新进展，请凭回执查询或致电0531-12351。'],
    ['en', '【和议】You have news: see your receipt or call 0531-12351.'],
  ] as const) {
    it(`are in the language that the worker chose: ${language}`, async () => {
      await dueToWorker({ contact: { by: 'text-message', language } });
      await settle();
      expect(texts().map(({ text }) => text)).to.deep.equal([expected]);
    });
  }

  it('are in Chinese alone where 70 characters leave no room for more', async () => {
    const phone = '0531-82030000-80012';
    await as(app, city.admin).patch(`/organisations/${city.centreId}`, { phone }).expect(200);
    await dueToWorker();
    await settle();
    expect(texts()[0].text).to.equal(`【和议】您有一项事项有新进展，请凭回执查询或致电${phone}。`);
  });

  it('are never sent without the worker’s word: a colleague calls', async () => {
    const mediated = await dueToWorker({ contact: undefined });
    await settle();
    expect(gateway.requests).to.deep.equal([]);
    expect(await rows(mediated, 'telephone')).to.have.length(1);
  });

  it('are not sent when the organisation sends none', async () => {
    await app.http
      .put(`/api/v1/organisations/${city.centreId}/reminder-settings`)
      .set('Authorization', `Bearer ${city.head.token}`)
      .set('If-Match', '"0"')
      .send({ channels: { worker: [] } })
      .expect(200);
    const mediated = await dueToWorker();
    await settle();
    expect(gateway.requests).to.deep.equal([]);
    expect(await rows(mediated, 'telephone')).to.have.length(1);
  });

  const quiet: [string, object, string, string][] = [
    ['at night', {}, '2026-10-09T20:00', '2026-10-10T08:00'],
    [
      'outside the hours that the worker called safe',
      { contact: { by: 'text-message', safeHours: { fromHour: 12, untilHour: 13 } } },
      '2026-10-09T10:00',
      '2026-10-09T12:00',
    ],
  ];
  for (const [when, changes, at, opens] of quiet) {
    it(`wait ${when}`, async () => {
      await dueToWorker(changes, at);
      await settle();
      expect(gateway.requests).to.have.length(0);
      app.clock.set(opens);
      await settle();
      expect(gateway.requests).to.have.length(1);
    });
  }

  it('that come to their turn at night wait for the morning, although they were due by day', async () => {
    await dueToWorker({}, '2026-10-09T19:59');
    const { unsent } = await worker.sweep();
    app.clock.set('2026-10-09T23:30');
    for (const id of unsent) await worker.send(id);
    expect(gateway.requests).to.have.length(0);
    app.clock.set('2026-10-10T08:00');
    await settle();
    expect(gateway.requests).to.have.length(1);
  });

  it('go to a person when the provider refuses the number', async () => {
    gateway.answers.push(422);
    const mediated = await dueToWorker();
    await settle();
    const [call] = await rows(mediated, 'telephone');
    expect(call?.state).to.equal('sent');
    expect((await rows(mediated, 'text-message'))[0]).to.include({ state: 'failed', outcome: '422' });
  });

  it('go to a person at once when the number can get none', async () => {
    const mediated = await dueToWorker({ phone: '0531-8812345' });
    await settle();
    expect(gateway.requests).to.deep.equal([]);
    expect(await rows(mediated, 'telephone')).to.have.length(1);
  });

  it('are sent once by two workers that hold the same job', async () => {
    await dueToWorker();
    const { unsent } = await worker.sweep();
    await Promise.all(unsent.flatMap((id) => [worker.send(id), worker.send(id)]));
    await settle();
    expect(gateway.requests).to.have.length(1);
  });

  it('are held when the answer was lost, unless the provider promises to know them again', async () => {
    gateway.answers.push('cut');
    const mediated = await dueToWorker();
    await settle();
    app.clock.set('2026-10-10T10:00');
    await settle();
    expect(gateway.requests).to.have.length(1);
    expect((await rows(mediated, 'text-message'))[0]?.state).to.equal('held');
  });

  it('go out again under the same id to a provider that promises it', async () => {
    worker.close();
    worker = testWorker(app, sink, provider({ idempotent: true }));
    gateway.answers.push('cut');
    const mediated = await dueToWorker();
    await settle();
    app.clock.set('2026-10-09T10:05');
    await settle();
    const ids = gateway.requests.map(({ headers }) => headers['idempotency-key']);
    expect(ids).to.have.length(2);
    expect(new Set(ids).size).to.equal(1);
    expect((await rows(mediated, 'text-message'))[0]?.state).to.equal('sent');
  });

  for (const { idempotent, state, handOvers } of [
    { idempotent: false, state: 'held', handOvers: 1 },
    { idempotent: true, state: 'sent', handOvers: 2 },
  ]) {
    it(`of a worker that died before it noted the answer are ${state} with a provider that is ${idempotent ? '' : 'not '}idempotent`, async () => {
      worker.close();
      worker = testWorker(app, sink, provider({ idempotent }));
      const mediated = await dueToWorker();
      const [row] = (await worker.sweep(), await rows(mediated, 'text-message'));
      // The provider takes it, and the process that would have noted it is gone: its claim runs out meanwhile.
      gateway.takenNext = async () => {
        const collection = app.connection.collection<{ _id: string }>('deliveries');
        await collection.updateOne({ _id: row?.id ?? '' }, { $inc: { fence: 1 } });
      };
      await worker.send(row?.id ?? '');
      app.clock.set('2026-10-09T10:05');
      await settle();
      expect((await rows(mediated, 'text-message'))[0]?.state).to.equal(state);
      expect(gateway.requests).to.have.length(handOvers);
    });
  }

  it('are not sent when the case moved on before their turn', async () => {
    const mediated = await dueToWorker();
    const { unsent } = await worker.sweep();
    const withdrawal = { withdrawnOn: '2026-10-09', reason: '双方已自行和解' };
    await done(act(app, city.mediator, mediated)('withdraw', withdrawal));
    for (const id of unsent) await worker.send(id);
    expect(gateway.requests).to.deep.equal([]);
  });

  it('are kept on this machine without a provider; that is not called sent, and a colleague calls', async () => {
    worker.close();
    worker = testWorker(app, sink, keptTextMessages(folder));
    const mediated = await dueToWorker();
    await settle();
    const [file = ''] = readdirSync(folder);
    expect(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))).to.include({ to: '13800001234' });
    const [row] = await rows(mediated, 'text-message');
    expect(row?.state).to.equal('failed');
    expect(row?.outcome).to.include('nothing was sent');
    expect(await rows(mediated, 'telephone')).to.have.length(1);
  });
});
