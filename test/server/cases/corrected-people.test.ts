import { expect } from 'chai';
import type { CaseDocument } from '../../../schemas/documents/case-document.ts';
import { actedCase, type Step } from '../../support/acted-case.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, caseRequest, register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

interface ShownRecord {
  id: string;
  version: number;
  workers: {
    id: string;
    name: string | null;
    phone: string;
    consents: { purpose: string; givenOn: string }[];
    claims: { id: string; claimedFen: number | null }[];
    representativeSince: string | null;
  }[];
  respondents: { id: string; name: string; creditCode: string | null }[];
  sums: { claimed: { fen: number } };
  timeline: { kind: string; note: string; about?: string; was?: Record<string, unknown> }[];
}

const ON = '2026-09-16';
const WRONG_PHONE = '13911110001';
const RIGHT_PHONE = '13911110002';
const CREDIT_CODE = '91310115MA1K4AAA0D';
const [PERSON] = caseRequest().workers;

describe('what is written of the people of a case', () => {
  let app: TestApp;
  let city: TestCity;
  let step: Step;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
    step = actedCase(app, city.clerk);
  });
  after(() => app.stop());

  async function registered(workers: object[] = [{ ...PERSON, phone: WRONG_PHONE }]) {
    const { case: subject } = await register(app, city.clerk, { workers });
    const shown = await app.http
      .get(`/api/v1/cases/${subject.id}`)
      .set('Authorization', `Bearer ${city.clerk.token}`);
    return shown.body as ShownRecord;
  }
  const refusal = async (subject: ShownRecord, ...[action, body]: Parameters<ReturnType<typeof act>>) => {
    const { status, body: problem } = await act(app, city.clerk, subject)(action, body);
    return [status, problem.code, problem.errors?.[0].pointer];
  };
  const found = async (q: string): Promise<string[]> => {
    const { body } = await app.http
      .get('/api/v1/cases')
      .query({ q })
      .set('Authorization', `Bearer ${city.clerk.token}`);
    return body.cases.map(({ id }: { id: string }) => id);
  };

  it('is corrected, found by what is right, and what it said before stays sealed on the timeline', async () => {
    const subject = await registered();
    const workerId = subject.workers[0]?.id;
    const right = await step<ShownRecord>(subject, 'correct-worker', {
      workerId,
      changes: { phone: RIGHT_PHONE, origin: { name: '德州市德城区', regionCode: '371402' } },
      note: '少写一位',
    });
    expect(right.workers[0]).to.include({ name: '王建国', phone: '139****0002' });
    expect(right.timeline.at(-1)).to.deep.include({
      kind: 'worker-corrected',
      about: workerId,
      was: { phone: '139****0001' },
    });
    expect(await found(RIGHT_PHONE)).to.deep.equal([subject.id]);
    expect(await found(WRONG_PHONE)).to.deep.equal([]);
    const stored = await app.connection.collection<CaseDocument>('cases').findOne({ _id: subject.id });
    for (const phone of [WRONG_PHONE, RIGHT_PHONE]) expect(JSON.stringify(stored)).to.not.include(phone);
    expect((await app.services.cases.find(subject.id, {}))?.timeline.at(-1)?.was?.phone).to.equal(
      WRONG_PHONE,
    );
  });

  it('gives a row of a group its name, with the consent to be recorded', async () => {
    const subject = await registered([PERSON ?? {}, { name: null, origin: null }]);
    const naming = { workerId: subject.workers[1]?.id, changes: { name: '李四' }, note: '名册已到' };
    expect(await refusal(subject, 'correct-worker', naming)).to.deep.equal([
      422,
      'name_without_consent',
      '/consentToProcessOn',
    ]);
    const changes = { ...naming.changes, phone: RIGHT_PHONE, contact: { by: 'text-message' } };
    const named = await step<ShownRecord>(subject, 'correct-worker', {
      ...naming,
      changes,
      consentToProcessOn: ON,
    });
    expect(named.workers[1]?.name).to.equal('李四');
    expect(named.workers[1]?.consents.map(({ purpose, givenOn }) => [purpose, givenOn])).to.deep.equal([
      ['process', ON],
      ['text-message', ON],
    ]);
    expect(await found('李四')).to.deep.equal([subject.id]);
  });

  it('is corrected of the other side too', async () => {
    const subject = await registered();
    const respondentId = subject.respondents[0]?.id;
    const right = await step<ShownRecord>(subject, 'correct-respondent', {
      respondentId,
      changes: { name: '上海某建筑工程有限公司', creditCode: CREDIT_CODE },
      note: '以营业执照为准',
    });
    expect(right.respondents[0]).to.include({ name: '上海某建筑工程有限公司', creditCode: CREDIT_CODE });
    expect(right.timeline.at(-1)?.was).to.deep.equal({
      name: '上海某建筑劳务有限公司',
      creditCode: null,
    });
    expect(await found(CREDIT_CODE)).to.deep.equal([subject.id]);
    const unnamed = { respondentId, changes: { name: null }, note: '不详' };
    expect(await refusal(right, 'correct-respondent', unnamed)).to.deep.equal([
      422,
      'respondent_unnamed',
      '/changes/name',
    ]);
  });

  it('tells more claims and other sums, as the worker does', async () => {
    const subject = await registered();
    const workerId = subject.workers[0]?.id;
    const more = await step<ShownRecord>(subject, 'add-claims', {
      workerId,
      addedOn: ON,
      claims: [{ cause: 'overtime-pay', claimedFen: 250_000 }],
    });
    expect(more.sums.claimed.fen).to.equal(1_500_000);
    const claimId = more.workers[0]?.claims[0]?.id;
    const changed = await step<ShownRecord>(more, 'correct-claim', {
      claimId,
      changes: { claimedFen: 1_000_000 },
      note: '核对工资流水',
    });
    expect(changed.sums.claimed.fen).to.equal(1_250_000);
    expect(changed.timeline.at(-1)).to.deep.include({ about: claimId, was: { claimedFen: 1_250_000 } });
    const both = { claimId, changes: { duty: '补缴社会保险' }, note: '变更' };
    expect(await refusal(changed, 'correct-claim', both)).to.deep.equal([
      422,
      'claim_sum_and_duty',
      '/changes/duty',
    ]);
    const joint = await step<ShownRecord>(changed, 'add-claims', {
      addedOn: ON,
      claims: [{ cause: 'social-insurance', duty: '补缴社会保险' }],
    });
    expect(joint.sums.claimed.fen).to.equal(1_250_000);
  });

  it('lets a representative end, and keeps since when they were one', async () => {
    const subject = await registered([PERSON ?? {}, { ...PERSON, name: '李四' }]);
    const workerIds = [subject.workers[1]?.id];
    const named = await step<ShownRecord>(subject, 'name-representatives', { workerIds, electedOn: ON });
    const ended = await step<ShownRecord>(named, 'end-representation', { workerIds, endedOn: ON });
    expect(ended.workers[1]?.representativeSince).to.equal(null);
    expect(ended.timeline.at(-1)).to.deep.include({
      about: workerIds[0],
      was: { representativeSince: ON },
    });
  });

  it('is left as it is where nothing, or a place that does not fit its code, is told', async () => {
    const subject = await registered();
    const correcting = { workerId: subject.workers[0]?.id, note: '更正' };
    const nothing = await refusal(subject, 'correct-worker', { ...correcting, changes: {} });
    expect(nothing).to.deep.equal([422, 'invalid_input', '/changes']);
    const origin = { regionCode: '371402', name: '上海市浦东新区' };
    const elsewhere = await refusal(subject, 'correct-worker', { ...correcting, changes: { origin } });
    expect(elsewhere.slice(0, 2)).to.deep.equal([422, 'place_contradicts_code']);
    expect(elsewhere[2]).to.match(/^\/changes\/origin/);
  });
});
