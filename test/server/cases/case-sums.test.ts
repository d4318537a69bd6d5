import { expect } from 'chai';
import { mediatedCase } from '../../support/mediated-case.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, caseRequest, done, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

const ON = '2026-09-16';
const SIGNED = { workerSignedOn: ON, respondentSignedOn: ON, mediatorSignedOn: ON, sealedOn: ON };

interface Summed extends ShownCase {
  sums: Record<'claimed' | 'assessed' | 'agreed' | 'paid', { fen: number; precision: string } | null>;
  workers: { id: string; claims: { id: string }[] }[];
  timeline: { kind: string; happenedOn: string; toldSums?: { agreed: { fen: number } } }[];
}

describe('the sums of a case', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const step = async (subject: ShownCase, name: Parameters<ReturnType<typeof act>>[0], body: object) =>
    (await done(act(app, city.head, subject)(name, body))) as Summed;
  async function mediated(changes: Record<string, unknown> = {}): Promise<Summed> {
    return (await mediatedCase(app, city, changes)) as Summed;
  }

  it('keep claimed, assessed, agreed and paid apart', async () => {
    let subject = await mediated();
    const claimId = subject.workers[0]?.claims[0]?.id;
    subject = await step(subject, 'assess-claim', { claimId, assessedOn: ON, assessedFen: 1_200_000 });
    subject = await step(subject, 'agree', {
      terms: '分两期支付。',
      ...SIGNED,
      instalments: [
        { dueOn: '2026-10-20', amountFen: 500_000 },
        { dueOn: '2026-11-20', amountFen: 500_000 },
      ],
    });
    subject = await step(subject, 'record-payment', {
      instalmentId: subject.agreements[0]?.instalments[0]?.id,
      paidOn: ON,
      workerConfirmedOn: ON,
    });
    expect(subject.sums).to.deep.equal({
      claimed: { fen: 1_250_000, precision: 'exact' },
      assessed: { fen: 1_200_000, precision: 'exact' },
      agreed: { fen: 1_000_000, precision: 'exact' },
      paid: { fen: 500_000, precision: 'exact' },
    });
  });

  it('add up what is claimed by those who are still in it, and take nothing for what is owed of a claim', async () => {
    const [worker] = caseRequest().workers;
    const workers = [worker, { ...worker, name: '赵小明', phone: '13800001235' }];
    let subject = await mediated({ workers });
    const [first, second] = subject.workers;
    expect(subject.sums.claimed).to.deep.equal({ fen: 2_500_000, precision: 'exact' });
    const body = { claimId: first?.claims[0]?.id, assessedOn: ON, assessedFen: 0 };
    subject = await step(subject, 'assess-claim', body);
    expect(subject.sums.assessed).to.deep.equal({ fen: 0, precision: 'floor' });
    const leaving = { workerIds: [second?.id], leftOn: ON, reason: '误登记' };
    subject = await step(subject, 'remove-workers', leaving);
    expect(subject.sums.claimed).to.deep.equal({ fen: 1_250_000, precision: 'exact' });
    expect(subject.sums.assessed).to.deep.equal({ fen: 0, precision: 'exact' });
  });

  it('take nothing for a sum that is told of the whole case, and for no other', async () => {
    const subject = await mediated();
    const nothing = { fen: 0, precision: 'exact' };
    const told = await step(subject, 'tell-sums', { toldOn: ON, agreed: null, paid: nothing });
    expect(told.sums.paid).to.deep.equal(nothing);
    const body = { paidOn: ON, workerConfirmedOn: ON, sum: nothing };
    await act(app, city.head, told)('record-payment', body).expect(422);
  });

  it('keep on the timeline each telling of sums, of which the newest stands', async () => {
    let subject = await mediated();
    for (const fen of [1_000_000, 1_100_000]) {
      subject = await step(subject, 'tell-sums', { toldOn: ON, agreed: { fen }, paid: null });
    }
    const told = subject.timeline.flatMap(({ toldSums }) => toldSums?.agreed.fen ?? []);
    expect(told).to.deep.equal([1_000_000, 1_100_000]);
    expect(subject.sums.agreed?.fen).to.equal(1_100_000);
  });
});
