import { expect } from 'chai';
import { generateSync } from 'otplib';
import type { z } from 'zod';
import type { Operation } from '../../../server/api-document/operation.ts';
import { OPERATIONS } from '../../../server/api-document/operations.ts';
import type { ActionName } from '../../../server/domain/case-actions.ts';
import { METRICS_TOKEN, SETUP_TOKEN, startTestApp, type TestApp } from '../../support/test-app.ts';
import { buildTestCity, PASSWORD, type TestCity, type TestPerson } from '../../support/test-city.ts';
import { startTestSink } from '../../support/test-sink.ts';
import { testWorker } from '../../support/test-worker.ts';
import { YEAR_2027 } from '../../support/year-2027.ts';

const operation = (method: string, path: string): Operation =>
  OPERATIONS.find((row) => row.method === method && row.path === path) ?? expect.fail(`no ${method} ${path}`);

/** The actions that bring a case to where the action of this name is open. */
const ROADS: Partial<Record<ActionName, readonly ActionName[]>> = {
  accept: [],
  refuse: [],
  'start-mediation': ['accept'],
  'record-session': ['accept', 'start-mediation'],
  'extend-mediation': ['accept', 'start-mediation'],
  agree: ['accept', 'start-mediation'],
  'record-payment': ['accept', 'start-mediation', 'agree'],
  'record-breach': ['accept', 'start-mediation', 'agree'],
  fail: ['accept', 'start-mediation'],
  withdraw: [],
  'hand-to-arbitration': ['accept', 'start-mediation', 'fail'],
  'record-risk': [],
  'acknowledge-warning': ['record-risk'],
};

interface Sent {
  who?: TestPerson;
  token?: string;
  ids?: Record<string, string>;
  /** What the example cannot know: ids, and what a test has of its own. */
  changes?: Record<string, unknown>;
  version?: number;
  query?: string;
}

describe('the examples of the OpenAPI document', () => {
  let app: TestApp;
  let city: TestCity;
  beforeEach(async () => {
    app = await startTestApp({ at: '2026-12-01T10:00:00+08:00' });
    city = await buildTestCity(app);
  });
  afterEach(() => app.stop());

  /** Sends the example, and holds the answer against what is written of it, to the last field. */
  async function send(row: Operation, { who, token = who?.token, ids = {}, ...sent }: Sent = {}) {
    const path = row.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
    const request = app.http[row.method](`${path}${sent.query ?? ''}`);
    if (token !== undefined) request.set('Authorization', `Bearer ${token}`);
    if (row.ifMatch) request.set('If-Match', `"${sent.version ?? 1}"`);
    if (row.body !== undefined) request.send({ ...(row.example as object), ...sent.changes });
    const answer = await request;
    const { status, content, headers = [] } = row.answer;
    expect(answer.status, `${path}: ${answer.text}`).to.equal(status);
    for (const header of [...headers, 'X-Request-Id'].filter((name) => name !== 'Link')) {
      expect(answer.headers, path).to.have.property(header.toLowerCase());
    }
    if (typeof content === 'string') expect(answer.type).to.equal(content);
    else if (content !== null) fits(content, answer.body, path);
    return answer;
  }

  function fits(schema: z.ZodType, body: unknown, path: string): void {
    const { error } = schema.safeParse(body);
    expect(error?.issues ?? [], path).to.deep.equal([]);
  }

  const registered = async () =>
    (await send(operation('post', '/api/v1/cases'), { who: city.clerk })).body.case;

  async function acted(subject: { id: string; version: number }, name: ActionName) {
    const row = operation('post', `/api/v1/cases/{id}/actions/${name}`);
    const now = await app.services.cases.find(subject.id, {});
    const example = row.example as object;
    const changes = {
      ...('mediatorId' in example ? { mediatorId: city.mediator.accountId } : {}),
      ...('instalmentId' in example ? { instalmentId: now?.agreements[0]?.instalments[0]?.id } : {}),
    };
    return send(row, { who: city.head, ids: { id: subject.id }, version: now?.version ?? 0, changes });
  }

  for (const [name, road] of Object.entries(ROADS) as [ActionName, readonly ActionName[]][]) {
    it(`work: ${name}`, async () => {
      const subject = await registered();
      for (const step of road) await acted(subject, step);
      await acted(subject, name);
    });
  }

  it('work: what else is read and changed', async () => {
    const subject = await registered();
    const ids = { id: subject.id, caseId: subject.id };
    await acted(subject, 'record-risk');
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
    for (const method of ['put', 'get', 'delete']) {
      await send(operation(method, '/api/v1/organisations/{id}/webhook'), itsCity);
    }
    const year = await send(operation('post', '/api/v1/calendar/years'), {
      who: city.admin,
      changes: YEAR_2027,
    });
    await send(operation('get', '/api/v1/calendar/imports/{id}/moves'), { who: city.head, ids: year.body });
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
        !/moves|metrics|readyz|webhook|tasks.{id}|accounts.{id}|audit|break-glass/.test(path),
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
      await send(operation(method, path), admin);
    }
    await send(operation('patch', '/api/v1/organisations/{id}'), {
      who: city.admin,
      ids: { id: city.centreId },
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
