import { expect } from 'chai';
import { as } from '../../support/as-person.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { buildTestCity, type TestCity, type TestPerson } from '../../support/test-city.ts';

interface ShownOrganisation {
  id: string;
  name: string;
  phone: string;
}

describe('the list of organisations', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const list = async (by: TestPerson, query = '') =>
    (await as(app, by).get(`/organisations${query}`).expect(200)).body;
  const withSettings = async (by: TestPerson) =>
    (await list(by)).organisations
      .filter((one: object) => 'reminderSettings' in one && 'warningRules' in one)
      .map(({ id }: ShownOrganisation) => id);

  it('names every organisation to all staff, with the telephone by which it is reached', async () => {
    const { organisations, nextCursor } = await list(city.mediator);
    expect(nextCursor).to.equal(null);
    expect(organisations.map(({ id }: ShownOrganisation) => id)).to.have.members([
      city.cityId,
      city.centreId,
      city.originId,
    ]);
    for (const one of organisations)
      expect(one).to.have.all.keys('id', 'name', 'parentId', 'path', 'regionCode', 'phone');
  });

  it('shows the settings of an organisation to its head and to those who administer it', async () => {
    const above = await city.addPerson('city-admin', city.cityId, ['administrator']);
    expect(await withSettings(city.head)).to.deep.equal([city.centreId]);
    expect(await withSettings(above)).to.have.members([city.cityId, city.centreId]);
    expect(await withSettings(city.admin)).to.have.length(3);
    for (const other of [city.clerk, city.supervisor, city.mediator]) {
      expect(await withSettings(other)).to.deep.equal([]);
    }
  });

  it('comes in pages, each organisation once', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await list(city.clerk, `?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.organisations.map(({ id }: ShownOrganisation) => id));
      cursor = page.nextCursor;
    }
    expect(seen).to.have.members([city.cityId, city.centreId, city.originId]);
  });
});
