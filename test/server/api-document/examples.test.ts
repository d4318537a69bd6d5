import { expect } from 'chai';
import { generateSync } from 'otplib';
import { OPERATIONS } from '../../../server/api-document/operations.ts';
import { exampleSender, operation } from '../../support/send-example.ts';
import { METRICS_TOKEN, SETUP_TOKEN, startTestApp, type TestApp } from '../../support/test-app.ts';
import { buildTestCity, PASSWORD, type TestCity } from '../../support/test-city.ts';
import { startTestSink } from '../../support/test-sink.ts';
import { testWorker } from '../../support/test-worker.ts';
import { YEAR_2027 } from '../../support/year-2027.ts';

describe('the examples of the OpenAPI document', () => {
  let app: TestApp;
  let city: TestCity;
  let send: ReturnType<typeof exampleSender>['send'];
  let act: ReturnType<typeof exampleSender>['act'];
  let registered: ReturnType<typeof exampleSender>['register'];
  beforeEach(async () => {
    app = await startTestApp({ at: '2026-12-01T10:00:00+08:00' });
    city = await buildTestCity(app);
    ({ send, act, register: registered } = exampleSender(app, city));
  });
  afterEach(() => app.stop());

  it('work: what else is read and changed', async () => {
    const subject = await registered();
    const ids = { id: subject.id, caseId: subject.id };
    await act(subject, 'record-risk');
    await send(operation('post', '/api/v1/warnings/{caseId}/acknowledgement'), {
      who: city.head,
      ids,
      version: 2,
    });
    const first = { parentId: city.cityId };
    await send(operation('post', '/api/v1/organisations'), { who: city.admin, changes: first });
    const office = { organisationId: city.centreId };
    await send(operation('post', '/api/v1/accounts'), { who: city.admin, changes: office });
    const itsCity = { who: city.admin, ids: { id: city.cityId } };
    await send(operation('post', '/api/v1/organisations/{id}/warning-rules'), itsCity);
    await send(operation('put', '/api/v1/organisations/{id}/reminder-settings'), itsCity);
    await send(operation('get', '/api/v1/organisations/{id}/warning-rules'), itsCity);
    await send(operation('get', '/api/v1/organisations/{id}/reminder-settings'), itsCity);
    await send(operation('post', '/api/v1/organisations/{id}/retention-rules'), {
      who: city.head,
      ids: { id: city.centreId },
    });
    for (const method of ['put', 'get', 'delete']) {
      await send(operation(method, '/api/v1/organisations/{id}/webhook'), itsCity);
    }
    const year = await send(operation('post', '/api/v1/calendar/years'), {
      who: city.admin,
      changes: YEAR_2027,
    });
    await send(operation('get', '/api/v1/calendar/imports/{id}/moves'), { who: city.head, ids: year.body });
    await send(operation('get', '/api/v1/organisations/{id}/retention'), {
      who: city.head,
      ids: { id: city.centreId },
    });
    await send(operation('patch', '/api/v1/accounts/current'), { who: city.clerk });
    await send(operation('post', '/api/v1/deadlines/explain'));
    const replaced = operation('post', '/api/v1/cases/{id}/receipt-code');
    const { receipt } = (await send(replaced, { who: city.clerk, ids })).body;
    await send(operation('post', '/api/v1/status'), { changes: receipt });
    const { requestId } = (await send(operation('post', '/api/v1/status/codes'))).body;
    const sentCode = { requestId, code: app.services.oneTimeCodes.codeOf(requestId) };
    await send(operation('post', '/api/v1/status/by-phone'), { changes: sentCode });
    const admin = { username: 'admin', password: PASSWORD };
    const login = await send(operation('post', '/api/v1/sessions'), { changes: admin });
    await send(operation('delete', '/api/v1/sessions/{id}'), {
      token: login.body.token,
      ids: { id: 'current' },
    });
    await send(operation('get', '/metrics'), { token: METRICS_TOKEN });
    const plain = OPERATIONS.filter(
      ({ method, path }) =>
        method === 'get' &&
        !/moves|metrics|readyz|webhook|tasks.{id}|accounts.{id}|organisations.{id}|audit|break-glass|oidc/.test(
          path,
        ),
    );
    expect(plain).to.have.length.above(12);
    for (const row of plain) {
      const query = row.path === '/api/v1/deliveries' ? '?state=due' : '';
      await send(row, { ...(row.access === 'staff' ? { who: city.head } : {}), ids, query });
    }
  });

  it('work: logins, passwords and what an administrator does to an account', async () => {
    const ids = { id: city.mediator.accountId };
    const own = { username: 'mediator', password: PASSWORD };
    const login = async () =>
      (await send(operation('post', '/api/v1/sessions'), { changes: own })).body.token;
    const token = await login();
    await send(operation('get', '/api/v1/sessions'), { token });
    const began = await send(operation('post', '/api/v1/accounts/current/totp'), { token });
    const epoch = Math.floor(app.clock.now().getTime() / 1000);
    const code = generateSync({ secret: began.body.secret, epoch });
    const confirmation = operation('post', '/api/v1/accounts/current/totp/confirmation');
    const confirmed = await send(confirmation, { token, changes: { code } });
    const [recovery] = confirmed.body.recoveryCodes;
    await send(operation('post', '/api/v1/accounts/current/totp/removal'), {
      token,
      changes: { password: PASSWORD, code: recovery },
    });
    await send(operation('post', '/api/v1/accounts/current/password'), {
      token,
      changes: { oldPassword: PASSWORD },
    });
    const admin = { who: city.admin, ids };
    for (const [method, path] of [
      ['get', '/api/v1/accounts/{id}'],
      ['patch', '/api/v1/accounts/{id}'],
      ['post', '/api/v1/accounts/{id}/lock'],
      ['delete', '/api/v1/accounts/{id}/lock'],
      ['post', '/api/v1/accounts/{id}/password'],
      ['delete', '/api/v1/accounts/{id}/totp'],
      ['delete', '/api/v1/accounts/{id}/sessions'],
    ] as const) {
      const { version = 0 } = (await app.services.accounts.findById(ids.id)) ?? {};
      await send(operation(method, path), { ...admin, version });
    }
    await send(operation('patch', '/api/v1/organisations/{id}'), {
      who: city.admin,
      ids: { id: city.centreId },
      version: (await app.services.organisations.find(city.centreId))?.version ?? 0,
    });
    await send(operation('delete', '/api/v1/sessions'), { who: city.clerk });
  });

  it('work: who looked, who may not, and who had to', async () => {
    const subject = await registered();
    const ids = { id: subject.id, accountId: city.otherMediator.accountId };
    const head = { who: city.head, ids };
    await send(operation('post', '/api/v1/cases/{id}/bars'), {
      ...head,
      changes: { accountId: city.otherMediator.accountId },
    });
    await send(operation('get', '/api/v1/cases/{id}/bars'), head);
    await send(operation('delete', '/api/v1/cases/{id}/bars/{accountId}'), head);
    await send(operation('get', '/api/v1/cases/{id}/audit'), head);
    await send(operation('get', '/api/v1/audit'), { who: city.admin });
    await send(operation('get', '/api/v1/audit/verify'), { who: city.admin });
    await send(operation('get', '/api/v1/break-glass'), { who: city.supervisor });
  });

  it('work: a notice that stands still', async () => {
    const sink = await startTestSink();
    const worker = testWorker(app, sink);
    try {
      for (const decision of ['resolve', 'retry']) {
        sink.cutAfterNext = true;
        const subject = await registered();
        await worker.sweepAndSend();
        const rows = await app.services.deliveries.ofCase(subject.id);
        const ids = { id: rows.find(({ state }) => state === 'held')?.id ?? '' };
        await send(operation('post', `/api/v1/deliveries/{id}/${decision}`), { who: city.head, ids });
        await send(operation('get', '/api/v1/cases/{id}/deliveries'), { who: city.head, ids: subject });
      }
    } finally {
      worker.close();
      await sink.stop();
    }
  });

  it('work: a call', async () => {
    await registered();
    const sink = await startTestSink();
    const worker = testWorker(app, sink);
    try {
      for (let round = 0; round < 4; round += 1) await worker.sweepAndSend();
      const { body } = await send(operation('get', '/api/v1/tasks'), { who: city.head });
      const ids = { id: body.tasks[0].id };
      await send(operation('get', '/api/v1/tasks/{id}'), { who: city.head, ids });
      await send(operation('post', '/api/v1/tasks/{id}/done'), { who: city.head, ids });
    } finally {
      worker.close();
      await sink.stop();
    }
  });

  it('work: the first administrator', async () => {
    const empty = await startTestApp();
    try {
      const { example } = operation('post', '/api/v1/setup');
      await empty.http
        .post('/api/v1/setup')
        .send({ ...(example as object), token: SETUP_TOKEN })
        .expect(201);
    } finally {
      await empty.stop();
    }
  });
});
