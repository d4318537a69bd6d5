import { expect } from 'chai';
import { as } from '../../support/as-person.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { buildTestCity, PASSWORD, type TestCity, type TestPerson } from '../../support/test-city.ts';

describe('rights to accounts', () => {
  let app: TestApp;
  let city: TestCity;
  let cityAdmin: TestPerson;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
    cityAdmin = await city.addPerson('city-admin', city.cityId, ['administrator']);
  });
  after(() => app.stop());

  const namesFor = async (who: TestPerson): Promise<string[]> => {
    const { body } = await as(app, who).get('/accounts?limit=200').expect(200);
    return body.accounts.map(({ displayName }: { displayName: string }) => displayName).sort();
  };
  const IN_CENTRE = ['clerk', 'head', 'mediator', 'other-mediator'];
  const IN_CITY = ['city-admin', ...IN_CENTRE, 'supervisor'].sort();

  it('an administrator sees those that they administer, a head the names of their people, others none', async () => {
    expect(await namesFor(city.admin)).to.include.members(['Administrator', 'origin-head', ...IN_CITY]);
    expect(await namesFor(cityAdmin)).to.deep.equal(IN_CITY);
    expect(await namesFor(city.head)).to.deep.equal(IN_CENTRE);
    for (const who of [city.clerk, city.mediator, city.supervisor]) {
      await as(app, who).get('/accounts').expect(403);
    }
    const { body } = await as(app, city.head).get('/accounts');
    expect(Object.keys(body.accounts[0])).to.deep.equal(['id', 'displayName', 'organisationId', 'roles']);
    expect(JSON.stringify((await as(app, city.admin).get('/accounts')).body)).not.to.match(/argon2|sealed/);
  });

  it('a list goes on where the page before ended', async () => {
    const first = (await as(app, city.admin).get('/accounts?limit=3')).body;
    const second = (await as(app, city.admin).get(`/accounts?limit=3&cursor=${first.nextCursor}`)).body;
    const usernames = [...first.accounts, ...second.accounts].map(({ username }) => username);
    expect(new Set(usernames)).to.have.property('size', 6);
    expect(usernames.every((name, index) => index === 0 || name > usernames[index - 1])).to.equal(true);
  });

  const CHANGES: readonly [string, 'get' | 'post' | 'patch' | 'delete', string, object?][] = [
    ['read it', 'get', ''],
    ['edit it', 'patch', '', { displayName: '换了' }],
    ['lock it', 'post', '/lock', { reason: '试试' }],
    ['unlock it', 'delete', '/lock'],
    ['give it a password', 'post', '/password', { password: PASSWORD }],
    ['take its second factor', 'delete', '/totp'],
    ['end its logins', 'delete', '/sessions'],
  ];
  for (const [what, method, path, body] of CHANGES) {
    it(`nobody can ${what} but an administrator above it`, async () => {
      for (const who of [city.head, city.supervisor, city.clerk]) {
        await as(app, who)[method](`/accounts/${city.mediator.accountId}${path}`, body).expect(403);
      }
      for (const foreign of [city.originHead.accountId, city.admin.accountId, 'no-such-id']) {
        const answer = await as(app, cityAdmin)[method](`/accounts/${foreign}${path}`, body);
        expect([answer.status, answer.body.code]).to.deep.equal([404, 'account_not_found']);
      }
    });
  }

  it('an administrator moves people and roles within what they administer, but not their own', async () => {
    const { accountId, token } = await city.addPerson('riser', city.centreId, ['clerk']);
    const edit = (who: TestPerson, changes: object, { id = accountId, version = 2 } = {}) =>
      as(app, who).patch(`/accounts/${id}`, changes, version);
    await as(app, { token }).get('/accounts').expect(403);
    await edit(cityAdmin, { roles: ['head'], organisationId: city.cityId }, { version: 1 }).expect(200);
    await as(app, { token }).get('/accounts').expect(200);
    const refused = [
      [await edit(cityAdmin, { organisationId: city.originId }), 'organisation_not_found'],
      [await edit(cityAdmin, { organisationId: null }), 'organisation_not_found'],
      [await edit(city.admin, { organisationId: null }), 'organisation_needed'],
      [await edit(cityAdmin, { roles: ['clerk'] }, { id: cityAdmin.accountId }), 'own_account'],
      [await edit(cityAdmin, {}), 'invalid_input'],
      [await edit(cityAdmin, { passwordHash: 'x' }), 'invalid_input'],
    ] as const;
    for (const [answer, code] of refused) expect(answer.body.code).to.equal(code);
    await edit(city.admin, { organisationId: null, roles: ['administrator'] }).expect(200);
  });

  it('an administrator of an organisation makes accounts and organisations below it only', async () => {
    const account = (organisationId: string | null) =>
      as(app, cityAdmin).post('/accounts', {
        username: 'someone-new',
        password: PASSWORD,
        displayName: '新人',
        organisationId,
        roles: ['administrator'],
      });
    await account(city.originId).expect(404);
    await account(null).expect(404);
    await account(city.centreId).expect(201);
    const organisation = (parentId: string | null) =>
      as(app, cityAdmin).post('/organisations', {
        name: '街道调解室',
        parentId,
        regionCode: null,
        legalFooting: 'none',
        caseNumberPattern: '街调〔{year}〕{sequence}号',
        phone: '0531-12351',
      });
    await organisation(null).expect(404);
    await organisation(city.originId).expect(404);
    await organisation(city.centreId).expect(201);
    await as(app, cityAdmin).patch(`/organisations/${city.originId}`, { name: '别人的' }).expect(404);
    await as(app, city.head).patch(`/organisations/${city.centreId}`, { name: '自己的' }).expect(403);
    await as(app, cityAdmin).patch(`/organisations/${city.centreId}`, { phone: '0531-12000' }).expect(200);
    const rules = { fromOn: '2026-12-01' };
    await as(app, cityAdmin).post(`/organisations/${city.originId}/warning-rules`, rules).expect(404);
  });

  it('nobody overwrites what another administrator changed meanwhile', async () => {
    const { accountId } = await city.addPerson('twice', city.centreId, ['clerk']);
    for (const path of [`/accounts/${accountId}`, `/organisations/${city.centreId}`]) {
      const changes = path.startsWith('/accounts') ? { displayName: '一' } : { name: '一' };
      const stale = await as(app, city.admin).patch(path, changes, 99).expect(412);
      expect(stale.body.code).to.equal('record_changed');
      const version = Number(JSON.parse(stale.headers['etag'] ?? ''));
      const edited = await as(app, city.admin).patch(path, changes, version).expect(200);
      expect(edited.headers['etag']).to.equal(`"${version + 1}"`);
      expect(edited.body.version).to.equal(version + 1);
      await as(app, city.admin).patch(path, changes, version).expect(412);
    }
    const { headers, body } = await as(app, city.admin).get(`/accounts/${accountId}`).expect(200);
    expect(headers['etag']).to.equal(`"${body.version}"`);
    await as(app, city.admin).post(`/accounts/${accountId}/lock`, { reason: '试试' }).expect(200);
    await as(app, city.admin)
      .patch(`/accounts/${accountId}`, { displayName: '二' }, body.version)
      .expect(412);
  });
});
