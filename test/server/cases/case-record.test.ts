import { expect } from 'chai';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, caseRequest, done, register, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

/** What these tests read of a case besides. */
interface ShownRecord extends ShownCase {
  workers: { id: string; outcome: { kind: string } | null; claims: { id: string }[] }[];
  workersConcerned: { workers: number; precision: string };
  sums: { agreed: { fen: number; precision: string } | null };
  timeline: {
    id: string;
    kind: string;
    happenedOn: string;
    workers?: number;
    about?: string;
    note: string;
  }[];
}

const ON = '2026-09-16';
const SIGNED = { workerSignedOn: ON, respondentSignedOn: ON, mediatorSignedOn: ON, sealedOn: ON };
const [WORKER] = caseRequest().workers;

describe('the record of a case', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const step = async (
    subject: ShownCase,
    action: Parameters<ReturnType<typeof act>>[0],
    body: object,
  ): Promise<ShownRecord> => {
    const by = ['start-mediation', 'refuse', 'terminate', 'accept'].includes(action)
      ? city.head
      : city.mediator;
    return (await done(act(app, by, subject)(action, body))) as ShownRecord;
  };

  async function inMediation(changes: Record<string, unknown> = {}): Promise<ShownRecord> {
    const { case: registered } = await register(app, city.clerk, changes);
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

  const group = (count: number) =>
    Array.from({ length: count }, (_, row) => ({ ...WORKER, name: `职工${row + 1}`, phone: null }));
  const ids = (subject: ShownRecord, from: number, to: number) =>
    subject.workers.slice(from, to).map(({ id }) => id);
  const dueOn = (subject: ShownCase, rule: string) =>
    subject.deadlines.filter((one) => one.rule === rule).map((one) => one.dueOn);

  it('lets a group end in several ways, and goes on while anybody is in dispute', async () => {
    let subject = await inMediation({ workers: group(6) });
    subject = await step(subject, 'withdraw', {
      withdrawnOn: ON,
      reason: '找到新工作',
      workerIds: ids(subject, 0, 2),
    });
    expect(subject.state).to.equal('in-mediation');
    subject = await step(subject, 'agree', {
      terms: '当场支付。',
      ...SIGNED,
      instalments: [],
      workerIds: ids(subject, 2, 5),
      sum: { fen: 300_000 },
    });
    expect(subject.state, 'one is still in dispute').to.equal('in-mediation');
    // The others' mediation is not over: M3 runs on, and the agreement of some has its own M5 and M6.
    expect(subject.deadlines.find(({ rule }) => rule === 'M3')?.state).to.equal('running');
    expect(dueOn(subject, 'M6')).to.have.length(1);
    subject = await step(subject, 'fail', { failedOn: ON, reason: 'no-agreement', adviceGivenOn: ON });
    expect(subject.state, 'some settled and have yet to be paid').to.equal('agreed');
    subject = await step(subject, 'hand-to-arbitration', {
      handedOn: ON,
      commission: '济南市劳动人事争议仲裁委员会',
      consentOn: ON,
      documents: ['调解申请书'],
    });
    expect(subject.state).to.equal('agreed');
    expect(subject.workers.map(({ outcome }) => outcome?.kind)).to.deep.equal([
      'withdrawn',
      'withdrawn',
      'settled',
      'settled',
      'settled',
      'handed-to-arbitration',
    ]);
    expect(
      subject.timeline.filter(({ workers }) => workers).map(({ kind, workers }) => `${kind} ${workers}`),
    ).to.deep.equal(['withdrawn 2', 'agreed 3', 'failed 1', 'handed-to-arbitration 1']);
  });

  it('takes nobody into an outcome who is not in dispute', async () => {
    let subject = await inMediation({ workers: group(2) });
    const [first] = ids(subject, 0, 1);
    subject = await step(subject, 'withdraw', { withdrawnOn: ON, reason: '自行和解', workerIds: [first] });
    const again = await act(
      app,
      city.mediator,
      subject,
    )('withdraw', {
      withdrawnOn: ON,
      reason: '重复',
      workerIds: [first],
    });
    expect(again.status).to.equal(422);
    expect(again.body.errors[0].pointer).to.equal('/workerIds/0');
    expect(again.body.code).to.equal('worker_not_concerned');
  });

  it('counts the clock from the right day once a wrong one is corrected, and rewrites nothing', async () => {
    const subject = await inMediation();
    const accepted = subject.timeline.find(({ kind }) => kind === 'accepted');
    expect(dueOn(subject, 'M3')).to.deep.equal(['2026-10-08']);
    app.clock.set('2026-09-20T10:00');
    const corrected = await step(subject, 'correct-fact', {
      factId: accepted?.id,
      happenedOn: '2026-09-18',
      note: '受理通知书上的日期是9月18日',
    });
    // 15 days from 09-18 end on 10-03, in the holidays, and roll to 10-08 as before; one more day shows the move.
    expect(corrected.deadlines.find(({ rule }) => rule === 'M3')?.zh).to.include('9月18日');
    expect(corrected.timeline.find(({ kind }) => kind === 'accepted')?.happenedOn).to.equal(ON);
    const line = corrected.timeline.find(({ kind }) => kind === 'corrected');
    expect(line).to.include({ about: accepted?.id, happenedOn: '2026-09-18' });
    app.clock.set('2026-09-16T10:00');
  });

  it('needs whole days for its own steps, but not in a case that was taken over', async () => {
    const { case: own } = await register(app, city.clerk);
    for (const acceptedOn of [null, '2026-09']) {
      const answer = await act(
        app,
        city.head,
        own,
      )('accept', {
        acceptedOn,
        applicantConsentOn: ON,
        respondentConsentOn: ON,
      });
      expect(answer.status).to.equal(422);
      expect(answer.body.code).to.equal('day_missing');
      expect(answer.body.errors[0].pointer).to.equal('/acceptedOn');
    }
    const { case: takenOver } = await register(app, city.clerk, {
      receivedOn: null,
      origin: { reference: '2019-7', publisher: '纸质台账' },
    });
    const accepted = await done(
      act(
        app,
        city.head,
        takenOver,
      )('accept', {
        acceptedOn: '2019-03',
        applicantConsentOn: null,
        respondentConsentOn: null,
      }),
    );
    expect(accepted.timeline.map(({ happenedOn }) => happenedOn)).to.deep.equal([null, '2019-03']);
  });

  it('begins without an applicant where an early warning brings it, and then counts nothing', async () => {
    const { case: warned } = await register(app, city.clerk, {
      channel: 'early-warning',
      workers: [],
      receivedOn: null,
      consentToProcessOn: null,
      rightKnownOn: null,
      headcount: { workers: 50, precision: 'floor' },
    });
    expect((warned as ShownRecord).workersConcerned).to.deep.equal({ workers: 50, precision: 'floor' });
    expect(warned.deadlines).to.deep.equal([]);
  });

  it('waits for a duty that is not money before a case is performed', async () => {
    let subject = await inMediation();
    subject = await step(subject, 'agree', {
      terms: '恢复岗位，支付工资。',
      ...SIGNED,
      instalments: [{ dueOn: '2026-10-20', amountFen: 500_000 }],
      duties: [{ duty: '恢复原工作岗位', checkOn: '2026-10-20' }],
    });
    subject = await step(subject, 'record-payment', {
      instalmentId: subject.agreements[0]?.instalments[0]?.id,
      paidOn: ON,
      workerConfirmedOn: ON,
    });
    expect(subject.state).to.equal('agreed');
    subject = await step(subject, 'record-duty', {
      dutyId: subject.agreements[0]?.duties[0]?.id,
      doneOn: ON,
    });
    subject = await step(subject, 'record-performance', { performedOn: ON, calledBackOn: ON });
    expect(subject.state).to.equal('performed');
  });

  it('says of each open action what it must be told and what the case lacks for it', async () => {
    const { case: registered } = await register(app, city.clerk);
    const shown = await app.http
      .get(`/api/v1/cases/${registered.id}`)
      .set('Authorization', `Bearer ${city.head.token}`);
    const accept = shown.body.actions.find((one: { name: string }) => one.name === 'accept');
    expect(accept.needs).to.deep.equal(['acceptedOn', 'applicantConsentOn', 'respondentConsentOn']);
    expect(accept.lacks[0].code).to.equal('respondent-consent');
    expect(accept.lacks[0].zh).to.match(/[一-龥]/);
  });

  it('stays one case with a thousand workers, which costs less than two hundred cases of one', async () => {
    const alone = await timed(() => inMediation().then(agreeOnAll));
    const { took, result: agreed } = await timed(() =>
      inMediation({ workers: group(1000) }).then(agreeOnAll),
    );
    expect(agreed.workers).to.have.length(1000);
    expect(agreed.state).to.equal('agreed');
    expect(agreed.sums.agreed).to.deep.equal({ fen: 100_000_000, precision: 'exact' });
    expect(took / alone.took).to.be.below(200);
  });

  const agreeOnAll = (subject: ShownRecord) =>
    step(subject, 'agree', {
      terms: '分批支付。',
      ...SIGNED,
      instalments: subject.workers.map(({ id }) => ({
        dueOn: '2026-10-20',
        amountFen: 100_000,
        workerId: id,
      })),
    });

  async function timed<Result>(work: () => Promise<Result>) {
    const begun = performance.now();
    const result = await work();
    return { result, took: performance.now() - begun };
  }
});
