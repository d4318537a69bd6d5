import { Queue } from 'bullmq';
import { expect } from 'chai';
import { Redis } from 'ioredis';
import { sparePort } from '../../../config/local-services/spare-port.ts';
import { webMetrics } from '../../../server/operations/web-metrics.ts';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { METRICS_TOKEN } from '../../support/test-app.ts';
import { register } from '../../support/test-case.ts';

describe('GET /metrics', () => {
  let house: MailHouse;
  let app: MailHouse['app'];
  let city: MailHouse['city'];
  let sink: MailHouse['sink'];
  let worker: MailHouse['worker'];
  before(async () => {
    house = await openMailHouse();
    ({ app, city, sink, worker } = house);
  });
  after(() => house.close());

  async function metrics(): Promise<string> {
    const answer = await app.http.get('/metrics').set('Authorization', `Bearer ${METRICS_TOKEN}`);
    expect(answer.status).to.equal(200);
    expect(answer.get('content-type')).to.match(/^text\/plain/);
    return answer.text;
  }

  it('is for the one who has the token, though it comes from this machine', async () => {
    await app.http.get('/metrics').expect(401);
    await app.http.get('/metrics').set('Authorization', 'Bearer wrong').expect(401);
    await app.http.get('/metrics').set('Authorization', `Bearer ${city.admin.token}`).expect(401);
  });

  it('counts what is due, in doubt and failed, and tells how long the oldest waits', async () => {
    expect(await metrics())
      .to.include('heyi_notices{state="due"} 0')
      .and.include('heyi_notices_oldest_due_age_seconds 0');
    await register(app, city.clerk);
    sink.cutAfterNext = true;
    expect(await worker.sweepAndSend()).to.deep.equal(['held']);
    await register(app, city.clerk);
    await worker.sweep();
    app.clock.set('2026-09-16T10:10');
    const text = await metrics();
    expect(text).to.include('heyi_notices{state="due"} 1').and.include('heyi_notices{state="held"} 1');
    expect(text)
      .to.include('heyi_notices{state="failed"} 0')
      .and.include('heyi_notices_oldest_due_age_seconds 600');
  });

  it('times requests by the pattern of their route, after a fault too, and never by a path', async () => {
    const { case: registered } = await register(app, city.clerk);
    const bearer = `Bearer ${city.clerk.token}`;
    await app.http.get(`/api/v1/cases/${registered.id}?x=1`).set('Authorization', bearer).expect(200);
    await app.http.get(`/api/v1/cases/${city.clerk.accountId}`).set('Authorization', bearer).expect(404);
    await app.http.get(`/nowhere/${registered.id}`).expect(404);
    const text = await metrics();
    const count = 'heyi_http_request_duration_seconds_count';
    expect(text).to.include(`${count}{method="GET",route="/api/v1/cases/:id",status="200"} 1`);
    expect(text).to.include(`${count}{method="GET",route="/api/v1/cases/:id",status="404"} 1`);
    expect(text).to.include(`${count}{method="GET",route="none",status="404"} 1`);
    expect(text).to.not.include(registered.id).and.not.include(city.clerk.accountId);
  });

  it('tells the jobs by state, and which parts answer', async () => {
    await app.queue.add('notices', { deliveryId: 'x' });
    const text = await metrics();
    expect(text).to.include('heyi_jobs{state="waiting"} 1');
    expect(text).to.include('heyi_part_up{part="database"} 1').and.include('heyi_part_up{part="worker"} 0');
  });

  it('tells the rest when Redis is gone, soon', async () => {
    const redis = new Redis({ port: await sparePort(), maxRetriesPerRequest: 1 });
    redis.on('error', () => {});
    const queue = new Queue('notices', { connection: redis });
    queue.on('error', () => {});
    const { text } = webMetrics({
      ...app.services,
      readiness: async () => {
        throw new Error('not asked');
      },
      jobCounts: () => queue.getJobCounts(),
    });
    const from = Date.now();
    const told = await text();
    redis.disconnect();
    expect(Date.now() - from).to.be.below(8000);
    expect(told)
      .to.include('heyi_notices{state="held"} 1')
      .and.not.match(/^heyi_(jobs|part_up)\{/m);
  });

  it('names everything with the prefix of the service', async () => {
    const names = (await metrics()).match(/^[a-z]\w+/gm) ?? [];
    expect(names.length).to.be.above(50);
    expect(names.filter((name) => !name.startsWith('heyi_'))).to.deep.equal([]);
  });
});
