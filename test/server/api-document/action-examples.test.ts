import { type ActionName, CASE_ACTIONS } from '../../../server/domain/case-actions.ts';
import { exampleSender } from '../../support/send-example.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { buildTestCity } from '../../support/test-city.ts';

const MEDIATED: ActionName[] = ['accept', 'start-mediation'];
const AGREED: ActionName[] = [...MEDIATED, 'agree'];
const HANDED_ON: ActionName[] = [...MEDIATED, 'fail', 'hand-to-arbitration'];

/** The actions that bring a new case to where the action of this name is open; without a row none is needed. */
const ROADS: Partial<Record<ActionName, readonly ActionName[]>> = {
  'start-mediation': ['accept'],
  'assign-mediator': MEDIATED,
  'record-session': MEDIATED,
  'extend-mediation': MEDIATED,
  'pause-mediation': MEDIATED,
  'resume-mediation': [...MEDIATED, 'pause-mediation'],
  agree: MEDIATED,
  'apply-for-confirmation': AGREED,
  'record-confirmation': [...AGREED, 'apply-for-confirmation'],
  'record-payment': AGREED,
  'record-duty': AGREED,
  'record-performance': AGREED,
  'record-breach': AGREED,
  'tell-sums': AGREED,
  fail: MEDIATED,
  terminate: ['accept'],
  'hand-to-arbitration': [...MEDIATED, 'fail'],
  'record-arbitration-acceptance': HANDED_ON,
  'record-arbitration-refusal': HANDED_ON,
  'record-award': [...HANDED_ON, 'record-arbitration-acceptance'],
  'record-arbitration-settlement': [...HANDED_ON, 'record-arbitration-acceptance'],
  'record-arbitration-withdrawal': HANDED_ON,
  'record-arbitration-return': HANDED_ON,
  'offer-transfer': ['accept'],
  'record-transfer-acceptance': ['accept', 'offer-transfer'],
  'record-transfer-return': ['accept', 'offer-transfer'],
  archive: ['withdraw', 'write-closing'],
  reopen: ['withdraw'],
  'write-closing': ['withdraw'],
  'remove-workers': ['add-workers'],
  'name-representatives': ['add-workers'],
  'end-representation': ['add-workers', 'name-representatives'],
  'revoke-helper': ['add-helper'],
  'record-referral-answer': ['refer'],
  'acknowledge-warning': ['record-risk'],
  'lift-legal-hold': ['set-legal-hold'],
};

describe('the example in the OpenAPI document of', () => {
  let app: TestApp;
  let examples: ReturnType<typeof exampleSender>;
  before(async () => {
    app = await startTestApp({ at: '2026-12-01T10:00:00+08:00' });
    examples = exampleSender(app, await buildTestCity(app));
  });
  after(() => app.stop());

  for (const name of Object.keys(CASE_ACTIONS) as ActionName[]) {
    it(`the action ${name} works`, async () => {
      const subject = await examples.register();
      for (const step of [...(ROADS[name] ?? []), name]) await examples.act(subject, step);
    });
  }
});
