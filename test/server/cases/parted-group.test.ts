import { expect } from 'chai';
import type { Notice } from '../../../server/domain/notices.ts';
import { noticesOf } from '../../../server/domain/notices.ts';
import { workersToTell } from '../../../server/domain/workers-to-tell.ts';
import { noticeContext } from '../../../server/notices/notice-context.ts';
import { organisationOf } from '../../../server/organisations/organisation-of.ts';
import { mediatedCase } from '../../support/mediated-case.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, caseRequest, done, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

const ON = '2026-09-16';
const SIGNED = { workerSignedOn: ON, respondentSignedOn: ON, mediatorSignedOn: ON, sealedOn: ON };
const NOTICE = { on: ON, reference: '济劳人仲案〔2026〕7号' };
const HANDED = {
  handedOn: ON,
  commission: '济南市劳动人事争议仲裁委员会',
  consentOn: ON,
  documents: ['申请书'],
};

interface Parted extends ShownCase {
  workers: { id: string; name: string; outcome: { kind: string } | null }[];
  handoff: { workerIds: string[] };
  earlierHandoffs: { workerIds: string[] }[];
}

describe('a group that parted', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const step = async (subject: ShownCase, name: Parameters<ReturnType<typeof act>>[0], body: object) =>
    (await done(act(app, city.head, subject)(name, body))) as Parted;
  const stateOf = ({ deadlines }: ShownCase, rule: string) =>
    deadlines.findLast((deadline) => deadline.rule === rule)?.state;
  const idsOf = ({ workers }: Parted, ...names: string[]) =>
    workers.filter(({ name }) => names.includes(name)).map(({ id }) => id);

  /** 甲 and 乙 settle, 丙 and 丁 fail. */
  async function partedCase(): Promise<Parted> {
    const [worker] = caseRequest().workers;
    const workers = ['甲', '乙', '丙', '丁'].map((name) => ({ ...worker, name }));
    const mediated = (await mediatedCase(app, city, { workers })) as Parted;
    const agreed = await step(mediated, 'agree', {
      ...SIGNED,
      terms: '一次性支付。',
      workerIds: idsOf(mediated, '甲', '乙'),
      instalments: [{ dueOn: '2026-10-15', amountFen: 2_500_000 }],
    });
    return step(agreed, 'fail', { failedOn: ON, reason: 'no-agreement', adviceGivenOn: ON });
  }

  async function paid(subject: Parted): Promise<Parted> {
    const instalmentId = subject.agreements[0]?.instalments[0]?.id;
    return step(subject, 'record-payment', { instalmentId, paidOn: ON, workerConfirmedOn: ON });
  }

  /** Who is told of a rule's day, by the names of workers. */
  async function toldOf(id: string, rule: string): Promise<string[]> {
    const { cases, organisations, calendar } = app.services;
    const subject = await cases.find(id, {});
    if (subject === null) throw new Error('no such case');
    const context = noticeContext(subject, await organisationOf(subject, organisations), calendar);
    const told = (notice: Notice) =>
      notice.kind === 'deadline-reminder' && notice.rule === rule && notice.to.role === 'worker'
        ? workersToTell(subject, notice.to).map(({ name }) => name ?? '')
        : [];
    return [...new Set(noticesOf(subject, context).flatMap(told))];
  }

  it('keeps the limitation of those who did not go when one of them goes to arbitration', async () => {
    const parted = await partedCase();
    const gone = await step(parted, 'hand-to-arbitration', { ...HANDED, workerIds: idsOf(parted, '丁') });
    expect(gone.state).to.equal('agreed');
    expect(stateOf(gone, 'A1')).to.equal('running');
    expect(stateOf(gone, 'A3')).to.equal('running');
    expect(await toldOf(gone.id, 'A3')).to.deep.equal(['丁']);
    expect(await toldOf(gone.id, 'A1')).to.deep.equal(['甲', '乙', '丙']);
  });

  it('tells those who were not helped of their limits once the others are paid, and after the file is closed', async () => {
    const parted = await partedCase();
    const gone = await step(parted, 'hand-to-arbitration', { ...HANDED, workerIds: idsOf(parted, '丁') });
    const performed = await paid(gone);
    expect(performed.state).to.equal('performed');
    expect(await toldOf(performed.id, 'A1')).to.deep.equal(['丙']);
    expect(await toldOf(performed.id, 'A3')).to.deep.equal(['丁']);
    const archived = await step(performed, 'archive', { archivedOn: ON });
    expect(await toldOf(archived.id, 'A1')).to.deep.equal(['丙']);
    const again = await step(archived, 'reopen', {
      reopenedOn: ON,
      reason: '丙再次申请',
    });
    expect(again.state).to.equal('registered');
  });

  it('takes the notices of the commission for those who went, while the case stays where the others are', async () => {
    const parted = await partedCase();
    const refused = await act(app, city.head, parted)('record-arbitration-acceptance', NOTICE);
    expect(refused.body).to.include({ status: 409, code: 'action_not_open' });
    const gone = await step(parted, 'hand-to-arbitration', { ...HANDED, workerIds: idsOf(parted, '丁') });
    const early = await act(app, city.head, gone)('record-award', { ...NOTICE, receivedOn: ON });
    expect(early.body.code).to.equal('action_not_open');
    const accepted = await step(gone, 'record-arbitration-acceptance', NOTICE);
    expect(accepted.state).to.equal('agreed');
    expect(stateOf(accepted, 'A3')).to.equal('ended');
    const awarded = await step(await paid(accepted), 'record-award', { ...NOTICE, receivedOn: ON });
    expect(awarded.state).to.equal('performed');
    expect(stateOf(awarded, 'A8')).to.equal('running');
    expect(await toldOf(awarded.id, 'A8')).to.deep.equal(['丁']);
    expect(stateOf(awarded, 'A1')).to.equal('running');
  });

  it('leaves the year of the others as it is where the commission refuses those who went', async () => {
    const parted = await partedCase();
    const before = parted.deadlines.find(({ rule }) => rule === 'A1')?.dueOn;
    const gone = await step(parted, 'hand-to-arbitration', { ...HANDED, workerIds: idsOf(parted, '丁') });
    app.clock.set('2026-10-20T10:00');
    const refused = await step(gone, 'record-arbitration-refusal', { ...NOTICE, on: '2026-10-20' });
    expect(refused.deadlines.find(({ rule }) => rule === 'A1')?.dueOn).to.equal(before);
    app.clock.set(`${ON}T10:00`);
  });

  it('keeps what was handed over first beside what is handed over then, and ends the limitation with the last', async () => {
    const performed = await paid(await partedCase());
    const first = await step(performed, 'hand-to-arbitration', {
      ...HANDED,
      workerIds: idsOf(performed, '丁'),
    });
    expect(stateOf(first, 'A1')).to.equal('running');
    const second = await step(first, 'hand-to-arbitration', HANDED);
    expect(second.handoff.workerIds).to.deep.equal(idsOf(performed, '丙'));
    expect(second.earlierHandoffs.map(({ workerIds }) => workerIds)).to.deep.equal([idsOf(performed, '丁')]);
    expect(stateOf(second, 'A1')).to.equal('ended');
  });

  it('is in mediation again with a clock that runs when the commission gives it back', async () => {
    const mediated = await mediatedCase(app, city);
    const failed = await step(mediated, 'fail', { failedOn: ON, reason: 'no-agreement', adviceGivenOn: ON });
    const gone = await step(failed, 'hand-to-arbitration', HANDED);
    expect(stateOf(gone, 'A1')).to.equal('ended');
    app.clock.set('2026-09-21T10:00');
    const back = await step(gone, 'record-arbitration-return', { ...NOTICE, on: '2026-09-21' });
    app.clock.set(`${ON}T10:00`);
    expect(back.state).to.equal('in-mediation');
    expect(stateOf(back, 'A3')).to.equal('ended');
    expect(stateOf(back, 'A1')).to.equal('running');
    expect(stateOf(back, 'M3')).to.equal('running');
    expect(back.workers[0]?.outcome).to.equal(null);
    expect(back.openActions).to.include.members(['agree', 'fail']);
  });

  it('is told of the year that runs again where the commission refuses, or the application is taken back', async () => {
    const mediated = await mediatedCase(app, city);
    const failed = await step(mediated, 'fail', { failedOn: ON, reason: 'no-agreement', adviceGivenOn: ON });
    const gone = await step(failed, 'hand-to-arbitration', HANDED);
    expect(await toldOf(gone.id, 'A1')).to.deep.equal([]);
    const refused = await step(gone, 'record-arbitration-refusal', NOTICE);
    expect(stateOf(refused, 'A1')).to.equal('running');
    expect(await toldOf(refused.id, 'A1')).to.have.length(1);
    const archived = await step(refused, 'archive', { archivedOn: ON, files: [] });
    expect(await toldOf(archived.id, 'A1')).to.have.length(1);

    const parted = await partedCase();
    const one = await step(parted, 'hand-to-arbitration', { ...HANDED, workerIds: idsOf(parted, '丁') });
    const withdrawn = await step(one, 'record-arbitration-withdrawal', NOTICE);
    expect(await toldOf(withdrawn.id, 'A1')).to.include.members(['丙', '丁']);
  });

  it('goes on with the instalments of the others where those who went settle in arbitration', async () => {
    const parted = await partedCase();
    const gone = await step(parted, 'hand-to-arbitration', { ...HANDED, workerIds: idsOf(parted, '丁') });
    const accepted = await step(gone, 'record-arbitration-acceptance', NOTICE);
    const awarded = await step(accepted, 'record-award', { ...NOTICE, receivedOn: ON });
    const settled = await step(awarded, 'record-arbitration-settlement', NOTICE);
    expect(settled.state).to.equal('agreed');
    expect(stateOf(settled, 'M8')).to.equal('running');
    expect([stateOf(settled, 'A6'), stateOf(settled, 'A8')]).to.deep.equal(['ended', 'ended']);
    expect(settled.workers.at(-1)?.outcome).to.include({ kind: 'settled' });
    expect(settled.openActions).to.not.include('record-arbitration-settlement');
  });

  it('counts the time for enforcement from the day of the last instalment', async () => {
    const mediated = await mediatedCase(app, city);
    const instalments = ['2026-10-15', '2027-01-15'].map((dueOn) => ({ dueOn, amountFen: 500_000 }));
    const agreed = await step(mediated, 'agree', { ...SIGNED, terms: '分期支付。', instalments });
    const confirmed = await step(agreed, 'record-confirmation', {
      by: 'court',
      result: 'confirmed',
      decidedOn: ON,
    });
    expect(confirmed.deadlines.find(({ rule }) => rule === 'A10')?.dueOn).to.equal('2029-01-15');
  });
});
