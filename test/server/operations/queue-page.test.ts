import { expect } from 'chai';
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

  it('lets the browser go on with a cookie that only it and this page have', async () => {
    const first = await asAdmin().expect(200);
    const [cookie = ''] = first.get('set-cookie') ?? [];
    expect(cookie)
      .to.match(/HttpOnly/)
      .and.match(/SameSite=Strict/)
      .and.match(/Path=\/admin\/queues/);
    const second = await app.http.get(PAGE).set('Cookie', cookie.split(';', 1)).expect(200);
    expect(second.get('set-cookie')).to.equal(undefined);
    await app.http.get(PAGE).set('Cookie', 'heyi-queues=made-up').expect(401);
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
