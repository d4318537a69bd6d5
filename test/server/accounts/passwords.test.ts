import { expect } from 'chai';
import { checkPassword } from '../../../server/accounts/password-rules.ts';
import { as } from '../../support/as-person.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { buildTestCity, FIRST_PASSWORD, logIn, PASSWORD, type TestCity } from '../../support/test-city.ts';

const GUESSED_FIRST = [
  '123456789012',
  'passwordpassword',
  'qwertyuiop[]',
  'aaaaaaaaaaaaaaaa',
  'Password1234!',
  'woaini1314520',
  'zhang.san2026',
];
const GOOD = ['correct horse battery staple', '济南的泉水清澈见底又甘甜', 'Kx9_aQz-71bR'];

describe('a password', () => {
  for (const password of GUESSED_FIRST) {
    it(`may not be among the first guesses: ${password}`, () => {
      expect(() => checkPassword(password, ['zhang.san', '张三'])).to.throw(/first that would be guessed/);
    });
  }

  for (const password of GOOD) {
    it(`needs no rules of composition: ${password}`, () => {
      expect(() => checkPassword(password, ['zhang.san', '张三'])).not.to.throw();
    });
  }
});

describe('passwords of accounts', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const newcomer = (username: string, password = FIRST_PASSWORD) =>
    as(app, city.admin).post('/accounts', {
      username,
      password,
      displayName: '新来的',
      organisationId: city.centreId,
      roles: ['clerk'],
    });

  it('that somebody else chose open nothing but their own change', async () => {
    await newcomer('newcomer').expect(201);
    const person = as(app, await logIn(app, 'newcomer', FIRST_PASSWORD));
    for (const path of ['/cases', '/organisations', '/sessions', '/calendar/years', '/warnings']) {
      const answer = await person.get(path);
      expect([answer.status, answer.body.code], path).to.deep.equal([403, 'password_change_due']);
    }
    await person.post('/accounts/current/totp').expect(403);
    expect((await person.get('/accounts/current')).body.standing).to.equal('password-change-due');
    await person
      .post('/accounts/current/password', { oldPassword: FIRST_PASSWORD, newPassword: PASSWORD })
      .expect(204);
    await person.get('/cases').expect(200);
    expect((await person.get('/accounts/current')).body.standing).to.equal('full');
  });

  it('are changed by their owners alone, who know the old one; their other logins end', async () => {
    await city.addPerson('changer', city.centreId, ['clerk']);
    const [first, second] = [await logIn(app, 'changer'), await logIn(app, 'changer')];
    const change = (oldPassword: string, newPassword: string) =>
      as(app, second).post('/accounts/current/password', { oldPassword, newPassword });
    const next = 'the second password of the changer';
    const refusals = [
      [await change('not the old password', next), 'password_wrong', '/oldPassword'],
      [await change(PASSWORD, PASSWORD), 'password_unchanged', '/newPassword'],
      [await change(PASSWORD, 'changerchanger'), 'password_weak', '/newPassword'],
      [await change(PASSWORD, 'short'), 'invalid_input', '/newPassword'],
    ] as const;
    for (const [{ status, body }, code, pointer] of refusals) {
      expect([status, body.code, body.errors[0].pointer]).to.deep.equal([422, code, pointer]);
    }
    await change(PASSWORD, next).expect(204);
    await as(app, first).get('/cases').expect(401);
    await as(app, second).get('/cases').expect(200);
    await app.http.post('/api/v1/sessions').send({ username: 'changer', password: PASSWORD }).expect(401);
    await logIn(app, 'changer', next);
  });

  it('are looked at when an account is made, and when an administrator gives a new one out', async () => {
    expect((await newcomer('weakling', '123456789012')).body.code).to.equal('password_weak');
    const { accountId, token } = await city.addPerson('forgetful', city.centreId, ['clerk']);
    const path = `/accounts/${accountId}/password`;
    const weak = await as(app, city.admin).post(path, { password: 'forgetful2026' });
    expect(weak.body.code).to.equal('password_weak');
    await as(app, city.admin).post(path, { password: FIRST_PASSWORD }).expect(200);
    await as(app, { token }).get('/cases').expect(401);
    const login = await logIn(app, 'forgetful', FIRST_PASSWORD);
    expect((await as(app, login).get('/cases')).body.code).to.equal('password_change_due');
  });
});
