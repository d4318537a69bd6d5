import { expect } from 'chai';
import { mediatedCase } from '../../support/mediated-case.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, done, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

const ON = '2026-09-16';
/** As much as the worker of the tests claims. */
const CLAIMED_FEN = 1_250_000;
const AGREEMENT = {
  terms: '分两期支付。',
  workerSignedOn: ON,
  respondentSignedOn: ON,
  mediatorSignedOn: ON,
  sealedOn: ON,
};

type Hinted = ShownCase & { hints: { code: string; zh: string; en: string }[] };

describe('sums that do not fit', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const step = (subject: ShownCase, name: Parameters<ReturnType<typeof act>>[0], body: object) =>
    act(app, city.head, subject)(name, body);
  const agree = (subject: ShownCase, fen: number | null, ...amounts: number[]) =>
    step(subject, 'agree', {
      ...AGREEMENT,
      ...(fen === null ? {} : { sum: { fen } }),
      instalments: amounts.map((amountFen) => ({ dueOn: '2026-10-15', amountFen })),
    });
  const pay = (subject: ShownCase, body: object) =>
    step(subject, 'record-payment', { paidOn: ON, workerConfirmedOn: ON, ...body });
  const codes = (body: unknown) => (body as Hinted).hints.map(({ code }) => code);

  it('are refused where instalments come to more than the agreement they belong to', async () => {
    const subject = await mediatedCase(app, city);
    const { body } = await agree(subject, 1_000_000, 600_000, 600_000).expect(422);
    expect(body).to.include({ code: 'instalments_above_sum' });
    expect(body.errors).to.deep.equal([{ pointer: '/sum/fen', detail: body.detail }]);
    expect(body.detail).to.contain('12,000.00').and.to.contain('10,000.00');
    const fitting = await done(agree(subject, 1_000_000, 600_000, 400_000));
    expect(codes(fitting), 'the case is as it was').to.deep.equal([]);
  });

  it('are taken and told back where the instalments leave a rest, which the last of them does not end', async () => {
    const subject = await mediatedCase(app, city);
    const agreed = await done(agree(subject, 1_000_000, 600_000));
    expect(codes(agreed)).to.deep.equal(['instalments-below-sum']);
    const instalmentId = agreed.agreements[0]?.instalments[0]?.id;
    const paid = await done(pay(agreed, { instalmentId, sum: { fen: 600_000 } }));
    expect(paid.state).to.equal('agreed');
  });

  it('leave a case to its last instalment where the rest was paid beside them', async () => {
    const agreed = await done(agree(await mediatedCase(app, city), 1_000_000, 600_000));
    const instalmentId = agreed.agreements[0]?.instalments[0]?.id;
    const beside = await done(pay(agreed, { sum: { fen: 400_000 } }));
    const paid = await done(pay(beside, { instalmentId, sum: { fen: 600_000 } }));
    expect(paid.state).to.equal('performed');
    expect(codes(paid)).to.deep.equal([]);
  });

  it('are taken and told back where more is paid than was agreed, in Chinese and English', async () => {
    const agreed = await done(agree(await mediatedCase(app, city), null, 1_000_000));
    const instalmentId = agreed.agreements[0]?.instalments[0]?.id;
    const paid = await done(pay(agreed, { instalmentId, sum: { fen: 100_000_000 } }));
    expect(codes(paid)).to.deep.equal(['instalment-overpaid', 'paid-above-agreed']);
    const [hint] = (paid as Hinted).hints;
    for (const text of [hint?.zh, hint?.en]) {
      expect(text).to.contain('1,000,000.00').and.to.contain('10,000.00');
    }
  });

  it('are told back where more is paid or agreed than anybody claimed', async () => {
    const subject = await mediatedCase(app, city);
    const interim = await done(pay(subject, { sum: { fen: CLAIMED_FEN + 1 }, ground: 'interim' }));
    expect(codes(interim)).to.deep.equal(['paid-above-claimed']);
    expect(codes(await done(agree(interim, null, CLAIMED_FEN + 1)))).to.deep.equal(['agreed-above-claimed']);
  });

  it('are nothing to speak of where the claim is known to be at least so much, or a penalty covers it', async () => {
    const claims = [{ cause: 'wages', claimedFen: 100, claimedPrecision: 'floor' }];
    const workers = [{ name: '王建国', origin: null, claims }];
    const subject = await mediatedCase(app, city, { workers });
    const penalty = { ...AGREEMENT, penaltyFen: 50, instalments: [{ dueOn: '2026-10-15', amountFen: 1000 }] };
    const agreed = await done(step(subject, 'agree', penalty));
    expect(codes(agreed)).to.deep.equal([]);
    expect(codes(await done(pay(agreed, { sum: { fen: 1050 } })))).to.deep.equal([]);
  });

  it('are refused where they went to somebody whom the case does not know', async () => {
    const subject = await mediatedCase(app, city);
    const workerIds = ['99999999-9999-4999-8999-999999999999'];
    const { body } = await pay(subject, { sum: { fen: 1 }, workerIds }).expect(422);
    expect(body.errors[0].pointer).to.equal('/workerIds/0');
  });
});
