import { expect } from 'chai';
import { generateSync } from 'otplib';
import { as } from '../../support/as-person.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { buildTestCity, logIn, PASSWORD, type TestCity, type TestPerson } from '../../support/test-city.ts';

const STEP_MS = 30_000;

describe('a second factor', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const wait = (steps: number) =>
    app.clock.set(new Date(app.clock.now().getTime() + steps * STEP_MS).toISOString());
  const codeOf = (secret: string) =>
    generateSync({ secret, epoch: Math.floor(app.clock.now().getTime() / 1000) });
  const open = (username: string, code?: string) =>
    app.http.post('/api/v1/sessions').send({ username, password: PASSWORD, ...(code ? { code } : {}) });

  async function enrolled(person: TestPerson): Promise<{ secret: string; recoveryCodes: string[] }> {
    const { body } = await as(app, person).post('/accounts/current/totp').expect(201);
    const answer = await as(app, person)
      .post('/accounts/current/totp/confirmation', { code: codeOf(body.secret) })
      .expect(201);
    wait(2);
    return { secret: body.secret, recoveryCodes: answer.body.recoveryCodes };
  }

  it('is enrolled by an address for the authenticator and holds once a code of it was shown', async () => {
    const person = await city.addPerson('enroller', city.centreId, ['clerk']);
    const { body } = await as(app, person).post('/accounts/current/totp').expect(201);
    expect(body.uri)
      .to.match(/^otpauth:\/\/totp\/Heyi:enroller\?/)
      .and.contain(`secret=${body.secret}`);
    const wrong = await as(app, person).post('/accounts/current/totp/confirmation', { code: '000000' });
    expect([wrong.status, wrong.body.code]).to.deep.equal([422, 'second_factor_wrong']);
    await open('enroller').expect(201);
    await as(app, person)
      .post('/accounts/current/totp/confirmation', { code: codeOf(body.secret) })
      .expect(201);
    expect((await open('enroller')).body.code).to.equal('second_factor_needed');
    await as(app, person).post('/accounts/current/totp').expect(409);
  });

  it('is asked for at each login, and takes a code once, also of two logins at the same time', async () => {
    const { secret } = await enrolled(await city.addPerson('asked', city.centreId, ['clerk']));
    const code = codeOf(secret);
    const answers = await Promise.all(Array.from({ length: 5 }, () => open('asked', code)));
    expect(answers.map(({ status }) => status)).to.have.members([201, 422, 422, 422, 422]);
    await open('asked', code).expect(422);
    wait(1);
    await open('asked', codeOf(secret)).expect(201);
    expect(
      (await app.http.post('/api/v1/sessions').send({ username: 'asked', password: 'wrong' })).body.code,
    ).to.equal('login_failed');
  });

  it('can be stood in for by each of ten recovery codes, once', async () => {
    const { recoveryCodes } = await enrolled(await city.addPerson('recoverer', city.centreId, ['clerk']));
    expect(new Set(recoveryCodes).size).to.equal(10);
    for (const code of recoveryCodes) {
      await open('recoverer', code.toUpperCase()).expect(201);
      await open('recoverer', code).expect(422);
    }
  });

  it('lies in the database neither in clear nor with its recovery codes', async () => {
    const person = await city.addPerson('sealed', city.centreId, ['clerk']);
    const { secret, recoveryCodes } = await enrolled(person);
    const stored = JSON.stringify(await app.connection.collection('accounts').find().toArray());
    for (const told of [secret, ...recoveryCodes]) {
      expect(stored).not.to.contain(told);
      expect(stored).not.to.contain(told.replaceAll('-', ''));
    }
  });

  it('that an organisation asks of a role comes before all other work of that role', async () => {
    const person = await city.addPerson('guard', city.originId, ['head']);
    await as(app, city.admin)
      .patch(`/organisations/${city.originId}`, { secondFactorRoles: ['head'] })
      .expect(200);
    await as(app, person).get('/cases').expect(200);
    const login = await logIn(app, 'guard');
    expect((await as(app, login).get('/cases')).body.code).to.equal('second_factor_due');
    expect((await as(app, login).get('/accounts/current')).body.standing).to.equal('second-factor-due');
    const { secret } = await enrolled(login);
    await as(app, login).get('/cases').expect(200);
    await as(app, { token: (await open('guard', codeOf(secret))).body.token })
      .get('/cases')
      .expect(200);
    const clerk = await city.addPerson('no-guard', city.originId, ['clerk']);
    await as(app, clerk).get('/cases').expect(200);
  });

  it('goes by its owner with password and code, or by an administrator when the telephone is lost', async () => {
    const person = await city.addPerson('loser', city.centreId, ['clerk']);
    const { secret } = await enrolled(person);
    const give = (password: string, code: string) =>
      as(app, person).post('/accounts/current/totp/removal', { password, code });
    await give('wrong password', codeOf(secret)).expect(422);
    await give(PASSWORD, '123').expect(422);
    await give(PASSWORD, codeOf(secret)).expect(204);
    await open('loser').expect(201);
    await enrolled(person);
    await as(app, city.head).delete(`/accounts/${person.accountId}/totp`).expect(403);
    await as(app, city.admin).delete(`/accounts/${person.accountId}/totp`).expect(204);
    await as(app, person).get('/cases').expect(401);
    await open('loser').expect(201);
  });
});
