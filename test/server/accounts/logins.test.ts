import { expect } from 'chai';
import { as } from '../../support/as-person.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { buildTestCity, logIn, PASSWORD, type TestCity, type TestPerson } from '../../support/test-city.ts';

describe('logins of staff', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp({
      // The database itself takes away what ran out by its own clock.
      at: new Date().toISOString(),
      loginHours: 12,
      loginIdleMinutes: 60,
    });
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const minutesLater = (minutes: number) =>
    app.clock.set(new Date(app.clock.now().getTime() + minutes * 60_000).toISOString());

  let leaver: TestPerson;
  before(async () => {
    leaver = await city.addPerson('leaver', city.centreId, ['clerk']);
    await city.addPerson('worker-by-day', city.centreId, ['clerk']);
    await city.addPerson('busy', city.centreId, ['clerk']);
    await city.addPerson('owner', city.centreId, ['clerk']);
  });

  it('are four at most: the oldest ends', async () => {
    const logins = [];
    for (let count = 0; count < 5; count += 1) {
      minutesLater(1);
      logins.push(await logIn(app, 'busy'));
    }
    const [oldest, ...others] = logins;
    await as(app, oldest ?? city.admin)
      .get('/cases')
      .expect(401);
    for (const login of others) await as(app, login).get('/cases').expect(200);
    await Promise.all(Array.from({ length: 8 }, () => logIn(app, 'busy')));
    const newest = await logIn(app, 'busy');
    expect((await as(app, newest).get('/sessions')).body.sessions).to.have.length(4);
  });

  it('count against the limit of their name only where they fail', async () => {
    const attempts = async (password: string) => {
      const { headers } = await app.http.post('/api/v1/sessions').send({ username: 'busy', password });
      return Number(/;r=(\d+);/.exec(headers['ratelimit'] ?? '')?.[1]);
    };
    const left = await attempts(PASSWORD);
    expect([await attempts(PASSWORD), await attempts(PASSWORD)]).to.deep.equal([left, left]);
    expect([await attempts('typed wrong'), await attempts('again wrong')]).to.deep.equal([
      left - 1,
      left - 2,
    ]);
    expect(await attempts(PASSWORD), 'a right one gives back its own alone').to.equal(left - 2);
  });

  it('are listed, and ended one by one or all at once, by their owner alone', async () => {
    const [first, second] = [await logIn(app, 'owner'), await logIn(app, 'owner')];
    const listed = (await as(app, first).get('/sessions')).body.sessions;
    expect(listed.filter(({ current }: { current: boolean }) => current)).to.have.length(1);
    expect(JSON.stringify(listed)).not.to.contain('token');
    const other = (await as(app, second).get('/sessions')).body.sessions.find(
      ({ current }: { current: boolean }) => current,
    );
    await as(app, leaver).delete(`/sessions/${other.id}`).expect(404);
    await as(app, first).delete(`/sessions/${other.id}`).expect(204);
    await as(app, second).get('/cases').expect(401);
    await as(app, first).delete('/sessions').expect(204);
    await as(app, first).get('/cases').expect(401);
  });

  it('end after an hour without use, and after twelve hours in any case', async () => {
    const [idle, used] = [await logIn(app, 'worker-by-day'), await logIn(app, 'worker-by-day')];
    for (let minute = 50; minute <= 700; minute += 50) {
      minutesLater(50);
      await as(app, used).get('/cases').expect(200);
    }
    await as(app, idle).get('/cases').expect(401);
    minutesLater(21);
    await as(app, used).get('/cases').expect(401);
  });

  it('end at once when an administrator locks the account, which then opens to nobody', async () => {
    const admin = await logIn(app, 'admin');
    const login = await logIn(app, 'leaver');
    const path = `/accounts/${leaver.accountId}/lock`;
    await as(app, login).post(path, { reason: '自己' }).expect(403);
    const locked = await as(app, admin).post(path, { reason: '已调离' }).expect(200);
    expect(locked.body.lock).to.include({ reason: '已调离', by: city.admin.accountId });
    await as(app, login).get('/cases').expect(401);
    const open = (password: string) =>
      app.http.post('/api/v1/sessions').send({ username: 'leaver', password });
    expect((await open(PASSWORD)).body.code).to.equal('account_locked');
    expect((await open('a wrong password')).body.code).to.equal('login_failed');
    await as(app, admin).delete(path).expect(200);
    await as(app, login).get('/cases').expect(401);
    await open(PASSWORD).expect(201);
    const own = await as(app, admin).post(`/accounts/${city.admin.accountId}/lock`, { reason: '试试' });
    expect(own.body.code).to.equal('own_account');
  });
});
