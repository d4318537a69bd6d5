import { expect } from 'chai';
import { as } from '../../support/as-person.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, done, register } from '../../support/test-case.ts';
import { buildTestCity, PASSWORD, type TestCity, type TestPerson } from '../../support/test-city.ts';

interface ShownRecord {
  sequence: number;
  chain: string;
  caseIds: string[];
  accountId: string | null;
  name: string | null;
  what: string;
  outcome: number;
  address: string;
  requestId: string;
}

describe('the audit of what people do', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const ofCase = async (id: string): Promise<ShownRecord[]> =>
    (await as(app, city.head).get(`/cases/${id}/audit`).expect(200)).body.records;
  const ofService = async (): Promise<ShownRecord[]> =>
    (await as(app, city.admin).get('/audit?limit=200').expect(200)).body.records;
  const lines = (records: ShownRecord[]) =>
    records.map(({ name, what, outcome }) => `${name} ${what} ${outcome}`);

  it('has every read and write of a case, in its own chain, with who, when, whence and with what outcome', async () => {
    const { case: subject } = await register(app, city.clerk);
    const path = `/api/v1/cases/${subject.id}`;
    await as(app, city.mediator).get(`/cases/${subject.id}?secret=%E7%8E%8B`).expect(200);
    const on = '2026-09-16';
    const input = { acceptedOn: on, applicantConsentOn: on, respondentConsentOn: on };
    await done(act(app, city.head, subject)('accept', input));
    const answer = await as(app, city.head).get(`/cases/${subject.id}/deliveries`);
    const records = await ofCase(subject.id);
    expect(lines(records).sort()).to.deep.equal(
      [
        `clerk POST /api/v1/cases 201`,
        `mediator GET ${path} 200`,
        `head POST ${path}/actions/accept 200`,
        `head GET ${path}/deliveries 200`,
        'null chain opened undefined',
      ].sort(),
    );
    const own = records.filter(({ chain }) => chain === subject.id);
    expect(own.map(({ sequence }) => sequence)).to.have.members([1, 2, 3, 4]);
    expect(own.find(({ what }) => what.endsWith('deliveries'))).to.include({
      accountId: city.head.accountId,
      requestId: answer.get('x-request-id'),
      address: '::ffff:127.0.0.1'.slice(7),
    });
  });

  it('has lists with the cases that they showed, and what was refused, in the chain of the service', async () => {
    const { case: subject } = await register(app, city.clerk);
    await as(app, city.clerk).get('/cases').expect(200);
    await as(app, city.originHead).get(`/cases/${subject.id}`).expect(404);
    await act(app, city.clerk, subject)('refuse', {}).expect(422);
    const told = lines(await ofCase(subject.id));
    expect(told).to.include.members([
      'clerk GET /api/v1/cases 200',
      `origin-head GET /api/v1/cases/${subject.id} 404`,
      `clerk POST /api/v1/cases/${subject.id}/actions/refuse 422`,
    ]);
  });

  it('has every login, also the refused one with whose it would have been, and no word that was typed', async () => {
    await app.http.post('/api/v1/sessions').send({ username: 'clerk', password: PASSWORD }).expect(201);
    await app.http.post('/api/v1/sessions').send({ username: 'clerk', password: 'typed wrong' }).expect(401);
    await app.http.post('/api/v1/sessions').send({ username: 'typed-wrong', password: 'x' }).expect(401);
    await app.http.get('/admin/queues').auth('admin', 'typed wrong').expect(401);
    const records = await ofService();
    expect(lines(records.slice(0, 5))).to.deep.equal([
      'Administrator GET /admin/queues 401',
      'null POST /api/v1/sessions 401',
      'clerk POST /api/v1/sessions 401',
      'clerk POST /api/v1/sessions 201',
      ...lines(records.slice(4, 5)),
    ]);
    const stored = JSON.stringify(await app.connection.collection('auditRecords').find().toArray());
    expect(stored).not.to.match(/typed|a password/);
  });

  it('has what is done to accounts and organisations', async () => {
    await as(app, city.admin)
      .patch(`/accounts/${city.clerk.accountId}`, { displayName: 'clerk' }, 1)
      .expect(200);
    await as(app, city.admin).patch(`/organisations/${city.centreId}`, { phone: '0531-12351' }).expect(200);
    expect(lines((await ofService()).slice(0, 2))).to.deep.equal([
      `Administrator PATCH /api/v1/organisations/${city.centreId} 200`,
      `Administrator PATCH /api/v1/accounts/${city.clerk.accountId} 200`,
    ]);
  });

  it('is for the head of a case and for administrators of the instance, each their own part', async () => {
    const { case: subject } = await register(app, city.clerk);
    const allowed: readonly [TestPerson, string, number][] = [
      [city.clerk, `/cases/${subject.id}/audit`, 403],
      [city.mediator, `/cases/${subject.id}/audit`, 403],
      [city.originHead, `/cases/${subject.id}/audit`, 404],
      [city.admin, `/cases/${subject.id}/audit`, 404],
      [city.supervisor, `/cases/${subject.id}/audit`, 404],
      [city.head, '/audit', 403],
      [city.head, '/audit/verify', 403],
      [city.head, `/audit/verify?caseId=${subject.id}`, 200],
      [city.admin, `/audit/verify?caseId=${subject.id}`, 404],
      [city.admin, '/audit/verify', 200],
    ];
    for (const [who, path, status] of allowed) {
      expect((await as(app, who).get(path)).status, path).to.equal(status);
    }
  });

  it('is read in pages that meet without a gap', async () => {
    const { case: subject } = await register(app, city.clerk);
    for (let count = 0; count < 6; count += 1) await as(app, city.head).get(`/cases/${subject.id}`);
    const pages: string[] = [];
    let cursor = '';
    do {
      const { body } = await as(app, city.head).get(`/cases/${subject.id}/audit?limit=3${cursor}`);
      pages.push(...body.records.map(({ chain, sequence }: ShownRecord) => `${chain}/${sequence}`));
      cursor = body.nextCursor === null ? '' : `&cursor=${encodeURIComponent(body.nextCursor)}`;
    } while (cursor !== '' && pages.length < 50);
    expect(new Set(pages).size).to.equal(pages.length);
    expect(pages).to.include.members([1, 2, 3, 4, 5, 6, 7].map((number) => `${subject.id}/${number}`));
    const first = (await as(app, city.admin).get('/audit?limit=2')).body;
    const second = (await as(app, city.admin).get(`/audit?limit=2&cursor=${first.nextCursor}`)).body;
    const last = first.records[1].sequence;
    expect(second.records[0].sequence).to.equal(last - 1);
    const before = (await as(app, city.admin).get(`/audit?limit=2&before=${last}`)).body;
    expect(before.records).to.deep.equal(second.records);
  });

  it('is whole after all this, and tells where it is not', async () => {
    const { body } = await as(app, city.admin).get('/audit/verify').expect(200);
    expect(body).to.deep.include({ whole: true, faults: [] });
    expect(body.records).to.be.above(50);
    const records = app.connection.collection<{ _id: string }>('auditRecords');
    await records.deleteOne({ _id: 'service/000000000003' });
    const broken = (await as(app, city.admin).get('/audit/verify')).body;
    expect(broken).to.deep.include({ whole: false });
    expect(broken.faults[0]).to.include({ chain: 'service', sequence: 3, fault: 'missing' });
  });

  it('comes before the answer: what cannot be recorded is not shown', async () => {
    const broken = await startTestApp({
      recordAccess: () => Promise.reject(new Error('the disk is full')),
    });
    try {
      const setup = {
        token: 'the-setup-token-of-the-tests',
        username: 'admin',
        password: PASSWORD,
        displayName: '管',
      };
      await broken.http.post('/api/v1/setup').send(setup).expect(503);
      const answer = await broken.http
        .post('/api/v1/sessions')
        .send({ username: 'admin', password: PASSWORD });
      expect(answer.status).to.equal(503);
      expect(answer.body.code).to.equal('audit_unavailable');
      expect(JSON.stringify(answer.body)).not.to.contain('token"');
      expect(answer.get('content-type')).to.match(/^application\/problem\+json/);
      const page = await broken.http.get('/admin/queues').auth('admin', PASSWORD);
      expect([page.status, page.get('set-cookie')]).to.deep.equal([503, undefined]);
      await broken.http.get('/healthz').expect(200);
    } finally {
      await broken.stop();
    }
  });
});
