import { expect } from 'chai';
import { isPaged, type Operation } from '../../../server/api-document/operation.ts';
import { OPERATIONS } from '../../../server/api-document/operations.ts';
import { as } from '../../support/as-person.ts';
import { startMediation } from '../../support/mediated-case.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { caseRequest, register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity, type TestPerson } from '../../support/test-city.ts';
import { startTestSink } from '../../support/test-sink.ts';
import { testWorker } from '../../support/test-worker.ts';
import { pathWith } from './good-requests.ts';
import { knownIds } from './known-ids.ts';

const PAGED = OPERATIONS.filter(isPaged);
/** What a list cannot be asked for without, and what makes another list of it. */
const NEEDED: Record<string, string> = { '/api/v1/deliveries': 'state=due' };
const OTHERS: Record<string, readonly string[]> = {
  '/api/v1/cases': ['sort=number', 'sort=registeredAt', 'state=agreed', 'overdue=true', 'workersAtLeast=2'],
  '/api/v1/warnings': ['grade=blue'],
  '/api/v1/deliveries': ['state=failed'],
  '/api/v1/audit': ['before=2'],
};

describe('a cursor of another list', () => {
  let app: TestApp;
  let city: TestCity;
  let caseId: string | undefined;
  /** Another one with every right to look. */
  let others: { everywhere: TestPerson; inCentre: TestPerson };
  const cursors: Record<string, string> = {};
  before(async () => {
    app = await startTestApp({ at: '2026-12-01T10:00:00+08:00' });
    city = await buildTestCity(app);
    caseId = (await knownIds(app, city))['cases'];
    const workers = Array.from({ length: 30 }, () => caseRequest().workers[0]);
    const { case: registered } = await register(app, city.clerk, { workers });
    const unseen = await startMediation({ app, city, registered, on: '2026-12-01' });
    const sink = await startTestSink();
    const worker = testWorker(app, sink);
    await worker.sweep();
    worker.close();
    await sink.stop();
    await as(app, city.otherMediator)
      .post(`/cases/${unseen.id}/break-glass`, { reason: '代为处理' })
      .expect(201);
    others = {
      everywhere: await city.addPerson('second-admin', null, ['administrator']),
      inCentre: await city.addPerson('second', city.centreId, ['head', 'supervisor']),
    };
  });
  after(() => app.stop());

  const ofAll = ({ path }: Operation) => /^\/api\/v1\/(?:audit|accounts)$/.test(path);
  const reader = (row: Operation) => (ofAll(row) ? city.admin : city.head);
  const other = (row: Operation) => (ofAll(row) ? others.everywhere : others.inCentre);
  const get = ({ path }: Operation, who: TestPerson, ...query: (string | undefined)[]) => {
    const given = query.filter((part) => part !== undefined).join('&');
    return as(app, who).get(`${pathWith(path, () => caseId ?? '').slice('/api/v1'.length)}?${given}`);
  };

  async function refused(answer: ReturnType<typeof get>) {
    const { status, body } = await answer;
    expect({ status, code: body.code }, JSON.stringify(body)).to.deep.equal({
      status: 422,
      code: 'cursor_foreign',
    });
    expect(body.errors[0].pointer).to.equal('/cursor');
    expect(body.detail).to.match(/Begin again without a cursor|从第一页重新开始/);
  }

  it('stands at the end of a page of every list that has pages', async () => {
    expect(PAGED).to.have.length.at.least(8);
    for (const row of PAGED) {
      const { body, headers } = await get(row, reader(row), NEEDED[row.path], 'limit=1').expect(200);
      expect(body.nextCursor, row.path).to.match(/^[\w-]{16,200}$/);
      cursors[row.path] = body.nextCursor;
      const [, next = ''] = /^<\/api\/v1([^>]+)>; rel="next"$/.exec(headers['link'] ?? '') ?? [];
      const second = await as(app, reader(row)).get(next).expect(200);
      expect(JSON.stringify(second.body), row.path).to.not.equal(JSON.stringify(body));
    }
  });

  for (const row of PAGED) {
    it(`is refused, and changed or somebody else's too, by GET ${row.path}`, async () => {
      const own = cursors[row.path] ?? '';
      await get(row, reader(row), NEEDED[row.path], 'limit=7', `cursor=${own}`).expect(200);
      await refused(get(row, other(row), NEEDED[row.path], `cursor=${own}`));
      const foreign = Object.values(cursors).filter((cursor) => cursor !== own);
      const changed = [own[0] === 'A' ? `B${own.slice(1)}` : `A${own.slice(1)}`, `${own}AAAA`];
      for (const cursor of [...foreign, ...changed, 'A'.repeat(16)]) {
        await refused(get(row, reader(row), NEEDED[row.path], `cursor=${cursor}`));
      }
      for (const filter of OTHERS[row.path] ?? [])
        await refused(get(row, reader(row), filter, `cursor=${own}`));
    });
  }
});
