import { expect } from 'chai';
import { actedCase, type Step } from '../../support/acted-case.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

interface Helper {
  id: string;
  phone: string;
  revokedOn: string | null;
}
interface ShownRecord {
  version: number;
  workers: { helpers: Helper[] }[];
}

const ON = '2026-09-16';

describe('somebody who helps a worker', () => {
  let app: TestApp;
  let city: TestCity;
  let step: Step;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
    step = actedCase(app, city.clerk);
  });
  after(() => app.stop());

  it('comes later, and their telephone is shown whole on request for as long as they may help', async () => {
    const { case: subject } = await register(app, city.clerk);
    const [worker] = (await app.services.cases.find(subject.id, {}))?.workers ?? [];
    const workerId = worker?.id;
    const helper = {
      kind: 'relative',
      name: '王建军',
      phone: '13922220001',
      maySeeCase: true,
      grantedOn: ON,
    };
    const helped = await step<ShownRecord>(subject, 'add-helper', { workerId, helper });
    const [shown] = helped.workers[0]?.helpers ?? [];
    expect(shown?.phone).to.equal('139****0001');
    const disclosed = (body: object) =>
      app.http
        .post(`/api/v1/cases/${subject.id}/disclosures`)
        .set('Authorization', `Bearer ${city.clerk.token}`)
        .send({ workerId, helperId: shown?.id, fields: ['phone'], reason: '联系代办人', ...body });
    expect((await disclosed({}).expect(200)).body).to.deep.equal({
      caseId: subject.id,
      workerId,
      helperId: shown?.id,
      phone: '13922220001',
    });
    const line = (await app.services.cases.find(subject.id, {}))?.timeline.at(-1);
    expect(line).to.include({ kind: 'numbers-disclosed', about: shown?.id });
    const numberless = await disclosed({ fields: ['idNumber'] }).expect(422);
    expect(numberless.body.errors[0].pointer).to.equal('/fields');
    const after = { id: subject.id, version: helped.version + 1 };
    const revoked = await step<ShownRecord>(after, 'revoke-helper', { helperId: shown?.id, revokedOn: ON });
    expect(revoked.workers[0]?.helpers[0]?.revokedOn).to.equal(ON);
    expect((await disclosed({}).expect(422)).body.code).to.equal('helper_not_found');
  });
});
