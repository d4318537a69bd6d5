import { expect } from 'chai';
import { sendCodes } from '../../../server/status-page/send-codes.ts';
import { startMediation } from '../../support/mediated-case.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, caseRequest, done, register, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

const ON = '2026-09-16';
const [PERSON] = caseRequest().workers;
const NAMES = ['甲一', '乙二', '丙三', '丁四'];
const PHONES = ['13800000001', '13800000002', '13800000003', '13800000004'];
const SIGNED = { workerSignedOn: ON, respondentSignedOn: ON, mediatorSignedOn: ON, sealedOn: ON };

interface ShownPart {
  whose: { zh: string } | null;
  state: string;
  next: { zh: string };
  rights: { rule: string; day: string | null }[];
}

describe('the status of a group whose members ended differently', () => {
  let app: TestApp;
  let city: TestCity;
  let receipt: { number: string; code: string };
  let subject: ShownCase;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
    receipt = await groupOfFour();
  });
  after(() => app.stop());

  async function step(name: Parameters<ReturnType<typeof act>>[0], input: object): Promise<void> {
    subject = await done(act(app, city.mediator, subject)(name, input));
  }

  /** Two settle, to be paid on two days; one fails and one goes to arbitration. The first of the two is paid. */
  async function groupOfFour() {
    const workers = NAMES.map((name, index) => ({ ...PERSON, name, phone: PHONES[index] }));
    const { case: registered, receipt } = await register(app, city.clerk, { workers });
    subject = await startMediation({ app, city, registered });
    const stored = await app.services.cases.find(subject.id, {});
    const [paid, waiting, failed, gone] = (stored?.workers ?? []).map(({ id }) => id);
    const agree = (workerId: string | undefined, dueOn: string) =>
      step('agree', {
        terms: '分期支付。',
        ...SIGNED,
        workerIds: [workerId],
        instalments: [{ dueOn, amountFen: 100_000 }],
      });
    const reason = { reason: 'no-agreement', failedOn: ON, adviceGivenOn: ON };
    await agree(paid, '2026-10-12');
    await agree(waiting, '2026-11-16');
    await step('fail', { ...reason, workerIds: [failed, gone] });
    await step('hand-to-arbitration', {
      handedOn: ON,
      consentOn: ON,
      commission: '历下区劳动人事争议仲裁委员会',
      documents: ['申请书'],
      workerIds: [gone],
    });
    return receipt;
  }

  const partsOf = ({ parts }: { parts: ShownPart[] }) =>
    parts.map(({ state, rights }) => [state, ...rights.map(({ rule, day }) => `${rule} ${day}`)]);

  it('tells with number and code each way that there is, and nobody’s name, telephone or sum', async () => {
    const { body, text } = await app.http.post('/api/v1/status').send(receipt).expect(200);
    const parts = partsOf(body);
    expect(parts.map(([state]) => state)).to.deep.equal(['agreed', 'failed', 'handed-to-arbitration']);
    expect(parts[0]).to.include.members(['M8 2026-10-12', 'M8 2026-11-16']);
    // The year of those who failed runs from the application: nothing was agreed with them.
    expect(parts[1]).to.include('A1 2027-09-16');
    expect(parts[2]).to.not.include('A1 2027-09-16');
    for (const part of body.parts) expect(part.whose.zh).to.equal('部分职工');
    for (const secret of [...NAMES, ...PHONES, '100000', '1000.00', '上海某建筑']) {
      expect(text).to.not.include(secret);
    }
  });

  it('puts it on one page of less than 50 KB, without a script', async () => {
    const page = await app.http.post('/').type('form').send(receipt).expect(200);
    expect(page.text).to.include('部分职工：调解没有成功。').and.include('如果您属于这一部分：');
    expect(page.text).to.not.include('<script');
    expect(Buffer.byteLength(page.text)).to.be.below(50_000);
  });

  for (const [which, phone, state, day] of [
    ['settled first', PHONES[0], 'agreed', 'M8 2026-10-12'],
    ['settled later', PHONES[1], 'agreed', 'M8 2026-11-16'],
    ['failed', PHONES[2], 'failed', 'A1 2027-09-16'],
    ['went to arbitration', PHONES[3], 'handed-to-arbitration', 'A3 2026-09-22'],
  ] as const) {
    it(`shows by telephone the one who ${which} their own, and nothing of the others`, async () => {
      const texts: string[] = [];
      const send = sendCodes({
        ...app.services,
        provider: { idempotent: true, send: async () => ({ kind: 'sent', answer: '' }) },
        render: (code) => {
          texts.push(code);
          return code;
        },
      });
      const { body: asked } = await app.http.post('/api/v1/status/codes').send({ phone }).expect(202);
      await send();
      const code = { requestId: asked.requestId, code: texts[0] };
      const { body } = await app.http.post('/api/v1/status/by-phone').send(code).expect(200);
      const [parts] = body.cases.map(partsOf);
      expect(parts).to.have.length(1);
      expect(body.cases[0].parts[0].whose).to.equal(null);
      expect(parts[0][0]).to.equal(state);
      expect(parts[0]).to.include(day);
      const days = parts[0].filter((line: string) => line.startsWith('M8'));
      expect(days).to.deep.equal(day.startsWith('M8') ? [day] : []);
    });
  }

  it('follows what the commission did, for those who went there and for nobody else', async () => {
    await step('record-arbitration-acceptance', { on: ON, reference: '济劳人仲案〔2026〕7号' });
    const hearing = { hearingOn: '2026-10-15' };
    await step('record-fact', { kind: 'hearing-set', happenedOn: ON, note: null, details: hearing });
    const { body } = await app.http.post('/api/v1/status').send(receipt).expect(200);
    const parts = partsOf(body);
    expect(parts.map(([state]) => state)).to.deep.equal(['agreed', 'failed', 'arbitration-accepted']);
    expect(parts[2]).to.include('A5-hearing 2026-10-15');
    for (const part of parts.slice(0, 2)) expect(part).to.not.include('A5-hearing 2026-10-15');
    await step('record-arbitration-withdrawal', { on: ON, reference: '济劳人仲案〔2026〕7号' });
    const again = partsOf((await app.http.post('/api/v1/status').send(receipt).expect(200)).body);
    // Who withdrew may apply again, and has a day for it.
    expect(again[2]?.[0]).to.equal('arbitration-withdrawn');
    expect(again[2]).to.include('A1 2027-09-16');
  });
});
