import { expect } from 'chai';
import { as } from '../../support/as-person.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { buildTestCity, type TestCity, type TestPerson } from '../../support/test-city.ts';

const ON = '2026-09-16';

describe('how long the cases of an organisation are kept', () => {
  let app: TestApp;
  let city: TestCity;
  beforeEach(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  afterEach(() => app.stop());

  const set = (by: TestPerson, rule: object, id = city.centreId) =>
    as(app, by).post(`/organisations/${id}/retention-rules`, rule);

  it('is a matter of those who may erase it: the setting and the list', async () => {
    const archivist = await city.addPerson('archivist', city.centreId, ['archivist']);
    const above = await city.addPerson('city-admin', city.cityId, ['administrator']);
    const rule = { fromOn: ON, keptYears: 5 };
    const read = (who: TestPerson) => as(app, who).get(`/organisations/${city.centreId}/retention`);
    for (const who of [city.clerk, city.mediator, city.supervisor, city.admin]) {
      expect((await set(who, rule)).body.code).to.equal('not_permitted');
      expect((await read(who)).body.code).to.equal('not_permitted');
    }
    expect((await set(archivist, rule)).body.code).to.equal('not_permitted');
    await read(archivist).expect(200);
    expect((await set(city.originHead, rule)).body.code).to.equal('organisation_not_found');
    expect((await read(city.originHead)).body.code).to.equal('organisation_not_found');
    expect((await set(city.head, rule, city.cityId)).body.code, 'not for the one above').to.equal(
      'organisation_not_found',
    );
    const { body } = await set(above, rule).expect(201);
    expect(body.retentionRules).to.deep.equal([{ ...rule, setBy: above.accountId }]);
    const again = await set(city.head, { ...rule, keptYears: 6 }).expect(201);
    expect(again.body.retentionRules).to.deep.equal([{ ...rule, keptYears: 6, setBy: city.head.accountId }]);
  });

  for (const [title, rule, pointer] of [
    ['a day that is past', { fromOn: '2026-09-15', keptYears: 5 }, '/fromOn'],
    ['no year at all', { fromOn: ON, keptYears: 0 }, '/keptYears'],
    ['half a year', { fromOn: ON, keptYears: 0.5 }, '/keptYears'],
    ['more than a century', { fromOn: ON, keptYears: 101 }, '/keptYears'],
    ['a word that it does not know', { fromOn: ON, keptYears: 'long' }, '/keptYears'],
    ['nothing', { fromOn: ON }, '/keptYears'],
  ] as const) {
    it(`is not kept for ${title}, and the answer says where`, async () => {
      const answer = await set(city.head, rule);
      expect(answer.status).to.equal(422);
      expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).to.deep.equal([pointer]);
      expect((await app.services.organisations.find(city.centreId))?.retentionRules).to.deep.equal([]);
    });
  }
});
