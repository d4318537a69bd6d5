import { expect } from 'chai';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

const KINDS = [
  'capacity-assessed',
  'assets-preserved',
  'crime-referred',
  'enforcement-ended',
  'withdrawn-elsewhere',
];

describe('what others did in a case', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  it('is a fact of its own from the assessment of an injury to the end of enforcement', async () => {
    const respondents = ['insurer', 'intermediary', 'school'].map((kind) => ({ kind, description: kind }));
    let { case: subject } = await register(app, city.clerk, { respondents });
    for (const kind of KINDS) {
      const { body } = await act(
        app,
        city.clerk,
        subject,
      )('record-fact', { kind, happenedOn: '2026-08' }).expect(200);
      subject = body;
    }
    expect(subject.timeline.slice(-KINDS.length).map(({ kind }) => kind)).to.deep.equal(KINDS);
  });
});
