import { expect } from 'chai';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, done, register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity, type TestPerson } from '../../support/test-city.ts';

describe('rights to a case', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const read = (who: TestPerson, id: string) =>
    app.http.get(`/api/v1/cases/${id}`).set('Authorization', `Bearer ${who.token}`);

  it('are those of the head, the clerk and, while it is nobody’s, every mediator of the organisation', async () => {
    const { case: registered } = await register(app, city.clerk);
    for (const who of [city.head, city.clerk, city.mediator, city.otherMediator]) {
      await read(who, registered.id).expect(200);
    }
  });

  it('are not those of an administrator, a supervisor or another city, for whom it does not exist', async () => {
    const { case: registered } = await register(app, city.clerk);
    const missing = await read(city.clerk, '3f0e9a52-5b0c-4a52-9c2e-0a4a2f6f1d11');
    for (const who of [city.admin, city.supervisor, city.originHead]) {
      const answer = await read(who, registered.id);
      expect(answer.status).to.equal(404);
      expect(answer.body.detail).to.equal(missing.body.detail);
    }
  });

  it('are an archivist’s once the case has ended, who closes its file', async () => {
    const archivist = await city.addPerson('archivist', city.centreId, ['archivist']);
    const { case: registered } = await register(app, city.clerk);
    await read(archivist, registered.id).expect(404);
    const withdrawn = await done(
      act(app, city.clerk, registered)('withdraw', { withdrawnOn: '2026-09-16', reason: '自行和解' }),
    );
    await read(archivist, registered.id).expect(200);
    const list = await app.http.get('/api/v1/cases').set('Authorization', `Bearer ${archivist.token}`);
    expect(list.body.cases.map(({ id }: { id: string }) => id)).to.deep.equal([registered.id]);
    const archived = await done(act(app, archivist, withdrawn)('archive', { archivedOn: '2026-09-16' }));
    expect(archived.state).to.equal('archived');
  });

  it('are the assigned mediator’s alone once there is one', async () => {
    const { case: registered } = await register(app, city.clerk);
    const on = '2026-09-16';
    const accepted = await done(
      act(
        app,
        city.head,
        registered,
      )('accept', {
        acceptedOn: on,
        applicantConsentOn: on,
        respondentConsentOn: on,
      }),
    );
    const input = {
      startedOn: on,
      mediatorId: city.mediator.accountId,
      recusalCheckedOn: on,
      rightsNoticeOn: on,
    };
    await act(app, city.mediator, accepted)('start-mediation', input).expect(403);
    await act(
      app,
      city.head,
      accepted,
    )('start-mediation', { ...input, mediatorId: city.originHead.accountId }).expect(422);
    await done(act(app, city.head, accepted)('start-mediation', input));
    await read(city.mediator, registered.id).expect(200);
    await read(city.otherMediator, registered.id).expect(404);
  });

  it('need a login that is known', async () => {
    await app.http.get('/api/v1/cases').expect(401);
    const answer = await app.http.get('/api/v1/cases').set('Authorization', 'Bearer nothing');
    expect(answer.body).to.include({ status: 401, code: 'login_required' });
  });

  it('end with the login', async () => {
    const login = await app.http
      .post('/api/v1/sessions')
      .send({ username: 'clerk', password: 'a password of the tests' });
    const bearer = `Bearer ${login.body.token}`;
    await app.http.get('/api/v1/cases').set('Authorization', bearer).expect(200);
    await app.http.delete('/api/v1/sessions/current').set('Authorization', bearer).expect(204);
    await app.http.get('/api/v1/cases').set('Authorization', bearer).expect(401);
  });

  it('are those of each of several roles: a mediator who is archivist too', async () => {
    const both = await city.addPerson('both', city.centreId, ['mediator', 'archivist']);
    const start = async (mediatorId: string) => {
      const { case: registered } = await register(app, city.clerk);
      const on = '2026-09-16';
      const consent = { acceptedOn: on, applicantConsentOn: on, respondentConsentOn: on };
      const accepted = await done(act(app, city.head, registered)('accept', consent));
      const checked = { recusalCheckedOn: on, rightsNoticeOn: on };
      return done(
        act(app, city.head, accepted)('start-mediation', { startedOn: on, mediatorId, ...checked }),
      );
    };
    const own = await start(both.accountId);
    const others = await start(city.mediator.accountId);
    const ended = await start(city.mediator.accountId);
    await done(act(app, city.mediator, ended)('withdraw', { withdrawnOn: '2026-09-16', reason: '自行和解' }));
    const listed = await app.http.get('/api/v1/cases?limit=200').set('Authorization', `Bearer ${both.token}`);
    const ids = listed.body.cases.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size, 'each once').to.equal(ids.length);
    for (const [id, sees] of [
      [own.id, true],
      [ended.id, true],
      [others.id, false],
    ] as const) {
      await read(both, id).expect(sees ? 200 : 404);
      expect(ids.includes(id)).to.equal(sees);
    }
  });
});
