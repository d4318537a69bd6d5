import { expect } from 'chai';
import { mediatedCase } from '../../support/mediated-case.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, done, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

const SIGNED_ON = '2026-09-16';
const FAILED_ON = '2026-09-20';

describe('one more mediation after an agreement', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp({ at: '2026-09-25T10:00:00+08:00' });
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const step = (subject: ShownCase, name: Parameters<ReturnType<typeof act>>[0], body: object) =>
    act(app, city.head, subject)(name, body);

  it('that brings nothing is on the timeline, and the agreement binds as before', async () => {
    const subject = await mediatedCase(app, city);
    const agreed = await done(
      step(subject, 'agree', {
        terms: '工资已付，保险另议。',
        workerSignedOn: SIGNED_ON,
        respondentSignedOn: SIGNED_ON,
        mediatorSignedOn: SIGNED_ON,
        sealedOn: SIGNED_ON,
        instalments: [],
      }),
    );
    const body = { failedOn: FAILED_ON, reason: 'no-agreement', adviceGivenOn: FAILED_ON };
    const failed = await done(step(agreed, 'fail', body));
    expect(failed.state).to.equal('agreed');
    expect(failed.timeline.at(-1)).to.include({ kind: 'failed', happenedOn: FAILED_ON });
    const due = ({ deadlines }: ShownCase) => deadlines.map(({ rule, dueOn }) => `${rule} ${dueOn}`);
    expect(due(failed)).to.deep.equal(due(agreed));
  });
});
