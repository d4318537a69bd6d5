import { expect } from 'chai';
import { as } from '../../support/as-person.ts';
import type { TestApp } from '../../support/test-app.ts';
import { register } from '../../support/test-case.ts';
import type { TestCity } from '../../support/test-city.ts';
import { startTestSink } from '../../support/test-sink.ts';
import { testWorker } from '../../support/test-worker.ts';
import { YEAR_2027 } from '../../support/year-2027.ts';
import type { KnownIds } from './good-requests.ts';

/** Makes one of everything that an address can name: a case, a notice, a call, a login, an import … */
export async function knownIds(app: TestApp, city: TestCity): Promise<KnownIds> {
  const { case: subject } = await register(app, city.clerk, { receivedOn: '2026-09-01' });
  const sink = await startTestSink();
  const worker = testWorker(app, sink);
  for (let round = 0; round < 4; round += 1) await worker.sweepAndSend();
  worker.close();
  await sink.stop();
  const tasks = await as(app, city.head).get('/tasks');
  const deliveries = await app.services.deliveries.ofCase(subject.id);
  const logins = await as(app, city.mediator).get('/sessions');
  const year = { ...YEAR_2027, status: 'provisional' };
  const imported = await as(app, city.admin).post('/calendar/years', year);
  const ids = {
    cases: subject.id,
    warnings: subject.id,
    tasks: tasks.body.tasks[0]?.id,
    deliveries: deliveries[0]?.id,
    sessions: logins.body.sessions[0]?.id,
    imports: imported.body.id,
    organisations: city.centreId,
    accounts: city.mediator.accountId,
    bars: city.otherMediator.accountId,
  };
  for (const [folder, id] of Object.entries(ids)) expect(id, folder).to.be.a('string');
  return ids;
}
