import { expect } from 'chai';
import type { ActionName } from '../../../server/domain/case-actions.ts';
import { actedCase } from '../../support/acted-case.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { register, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

const ON = '2026-09-16';
const SIGNED = { workerSignedOn: ON, respondentSignedOn: ON, mediatorSignedOn: ON, sealedOn: ON };

describe('a step that is due', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());
  beforeEach(() => app.clock.set(`${ON}T10:00`));

  const step = (subject: ShownCase, action: ActionName, body: object) =>
    actedCase(app, city.head)<ShownCase>(subject, action, body);

  async function inMediation() {
    const { case: registered } = await register(app, city.clerk);
    const accepted = await step(registered, 'accept', {
      acceptedOn: ON,
      applicantConsentOn: ON,
      respondentConsentOn: ON,
    });
    return step(accepted, 'start-mediation', {
      startedOn: ON,
      mediatorId: city.mediator.accountId,
      recusalCheckedOn: ON,
      rightsNoticeOn: ON,
    });
  }

  /** What is proposed at a time to somebody who logs in then. */
  async function proposedAt(time: string, { id }: ShownCase) {
    app.clock.set(time);
    const shown = await app.services.cases.find(id, {});
    if (shown === null) throw new Error('no case');
    const actor = { accountId: city.head.accountId, organisationId: city.centreId, roles: ['head' as const] };
    const { actions } = await app.services.readCases.show(actor, shown);
    return actions.flatMap(({ name, proposed }) => (proposed === null ? [] : [[name, proposed.zh]]));
  }

  it('is proposed when the time for mediation is over, and not on its last day', async () => {
    const subject = await inMediation();
    // Fifteen days from 09-16 end in the holidays and roll to 10-08.
    expect(await proposedAt('2026-10-08T10:00', subject)).to.deep.equal([]);
    const [[name, why] = []] = await proposedAt('2026-10-09T10:00', subject);
    expect(name).to.equal('fail');
    expect(why).to.include('2026年10月8日');
  });

  it('is proposed of instalments that nobody spoke of, until somebody does', async () => {
    const instalments = ['2026-10-20', '2026-11-20'].map((dueOn) => ({ dueOn, amountFen: 500_000 }));
    const agreed = await step(await inMediation(), 'agree', { terms: '分期支付。', ...SIGNED, instalments });
    expect(await proposedAt('2026-10-20T10:00', agreed)).to.deep.equal([]);
    const [[name, why] = []] = await proposedAt('2026-10-21T10:00', agreed);
    expect(name).to.equal('record-breach');
    expect(why).to.include('1笔').and.to.include('2026年10月20日');
    const instalmentId = agreed.agreements[0]?.instalments[0]?.id;
    const noted = await app.services.actOnCase(
      { accountId: city.head.accountId, organisationId: city.centreId, roles: ['head'] },
      {
        caseId: agreed.id,
        version: agreed.version,
        command: {
          name: 'record-breach',
          input: { instalmentId: instalmentId ?? null, notedOn: '2026-10-21', nextStep: null, note: null },
        },
      },
    );
    expect(noted.state).to.equal('breached');
    expect(await proposedAt('2026-10-22T10:00', agreed)).to.deep.equal([]);
  });
});
