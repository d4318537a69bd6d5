import { expect } from 'chai';
import { generateSync } from 'otplib';
import { oidcCallbackAnswer } from '../../../schemas/answers/login-answers.ts';
import { sessionAnswer } from '../../../schemas/answers/staff-answers.ts';
import { oidcSettings } from '../../../server/oidc/oidc-settings.ts';
import { as } from '../../support/as-person.ts';
import { PUBLIC_URL, startTestApp, type TestApp } from '../../support/test-app.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';
import {
  type Forgery,
  OIDC_CLIENT,
  startTestOidcProvider,
  type TestOidcProvider,
} from '../../support/test-oidc-provider.ts';

const BEGIN = '/api/v1/sessions/oidc';
const CALLBACK = `${BEGIN}/callback`;
const SUBJECT = 'u-4711';

describe('a login by a provider of identities', () => {
  let provider: TestOidcProvider;
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    provider = await startTestOidcProvider(`${PUBLIC_URL}${CALLBACK}`);
  });
  after(() => provider.stop());
  beforeEach(async () => {
    const { issuer } = provider;
    app = await startTestApp({
      oidc: oidcSettings({ ...OIDC_CLIENT, issuer, returnUrl: null }, PUBLIC_URL) ?? undefined,
    });
    city = await buildTestCity(app);
    provider.forge(null);
  });
  afterEach(() => app.stop());

  /** Their first change was their password. */
  const link = (subject: string | null, { accountId = city.mediator.accountId, version = 1 } = {}) => {
    const oidcIdentity = subject === null ? null : { issuer: provider.issuer, subject };
    return as(app, city.admin).patch(`/accounts/${accountId}`, { oidcIdentity }, version);
  };
  const cookiesOf = ({ headers }: { headers: Record<string, unknown> }): string[] =>
    [headers['set-cookie'] ?? []].flat().map(String);
  const kept = (answer: { headers: Record<string, unknown> }) =>
    cookiesOf(answer).map((line) => line.split(';')[0] ?? '');
  const begin = async () => {
    const answer = await app.http.get(BEGIN).expect(303);
    return { url: String(answer.headers['location']), cookies: kept(answer) };
  };
  const callback = (search: string, cookies: string[]) =>
    app.http.get(`${CALLBACK}${search}`).set('Cookie', cookies);
  const open = (cookies: string[], body: object = {}) =>
    app.http.post(BEGIN).set('Cookie', cookies).send(body);
  /** As far as the provider takes it. */
  async function answered(subject = SUBJECT) {
    const { url, cookies } = await begin();
    return { search: (await provider.logIn(url, subject)).search, cookies };
  }
  async function known() {
    const { search, cookies } = await answered();
    return callback(search, cookies).expect(200);
  }
  const logins = () => app.connection.collection('logins').countDocuments({});

  it('gives the token that a login by password gives, to the account that an administrator named', async () => {
    await link(SUBJECT).expect(200);
    const { url, cookies } = await begin();
    expect(new URL(url).searchParams.get('code_challenge_method')).to.equal('S256');
    const back = await provider.logIn(url, SUBJECT);
    expect(back.href).to.match(/^https:\/\/heyi\.example\/api\/v1\/sessions\/oidc\/callback\?code=/);
    const met = await callback(back.search, cookies).expect(200);
    expect(oidcCallbackAnswer.parse(met.body)).to.deep.equal({
      next: 'POST /api/v1/sessions/oidc',
      needsCode: false,
    });
    const { body } = await open(kept(met)).expect(201);
    expect(sessionAnswer.parse(body)).to.deep.equal(body);
    expect(body.standing).to.equal('full');
    const shown = await app.http
      .get('/api/v1/accounts/current')
      .set('Authorization', `Bearer ${body.token}`)
      .expect(200);
    expect(shown.body).to.include({ id: city.mediator.accountId, username: 'mediator' });
    expect(shown.body.oidcIdentity).to.deep.equal({ issuer: provider.issuer, subject: SUBJECT });
  });

  it('keeps what it must know in cookies of its own that no script reads, and no other site sends', async () => {
    await link(SUBJECT).expect(200);
    const begun = await app.http.get(BEGIN).expect(303);
    const back = await provider.logIn(String(begun.headers['location']), SUBJECT);
    const met = await callback(back.search, kept(begun)).expect(200);
    const [lax] = cookiesOf(begun);
    expect(lax).to.match(/^heyi-oidc-begun=[^;]+; Max-Age=600; Path=\/api\/v1\/sessions\/oidc;/);
    expect(lax).to.match(/HttpOnly; Secure; SameSite=Lax$/);
    const strict = cookiesOf(met).find((line) => line.startsWith('heyi-oidc-known='));
    expect(strict).to.match(/Max-Age=300; .*HttpOnly; Secure; SameSite=Strict$/);
    expect(cookiesOf(met).join()).to.not.include(SUBJECT);
  });

  it('sends the browser to the page that is set, and no other', async () => {
    const { issuer } = provider;
    const given = { ...OIDC_CLIENT, issuer, returnUrl: 'https://heyi.example/app' };
    const other = await startTestApp({ oidc: oidcSettings(given, PUBLIC_URL) ?? undefined });
    try {
      const own = await buildTestCity(other);
      await as(other, own.admin)
        .patch(`/accounts/${own.clerk.accountId}`, { oidcIdentity: { issuer, subject: SUBJECT } }, 1)
        .expect(200);
      const begun = await other.http.get(`${BEGIN}?return=https://elsewhere.example`).expect(303);
      const back = await provider.logIn(String(begun.headers['location']), SUBJECT);
      const met = await other.http.get(`${CALLBACK}${back.search}`).set('Cookie', kept(begun)).expect(303);
      expect(met.headers['location']).to.equal('https://heyi.example/app');
      await other.http.post(BEGIN).set('Cookie', kept(met)).send({}).expect(201);
    } finally {
      await other.stop();
    }
  });

  it('is of nobody who has no account, and makes none, though the name or the address is that of one', async () => {
    const accounts = () => app.connection.collection('accounts').countDocuments({});
    const before = await accounts();
    for (const subject of ['stranger', 'mediator', 'mediator@union.example']) {
      const { search, cookies } = await answered(subject);
      const { body } = await callback(search, cookies).set('Accept-Language', 'en').expect(403);
      expect(body.code).to.equal('oidc_account_unknown');
      expect(body.detail).to.include(subject);
    }
    expect(await accounts()).to.equal(before);
  });

  it('is no longer of an account that the identity was taken from, nor of one that is locked', async () => {
    await link(SUBJECT).expect(200);
    const ticket = kept(await known());
    await link(null, { version: 2 }).expect(200);
    expect((await open(ticket).expect(403)).body.code).to.equal('oidc_account_unknown');
    await link(SUBJECT, { version: 3 }).expect(200);
    await as(app, city.admin)
      .post(`/accounts/${city.mediator.accountId}/lock`, { reason: '离职' })
      .expect(200);
    expect((await open(ticket).expect(403)).body.code).to.equal('account_locked');
    const { search, cookies } = await answered();
    expect((await callback(search, cookies).expect(403)).body.code).to.equal('account_locked');
  });

  it('belongs to one account, and is given by an administrator to others', async () => {
    await link(SUBJECT).expect(200);
    const again = await link(SUBJECT, { accountId: city.clerk.accountId }).expect(409);
    expect(again.body.code).to.equal('oidc_identity_taken');
    expect(again.body.errors[0].pointer).to.equal('/oidcIdentity');
    await link(SUBJECT, { accountId: city.admin.accountId }).expect(409);
    const own = { oidcIdentity: { issuer: provider.issuer, subject: 'u-1' } };
    await as(app, city.head).patch(`/accounts/${city.clerk.accountId}`, own).expect(403);
    await link(null, { version: 2 }).expect(200);
    await link(SUBJECT, { accountId: city.clerk.accountId }).expect(200);
  });

  it('asks for the second factor of the account all the same, and takes each code once', async () => {
    await link(SUBJECT).expect(200);
    const { secret } = (await as(app, city.mediator).post('/accounts/current/totp', {}).expect(201)).body;
    const codeNow = () => generateSync({ secret, epoch: Math.floor(app.clock.now().getTime() / 1000) });
    await as(app, city.mediator).post('/accounts/current/totp/confirmation', { code: codeNow() }).expect(201);
    const met = await known();
    expect(met.body.needsCode).to.equal(true);
    expect((await open(kept(met)).expect(401)).body.code).to.equal('second_factor_needed');
    expect((await open(kept(met), { code: '000000' }).expect(422)).body.code).to.equal('second_factor_wrong');
    app.clock.set('2026-09-16T10:01');
    const code = codeNow();
    await open(kept(met), { code }).expect(201);
    await open(kept(met), { code }).expect(422);
  });

  it('is not full where the organisation asks for a second factor that is not there yet', async () => {
    await as(app, city.admin)
      .patch(`/organisations/${city.centreId}`, { secondFactorRoles: ['mediator'] })
      .expect(200);
    await link(SUBJECT).expect(200);
    const { body } = await open(kept(await known())).expect(201);
    expect(body.standing).to.equal('second-factor-due');
  });

  it('is refused where the provider says no', async () => {
    const { url, cookies } = await begin();
    const back = await provider.refuse(url);
    const { body } = await callback(back.search, cookies).set('Accept-Language', 'en').expect(401);
    expect(body.code).to.equal('oidc_login_refused');
    expect(body.detail).to.include('access_denied');
  });

  describe('opens nothing', () => {
    beforeEach(() => link(SUBJECT).expect(200));

    async function refused(request: PromiseLike<{ status: number; body: { code: string } }>, code: string) {
      const before = await logins();
      const { body, status } = await request;
      expect(body.code).to.equal(code);
      expect(status).to.be.within(400, 499);
      expect(await logins()).to.equal(before);
    }

    it('with another state, or without one', async () => {
      const { search, cookies } = await answered();
      for (const state of ['another', null]) {
        const query = new URLSearchParams(search);
        if (state === null) query.delete('state');
        else query.set('state', state);
        await refused(callback(`?${query.toString()}`, cookies), 'oidc_login_refused');
      }
    });

    it('in a browser that did not begin it, or that began another one', async () => {
      const { search } = await answered();
      await refused(callback(search, []), 'oidc_login_stale');
      await refused(callback(search, ['heyi-oidc-begun=made-up']), 'oidc_login_stale');
      const other = await begin();
      await refused(callback(search, other.cookies), 'oidc_login_refused');
    });

    it('by a code that was used before', async () => {
      const { search, cookies } = await answered();
      await callback(search, cookies).expect(200);
      await refused(callback(search, cookies), 'oidc_login_refused');
    });

    it('by a code that was made up', async () => {
      const { search, cookies } = await answered();
      const query = new URLSearchParams(search);
      query.set('code', 'made-up');
      await refused(callback(`?${query.toString()}`, cookies), 'oidc_login_refused');
    });

    it('when it took too long at the provider, or with the ticket', async () => {
      const { search, cookies } = await answered();
      const second = await answered();
      const ticket = kept(await callback(second.search, second.cookies).expect(200));
      app.clock.set('2026-09-16T10:05');
      await refused(open(ticket), 'oidc_login_stale');
      app.clock.set('2026-09-16T10:10');
      await refused(callback(search, cookies), 'oidc_login_stale');
    });

    it('by the ticket of one step in the place of another', async () => {
      const { cookies } = await begin();
      const [begun = ''] = cookies;
      await refused(open([begun.replace('heyi-oidc-begun', 'heyi-oidc-known')]), 'oidc_login_stale');
      await refused(open([]), 'oidc_login_stale');
    });

    const FORGERIES: [title: string, forgery: () => Forgery][] = [
      ['is for another service', () => ({ claims: { aud: 'another-service' } })],
      ['is for several, and was asked for by another', () => ({ claims: { aud: ['heyi', 'x'], azp: 'x' } })],
      ['is of another login', () => ({ claims: { nonce: 'another' } })],
      ['is of another provider', () => ({ claims: { iss: 'https://elsewhere.example' } })],
      ['has run out', () => ({ claims: { exp: Math.floor(Date.now() / 1000) - 3600 } })],
      ['is signed with another key', () => ({ foreignKey: true })],
    ];
    for (const [title, forgery] of FORGERIES) {
      it(`by an ID token that ${title}`, async () => {
        const { search, cookies } = await answered();
        provider.forge(forgery());
        await refused(callback(search, cookies), 'oidc_login_refused');
      });
    }

    it('but does where the token is made anew with nothing wrong in it', async () => {
      const { search, cookies } = await answered();
      provider.forge({});
      await open(kept(await callback(search, cookies).expect(200))).expect(201);
    });
  });
});
