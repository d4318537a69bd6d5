import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { commandOf } from '../../../server/cases/case-routes.ts';
import type { MediationCase } from '../../../server/domain/case.ts';
import { ACTION_NAMES, type ActionName } from '../../../server/domain/case-actions.ts';
import { marksOf } from '../../../server/domain/case-marks.ts';
import { Fault } from '../../../server/domain/fault.ts';
import { noticesOf } from '../../../server/domain/notices.ts';
import { STAFF_ROLES } from '../../../server/domain/staff.ts';
import { noticeContext } from '../../../server/notices/notice-context.ts';
import { organisationOf } from '../../../server/organisations/organisation-of.ts';
import { ACTION_EXAMPLES } from '../../support/action-examples.ts';
import { livedCase } from '../../support/lived-case.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

describe('what an action answers with', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp({ at: '2026-11-20T10:00:00+08:00' });
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  /** A case of the centre in the state from which the action leads, stored as the service stores it. */
  async function stored(name: ActionName): Promise<MediationCase> {
    const { from, needs } = ACTION_EXAMPLES[name];
    const { organisations, calendar, cases } = app.services;
    const path = { organisationId: city.centreId, organisationPath: [city.centreId, city.cityId] };
    const {
      number: _,
      version: __,
      ...draft
    } = livedCase({ ...path, id: randomUUID(), state: from, ...needs });
    const unnumbered = { ...draft, number: '', version: 0 };
    const context = noticeContext(unnumbered, await organisationOf(unnumbered, organisations), calendar);
    const notices = noticesOf(unnumbered, context);
    const marks = marksOf(unnumbered, { notices, clock: context.clock }, app.clock.now());
    return cases.insert(
      { ...draft, ...marks, employerCheckAt: null, lookupCodeHash: 'none' },
      { year: 2026, pattern: '答工调〔{year}〕{sequence}号' },
    );
  }

  async function takenByAnybody(name: ActionName, subject: MediationCase): Promise<MediationCase> {
    const body = { ...ACTION_EXAMPLES[name].body };
    if ('mediatorId' in body) body['mediatorId'] = city.mediator.accountId;
    const request = { caseId: subject.id, version: subject.version, command: commandOf(name, body) };
    for (const role of STAFF_ROLES) {
      const actor = { accountId: randomUUID(), organisationId: city.centreId, roles: [role] };
      try {
        return await app.services.actOnCase(actor, { ...request, among: {} });
      } catch (error) {
        if (!(error instanceof Fault) || error.code !== 'not_permitted') throw error;
      }
    }
    throw new Error(`Nobody may ${name}.`);
  }

  for (const name of ACTION_NAMES) {
    it(`is what is stored: ${name}`, async () => {
      const subject = await stored(name);
      const answered = await takenByAnybody(name, subject);
      expect(answered.version).to.equal(subject.version + 1);
      expect(await app.services.cases.find(subject.id, {})).to.deep.equal(answered);
    });
  }
});
