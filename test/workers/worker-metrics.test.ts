import { expect } from 'chai';
import { sparePort } from '../../config/local-services/spare-port.ts';
import { legalDayOf } from '../../server/domain/legal-day.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { register } from '../support/test-case.ts';
import { buildTestCity } from '../support/test-city.ts';
import { startTestSink, type TestSink } from '../support/test-sink.ts';
import { until } from '../support/until.ts';
import { startWorkerProcess, type WorkerProcess } from '../support/worker-process.ts';

describe('the metrics of a worker', function () {
  this.timeout(60_000);
  let app: TestApp;
  let sink: TestSink;
  let start: () => void;
  let url: string;
  let registeredId: string;
  const workers: WorkerProcess[] = [];
  const authorized = { headers: { authorization: 'Bearer the-token-of-this-test' } };

  before(async () => {
    app = await startTestApp({ at: new Date().toISOString() });
    sink = await startTestSink();
    const city = await buildTestCity(app, { noticeHours: { fromHour: 0, untilHour: 24, everyDay: true } });
    const today = legalDayOf(new Date());
    const days = { receivedOn: today, consentToProcessOn: today, rightKnownOn: today };
    registeredId = (await register(app, city.clerk, days)).case.id;
    const port = await sparePort();
    url = `http://127.0.0.1:${port}/metrics`;
    const settings = { WORKER_METRICS_PORT: String(port), METRICS_TOKEN: 'the-token-of-this-test' };
    start = () => workers.push(startWorkerProcess(app.connection.name, sink, settings));
    start();
    const answers = () =>
      fetch(url, authorized).then(
        ({ ok }) => ok,
        () => false,
      );
    await until('the worker answers', answers, 30_000);
  });
  after(async () => {
    for (const { child } of workers) child.kill('SIGKILL');
    await sink.stop();
    await app.stop();
  });

  it('are for the one who has the token', async () => {
    expect((await fetch(url)).status).to.equal(401);
    expect((await fetch(url, { headers: { authorization: 'Bearer another' } })).status).to.equal(401);
  });

  it('tell of sweeps and of the mail server, and name no case', async () => {
    const has = (pattern: RegExp) => async () => pattern.test(await text());
    await until('it has met the mail server', has(/heyi_mail_server_up 1/));
    await until('it has swept', has(/heyi_sweep_duration_seconds_count [1-9]/));
    expect(await text()).to.include('heyi_sweep_slice_cases_bucket');
    expect(await text()).to.not.include(registeredId);
  });

  it('tell of each notice what became of it, and how long after its hour', async () => {
    await until('it is noted', async () => (await text()).includes('handled_total{result="sent"} 1'), 30_000);
    expect(await text()).to.include('heyi_notice_lag_seconds_count{kind="origin-alert"} 1');
    expect(sink.messages).to.have.length(1);
  });

  it('leave a worker at work that finds the port taken', async () => {
    start();
    const alive = () => app.services.heartbeats.since(new Date(Date.now() - 15_000));
    await until('both workers give a sign of life', async () => (await alive()).length === 2, 20_000);
  });

  const text = async () => (await fetch(url, authorized)).text();
});
