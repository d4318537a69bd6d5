import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { findAddressees } from '../../../server/notices/find-addressees.ts';
import { as } from '../../support/as-person.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, done, register, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity, type TestPerson } from '../../support/test-city.ts';

const ON = '2026-09-16';

describe('rights to one case', () => {
  let app: TestApp;
  let city: TestCity;
  let secondHead: TestPerson;
  let cityAdmin: TestPerson;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
    secondHead = await city.addPerson('second-head', city.centreId, ['head']);
    cityAdmin = await city.addPerson('city-admin', city.cityId, ['administrator']);
  });
  after(() => app.stop());

  /** In mediation by the mediator of the city. */
  async function mediated(): Promise<ShownCase> {
    const { case: subject } = await register(app, city.clerk);
    const accepted = await done(
      act(
        app,
        city.head,
        subject,
      )('accept', {
        acceptedOn: ON,
        applicantConsentOn: ON,
        respondentConsentOn: ON,
      }),
    );
    const { accountId: mediatorId } = city.mediator;
    const input = { startedOn: ON, mediatorId, recusalCheckedOn: ON, rightsNoticeOn: ON };
    return done(act(app, city.head, accepted)('start-mediation', input));
  }
  const bar =
    (by: TestPerson, { id }: ShownCase) =>
    ({ accountId }: Pick<TestPerson, 'accountId'>, kind: 'recusal' | 'lock' = 'recusal') =>
      as(app, by).post(`/cases/${id}/bars`, { accountId, kind, reason: '与当事人有亲属关系' });
  const sees = async (who: TestPerson, { id }: ShownCase) =>
    (await as(app, who).get(`/cases/${id}`)).status === 200;
  const idsOf = async (who: TestPerson, path: string, list: string): Promise<string[]> =>
    (await as(app, who).get(path).expect(200)).body[list].map(
      ({ id, caseId }: { id: string; caseId?: string }) => caseId ?? id,
    );

  describe('who is kept from it', () => {
    it('is everybody who recuses themselves; the case is then nobody’s and waits for another mediator', async () => {
      const subject = await mediated();
      expect(await sees(city.otherMediator, subject)).to.equal(false);
      await bar(city.mediator, subject)(city.mediator).expect(201);
      expect(await sees(city.mediator, subject)).to.equal(false);
      const shown = (await as(app, city.head).get(`/cases/${subject.id}`)).body;
      expect(shown.mediatorId).to.equal(null);
      expect(shown.timeline.at(-1)).to.include({
        kind: 'person-barred',
        note: 'mediator',
        reason: 'recusal',
      });
      expect(JSON.stringify(shown)).not.to.contain('亲属');
      expect(await sees(city.otherMediator, subject)).to.equal(true);
    });

    it('is whom the head bars, even another head, in every list, notice and warning of it', async () => {
      const { case: subject } = await register(app, city.clerk, {
        workers: Array.from({ length: 30 }, (_, index) => ({
          name: `工人${index}`,
          origin: { regionCode: '371402', name: '德州市德城区' },
          claims: [{ cause: 'wages', claimedFen: 100_000 }],
        })),
      });
      const lists = [
        ['/cases?limit=200', 'cases'],
        ['/warnings', 'warnings'],
      ] as const;
      for (const [path, list] of lists) {
        expect(await idsOf(secondHead, path, list)).to.include(subject.id);
      }
      await bar(city.head, subject)(secondHead).expect(201);
      expect(await sees(secondHead, subject)).to.equal(false);
      for (const [path, list] of lists) {
        expect(await idsOf(secondHead, path, list), path).not.to.include(subject.id);
      }
      for (const path of ['deliveries', 'audit', 'bars']) {
        await as(app, secondHead).get(`/cases/${subject.id}/${path}`).expect(404);
      }
      const version = subject.version + 1;
      await act(app, secondHead, { ...subject, version })('accept', {
        acceptedOn: ON,
        applicantConsentOn: ON,
        respondentConsentOn: ON,
      }).expect(404);
      const stored = await app.services.cases.find(subject.id, {});
      if (stored === null) throw new Error('The case is stored.');
      const told = await findAddressees(app.services)(stored, { role: 'head' });
      const names = told.map((one) => (one.kind === 'staff' ? one.account.username : one.kind));
      expect(names).to.deep.equal(['head']);
    });

    it('may not become its mediator', async () => {
      const { case: subject } = await register(app, city.clerk);
      await bar(city.head, subject)(city.otherMediator).expect(201);
      const version = subject.version + 1;
      const accepted = await done(
        act(app, city.head, { ...subject, version })('accept', {
          acceptedOn: ON,
          applicantConsentOn: ON,
          respondentConsentOn: ON,
        }),
      );
      const { accountId: mediatorId } = city.otherMediator;
      const input = { startedOn: ON, mediatorId, recusalCheckedOn: ON, rightsNoticeOn: ON };
      const answer = await act(app, city.head, accepted)('start-mediation', input);
      expect(answer.body.code).to.equal('mediator_unsuitable');
    });

    it('is whom an administrator locks out, who reads nothing of the case by it', async () => {
      const subject = await mediated();
      for (const admin of [city.admin, cityAdmin]) {
        const answer = await bar(admin, subject)(city.clerk, 'lock').expect(201);
        expect(answer.body).to.deep.equal({ caseId: subject.id });
        expect(await sees(city.clerk, subject)).to.equal(false);
        await as(app, admin).get(`/cases/${subject.id}`).expect(404);
        const { bars } = (await as(app, admin).get(`/cases/${subject.id}/bars`).expect(200)).body;
        expect(bars).to.have.length(1);
        expect(bars[0]).to.include({ kind: 'lock', accountId: city.clerk.accountId, by: admin.accountId });
        await as(app, admin).delete(`/cases/${subject.id}/bars/${city.clerk.accountId}`).expect(200);
        expect(await sees(city.clerk, subject)).to.equal(true);
      }
    });

    it('is decided by those who may, and by nobody else', async () => {
      const subject = await mediated();
      await bar(city.mediator, subject)(city.clerk).expect(403);
      await bar(city.clerk, subject)(city.clerk, 'lock').expect(403);
      await bar(cityAdmin, subject)(city.clerk, 'recusal').expect(403);
      await bar(city.originHead, subject)(city.clerk).expect(404);
      await bar(city.supervisor, subject)(city.clerk).expect(403);
      await bar(city.head, subject)({ accountId: randomUUID() }).expect(404);
      await bar(city.mediator, subject)(city.mediator).expect(201);
      await as(app, city.mediator).delete(`/cases/${subject.id}/bars/${city.mediator.accountId}`).expect(404);
      await as(app, cityAdmin).delete(`/cases/${subject.id}/bars/${city.mediator.accountId}`).expect(403);
      await as(app, city.head).delete(`/cases/${subject.id}/bars/${city.mediator.accountId}`).expect(200);
      await as(app, city.head).delete(`/cases/${subject.id}/bars/${city.mediator.accountId}`).expect(404);
      expect(await sees(city.mediator, subject)).to.equal(true);
    });

    it('is kept from it though others write to the case at the same time', async () => {
      const subject = await mediated();
      const people = [city.clerk, city.mediator, city.otherMediator, secondHead];
      await Promise.all(people.map((who) => bar(city.head, subject)(who).expect(201)));
      for (const who of people) expect(await sees(who, subject)).to.equal(false);
      const { bars } = (await as(app, city.head).get(`/cases/${subject.id}/bars`)).body;
      expect(bars).to.have.length(people.length);
    });
  });

  describe('opening it in an emergency', () => {
    const open = (who: TestPerson, { id }: ShownCase, key = randomUUID()) =>
      as(app, who)
        .post(`/cases/${id}/break-glass`, { reason: '工人扬言跳楼，承办人联系不上' })
        .set('Idempotency-Key', key);
    const minutesLater = (minutes: number) =>
      app.clock.set(new Date(app.clock.now().getTime() + minutes * 60_000).toISOString());

    it('lasts an hour, and the supervisor and the head are told by whom and why', async () => {
      const subject = await mediated();
      const answer = await open(city.otherMediator, subject).expect(201);
      expect(new Date(answer.body.expiresAt).getTime() - app.clock.now().getTime()).to.equal(3_600_000);
      const shown = (await as(app, city.otherMediator).get(`/cases/${subject.id}`).expect(200)).body;
      expect(await idsOf(city.otherMediator, '/cases?limit=200', 'cases')).to.include(subject.id);
      await done(
        act(
          app,
          city.otherMediator,
          shown,
        )('record-risk', {
          kind: 'self-harm-threatened',
          knownOn: ON,
          note: '已报警',
        }),
      );
      for (const who of [city.supervisor, city.head]) {
        const [grant] = (await as(app, who).get('/break-glass').expect(200)).body.grants;
        expect(grant).to.include({ caseId: subject.id, caseNumber: subject.number, name: 'other-mediator' });
        expect(grant.reason).to.contain('承办人联系不上');
      }
      for (const who of [city.mediator, city.admin]) await as(app, who).get('/break-glass').expect(403);
      expect((await as(app, city.originHead).get('/break-glass')).body.grants).to.deep.equal([]);
      minutesLater(59);
      expect(await sees(city.otherMediator, subject)).to.equal(true);
      minutesLater(1);
      expect(await sees(city.otherMediator, subject)).to.equal(false);
    });

    it('is for the people of the organisation, and never for who is barred', async () => {
      const subject = await mediated();
      for (const who of [city.originHead, city.supervisor, city.admin, cityAdmin]) {
        await open(who, subject).expect(404);
      }
      expect((await open(city.mediator, subject)).body.code).to.equal('break_glass_needless');
      await as(app, city.otherMediator).post(`/cases/${subject.id}/break-glass`, { reason: ' ' }).expect(422);
      await open(city.otherMediator, subject).expect(201);
      await bar(city.head, subject)(city.otherMediator).expect(201);
      expect(await sees(city.otherMediator, subject)).to.equal(false);
      await open(city.otherMediator, subject).expect(404);
    });

    it('is one opening though it is asked for twice, and stands in the audit', async () => {
      const subject = await mediated();
      const key = randomUUID();
      const first = await open(city.otherMediator, subject, key).expect(201);
      const second = await open(city.otherMediator, subject, key).expect(201);
      expect(second.body).to.deep.equal(first.body);
      const { grants } = (await as(app, city.head).get('/break-glass')).body;
      expect(grants.filter(({ caseId }: { caseId: string }) => caseId === subject.id)).to.have.length(1);
      const { records } = (await as(app, city.head).get(`/cases/${subject.id}/audit`)).body;
      expect(
        records
          .filter(({ what }: { what: string }) => what.endsWith('/break-glass'))
          .map(({ name, outcome }: { name: string; outcome: number }) => [name, outcome]),
      ).to.deep.include(['other-mediator', 201]);
    });
  });
});
