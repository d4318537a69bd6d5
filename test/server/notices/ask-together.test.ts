import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { askTogether } from '../../../server/notices/ask-together.ts';
import { findAddressees } from '../../../server/notices/find-addressees.ts';
import { countCommands } from '../../support/count-commands.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';
import { warnedCase } from '../../support/warned-case.ts';

const COUNTIES = ['110101', '130102', '140105', '210102', '220102', '230102', '310101', '320102'];

describe('the people whom the notices of many cases are for', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
    for (const regionCode of COUNTIES) await unionWithHeads(regionCode, 3);
  });
  after(() => app.stop());

  /** The first head is made by the service, the others are copies: a password takes its time. */
  async function unionWithHeads(regionCode: string, heads: number): Promise<void> {
    const unionId = await city.addOrganisation({
      regionCode,
      caseNumberPattern: `${regionCode}〔{year}〕{sequence}号`,
    });
    const { accounts } = app.services;
    const model = await accounts.findById(city.head.accountId);
    if (model === null) throw new Error('The head of the city is not there.');
    for (let head = 0; head < heads; head += 1) {
      const username = `${regionCode}-${head}`;
      await accounts.insert({ ...model, id: randomUUID(), username, organisationId: unionId });
    }
  }

  function findFor(regionCodes: readonly string[], cases: number) {
    const find = findAddressees(askTogether(app.services));
    const subject = warnedCase({
      organisationId: city.centreId,
      organisationPath: [city.centreId, city.cityId],
    });
    const audience = {
      role: 'warning-circle' as const,
      regionCodes: [...regionCodes],
      organisationIds: [city.originId],
    };
    return countCommands(app.connection, () =>
      Promise.all(Array.from({ length: cases }, () => find(subject, audience))),
    );
  }

  it('are found with as many queries for eight regions and 50 cases as for one of each', async () => {
    const few = await findFor(COUNTIES.slice(0, 1), 1);
    const many = await findFor(COUNTIES, 50);
    expect(few.result[0]).to.have.length(3 + 3);
    // Of eight regions three heads each, the head and supervisor of the case, and the head of another organisation.
    for (const found of many.result) expect(found).to.have.length(8 * 3 + 3);
    expect(many.commands).to.deep.equal(few.commands);
  });
});
