import { expect } from 'chai';
import { legalDayOf } from '../../server/domain/legal-day.ts';
import type { Delivery } from '../../server/notices/delivery.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { register } from '../support/test-case.ts';
import { buildTestCity, type TestCity } from '../support/test-city.ts';
import { startTestSink, type TestSink } from '../support/test-sink.ts';
import { until } from '../support/until.ts';
import { startWorkerProcess, type WorkerProcess } from '../support/worker-process.ts';

/** Real processes have the real time, so everything here happens today, at a desk that is always staffed. */
describe('a worker that is told to stop', function () {
  this.timeout(60_000);
  let app: TestApp;
  let city: TestCity;
  let sink: TestSink;
  const workers: WorkerProcess[] = [];

  beforeEach(async () => {
    app = await startTestApp({ at: new Date().toISOString() });
    city = await buildTestCity(app, { noticeHours: { fromHour: 0, untilHour: 24, everyDay: true } });
    sink = await startTestSink();
  });
  afterEach(async () => {
    for (const { child } of workers.splice(0)) child.kill('SIGKILL');
    await sink.stop();
    await app.stop();
  });

  function start(): WorkerProcess {
    const worker = startWorkerProcess(app.connection.name, sink);
    workers.push(worker);
    return worker;
  }

  /** A case of a worker from another city, whose union is to be told at once. */
  async function caseWithNotice(): Promise<() => Promise<Delivery | undefined>> {
    const today = legalDayOf(new Date());
    const { case: registered } = await register(app, city.clerk, {
      receivedOn: today,
      consentToProcessOn: today,
      rightKnownOn: today,
    });
    return async () => (await app.services.deliveries.ofCase(registered.id))[0];
  }

  it('gives back at once what it has not begun to hand over, and the next worker sends it', async () => {
    const delivery = await caseWithNotice();
    let isAsked = false;
    sink.beforeNext = async () => {
      isAsked = true;
      await until('the worker is gone', () => worker.child.exitCode !== null);
    };
    const worker = start();
    await until('the mail server is asked', () => isAsked, 20_000);
    expect((await delivery())?.state).to.equal('claimed');

    const { code, seconds } = await worker.stop();
    expect(code).to.equal(0);
    expect(seconds).to.be.below(4);
    expect(await delivery()).to.include({ state: 'due', leaseUntil: null, attempts: 0 });

    start();
    await until('the next worker has sent it', async () => (await delivery())?.state === 'sent', 20_000);
    expect(sink.messages).to.have.length(1);
  });

  it('waits for the answer to what it has handed over, and notes it', async () => {
    const delivery = await caseWithNotice();
    let answer = () => {};
    let isTaken = false;
    sink.takenNext = () => {
      isTaken = true;
      return new Promise((resolve) => {
        answer = resolve;
      });
    };
    const worker = start();
    await until('the mail server has the message', () => isTaken, 20_000);
    const stopped = worker.stop();
    setTimeout(() => answer(), 500);
    expect((await stopped).code).to.equal(0);
    expect((await delivery())?.state).to.equal('sent');
    expect(sink.messages).to.have.length(1);
  });

  it('holds for a person what got no answer in time, instead of leaving it to its lease', async () => {
    const delivery = await caseWithNotice();
    let isTaken = false;
    sink.takenNext = () => {
      isTaken = true;
      return until('the worker is gone', () => worker.child.exitCode !== null, 20_000);
    };
    const worker = start();
    await until('the mail server has the message', () => isTaken, 20_000);
    const { code, seconds } = await worker.stop();
    expect(code).to.equal(0);
    expect(seconds).to.be.within(5, 8);
    const held = await delivery();
    expect(held?.state).to.equal('held');
    expect(held?.outcome).to.include('told to stop');
  });
});
