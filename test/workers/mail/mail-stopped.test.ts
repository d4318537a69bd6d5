import { expect } from 'chai';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';
import { startTestSink, type TestSink } from '../../support/test-sink.ts';
import { testWorker } from '../../support/test-worker.ts';

/** How a real mail server is set against us, and how that is mended. */
const REFUSALS: [what: string, refuse: (sink: TestSink) => void, mend: (sink: TestSink) => void][] = [
  [
    'our sender',
    (sink) => (sink.refusedSender = { code: 553, text: '5.1.8 sender address rejected' }),
    (sink) => (sink.refusedSender = null),
  ],
  ['our login', (sink) => (sink.knowsPassword = false), (sink) => (sink.knowsPassword = true)],
];
const NOTICES = 6;

describe('while the mail server refuses', () => {
  let app: TestApp;
  let city: TestCity;
  let sink: TestSink;
  let worker: ReturnType<typeof testWorker>;

  beforeEach(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
    sink = await startTestSink({ login: true });
    worker = testWorker(app, sink);
  });
  afterEach(async () => {
    worker.close();
    await sink.stop();
    await app.stop();
  });

  const rows = () => app.connection.collection('deliveries').find().toArray();
  const minutesLater = (minutes: number) => {
    app.clock.set(new Date(app.clock.now().getTime() + minutes * 60_000).toISOString());
  };

  for (const [what, refuse, mend] of REFUSALS) {
    it(`${what}, notices wait, however long, nobody is telephoned, and all go out when it is mended`, async () => {
      refuse(sink);
      for (let count = 0; count < NOTICES; count += 1) await register(app, city.clerk);
      const all = (result: string) => Array.from({ length: NOTICES }, () => result);
      expect(await worker.sweepAndSend()).to.deep.equal(all('stopped'));
      // Far more than a notice is tried when it is the addressee that is refused.
      await app.connection.collection('deliveries').updateMany({}, { $set: { attempts: 1000 } });
      minutesLater(5);
      expect(await worker.sweepAndSend()).to.deep.equal(all('stopped'));
      await worker.sweep();
      const waiting = await rows();
      expect(waiting.map(({ state, channel }) => [state, channel])).to.deep.equal(
        Array.from({ length: NOTICES }, () => ['due', 'mail']),
      );
      expect(new Set(waiting.map(({ attempts }) => attempts))).to.deep.equal(new Set([1000]));
      expect(waiting[0]?.['outcome']).to.match(/5\.1\.8 sender|Authentication failed/);
      expect(await app.connection.collection('tasks').countDocuments()).to.equal(0);
      mend(sink);
      minutesLater(5);
      expect(await worker.sweepAndSend()).to.deep.equal(all('sent'));
      expect(sink.messages).to.have.length(NOTICES);
    });

    it(`${what}, those who run the service are told why, until it is mended`, async () => {
      await register(app, city.clerk);
      expect(await worker.mailFault()).to.equal(null);
      refuse(sink);
      await worker.sweepAndSend();
      expect(await worker.mailFault()).to.match(/5\.1\.8 sender|Authentication failed/);
      mend(sink);
      minutesLater(5);
      await worker.sweepAndSend();
      expect(await worker.mailFault()).to.equal(null);
    });
  }

  it('our login, it is not tried again for each notice, which might lock the account', async () => {
    sink.knowsPassword = false;
    for (let count = 0; count < NOTICES; count += 1) await register(app, city.clerk);
    for (const logins of [1, 2]) {
      const { unsent } = await worker.sweep();
      const results = await Promise.all(unsent.map(worker.send));
      expect(results).to.deep.equal(unsent.map(() => 'stopped'));
      await worker.mailFault();
      expect(sink.logins).to.equal(logins);
      minutesLater(5);
    }
  });
});
