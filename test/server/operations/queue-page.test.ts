import { expect } from 'chai';
import { generateSync } from 'otplib';
import type { Response } from 'supertest';
import { as } from '../../support/as-person.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { buildTestCity, PASSWORD, type TestCity } from '../../support/test-city.ts';

const PAGE = '/admin/queues';

describe('the page of the queue', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
    await app.queue.add('notices', { deliveryId: 'the-id-of-a-delivery' }, { jobId: 'job-of-the-test' });
  });
  after(() => app.stop());

  const asAdmin = (path = '') => app.http.get(`${PAGE}${path}`).auth('admin', PASSWORD);

  it('asks the browser for name and password, and tells nobody anything without', async () => {
    const answer = await app.http.get(`${PAGE}/api/queues`);
    expect(answer.status).to.equal(401);
    expect(answer.get('www-authenticate')).to.match(/^Basic /);
    await app.http.get(PAGE).auth('admin', 'a wrong password here').expect(401);
    await app.http.get(PAGE).set('Authorization', `Bearer ${city.admin.token}`).expect(401);
  });

  it('is for administrators of the instance alone', async () => {
    for (const username of ['head', 'clerk', 'mediator', 'supervisor']) {
      await app.http.get(PAGE).auth(username, PASSWORD).expect(403);
    }
  });

  it('shows the queue, its scripts and its styles to an administrator', async () => {
    const page = await asAdmin().expect(200);
    const files = [...page.text.matchAll(/(?:src|href)="(static\/[^"]+)"/g)].map(([, file]) => file);
    expect(files.length).to.be.above(2);
    for (const file of files) await asAdmin(`/${file}`).expect(200);
    const { body } = await asAdmin('/api/queues?activeQueue=notices&status=waiting').expect(200);
    expect(body.queues[0].counts.waiting).to.equal(1);
    expect(body.queues[0].readOnlyMode).to.equal(true);
  });

  const cookieOf = (answer: Response) => answer.get('set-cookie')?.[0] ?? '';
  const withCookie = (cookie: string) => app.http.get(PAGE).set('Cookie', cookie.split(';', 1));
  const minutesLater = (minutes: number) =>
    app.clock.set(new Date(app.clock.now().getTime() + minutes * 60_000).toISOString());

  it('lets the browser go on for half an hour with a cookie that only it and this page have', async () => {
    const cookie = cookieOf(await asAdmin().expect(200));
    expect(cookie)
      .to.match(/HttpOnly/)
      .and.match(/SameSite=Strict/)
      .and.match(/Path=\/admin\/queues/);
    expect(cookieOf(await withCookie(cookie).expect(200))).to.equal('');
    const [id, , signature] = cookie.split(/[=.;]/).slice(1);
    const longer = `heyi-queues=${id}.${app.clock.now().getTime() + 86_400_000}.${signature}`;
    for (const forged of ['heyi-queues=made-up', longer]) await withCookie(forged).expect(401);
    minutesLater(29);
    await withCookie(cookie).expect(200);
    minutesLater(2);
    await withCookie(cookie).expect(401);
  });

  it('opens no login, counts no right password, and leaves nothing with whom it refuses', async () => {
    const sessions = async () => (await as(app, city.admin).get('/sessions')).body.sessions.length;
    const before = await sessions();
    const left = async (username: string, password: string) => {
      const answer = await app.http.get(`${PAGE}/api/queues`).auth(username, password);
      return /;r=(\d+);/.exec(answer.get('ratelimit') ?? '')?.[1];
    };
    const first = Number(await left('admin', PASSWORD));
    for (let look = 0; look < 5; look += 1) expect(await left('admin', PASSWORD)).to.equal(String(first));
    expect(await left('admin', 'typed wrong')).to.equal(String(first - 1));
    expect(await sessions()).to.equal(before);
    const refused = await app.http.get(PAGE).auth('head', PASSWORD).expect(403);
    expect(cookieOf(refused)).to.equal('');
    expect(
      await app.connection.collection('logins').countDocuments({ accountId: city.head.accountId }),
    ).to.equal(1);
  });

  it('takes the code of a second factor after the name, and asks for the next when it was used', async () => {
    const person = await city.addPerson('careful', null, ['administrator']);
    const { secret } = (await as(app, person).post('/accounts/current/totp').expect(201)).body;
    const codeNow = () => generateSync({ secret, epoch: Math.floor(app.clock.now().getTime() / 1000) });
    await as(app, person).post('/accounts/current/totp/confirmation', { code: codeNow() }).expect(201);
    minutesLater(1);
    const look = (name: string) => app.http.get(PAGE).auth(name, PASSWORD);
    const first = await look(`careful/${codeNow()}`).expect(200);
    await withCookie(cookieOf(first)).expect(200);
    for (const name of ['careful', `careful/${codeNow()}`]) {
      expect((await look(name).expect(401)).get('www-authenticate')).to.match(/^Basic /);
    }
  });

  it('is closed at once to an account that is moved, locked or given another password', async () => {
    const { accountId } = await city.addPerson('leaver', null, ['administrator']);
    const cookie = cookieOf(await app.http.get(PAGE).auth('leaver', PASSWORD).expect(200));
    const account = `/accounts/${accountId}`;
    const admin = as(app, city.admin);
    await admin.patch(account, { organisationId: city.centreId }, 1).expect(200);
    await withCookie(cookie).expect(403);
    await admin.patch(account, { organisationId: null }, 2).expect(200);
    await withCookie(cookie).expect(200);
    await admin.post(`${account}/lock`, { reason: 'has left' }).expect(200);
    await withCookie(cookie).expect(401);
    await admin.delete(`${account}/lock`).expect(200);
    await withCookie(cookie).expect(200);
    await admin.post(`${account}/password`, { password: `${PASSWORD}, another` }).expect(200);
    await withCookie(cookie).expect(401);
  });

  it('changes nothing: every other method finds nothing here', async () => {
    for (const path of [
      '/api/queues/notices/clean/waiting',
      '/api/queues/notices/job-of-the-test/promote',
      '/api/queues/notices/empty',
    ]) {
      for (const method of ['put', 'post', 'delete', 'patch'] as const) {
        const answer = await app.http[method](`${PAGE}${path}`).auth('admin', PASSWORD).send({});
        expect(answer.status, `${method} ${path}`).to.equal(404);
      }
    }
    expect(await app.queue.getWaitingCount()).to.equal(1);
  });

  it('has rules of its own for what the browser may load, all of it from here', async () => {
    const page = await asAdmin();
    const policy = page.get('content-security-policy') ?? '';
    expect(policy)
      .to.include("default-src 'self'")
      .and.not.match(/script-src|https:|unsafe-eval/);
    const elsewhere = await app.http.get('/healthz');
    expect(elsewhere.get('content-security-policy')).to.include("script-src 'self'");
  });
});
