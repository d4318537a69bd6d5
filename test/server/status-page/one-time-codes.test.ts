import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { sendCodes } from '../../../server/status-page/send-codes.ts';
import { renderOneTimeCode } from '../../../workers/text-messages/render-one-time-code.ts';
import { signedTextMessages } from '../../../workers/text-messages/signed-text-messages.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, caseRequest, done, register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';
import { startTestGateway, type TestGateway } from '../../support/test-gateway.ts';

const KNOWN = '13800001234';
const UNKNOWN = '13900005678';

describe('a one-time code by telephone', () => {
  let app: TestApp;
  let city: TestCity;
  let gateway: TestGateway;
  let send: ReturnType<typeof sendCodes>;
  const logged: string[] = [];

  beforeEach(async () => {
    app = await startTestApp({ lookups: 10, trustedProxies: 1, log: { write: (line) => logged.push(line) } });
    city = await buildTestCity(app);
    gateway = await startTestGateway();
    const provider = signedTextMessages({
      url: gateway.url,
      key: Buffer.alloc(32, 7),
      idempotent: false,
      waitMs: 5000,
      now: () => new Date(),
    });
    send = sendCodes({ ...app.services, provider, render: renderOneTimeCode });
  });
  afterEach(async () => {
    await gateway.stop();
    await app.stop();
  });

  const ask = (phone: string, from = '203.0.113.1') =>
    app.http.post('/api/v1/status/codes').set('X-Forwarded-For', from).send({ phone });
  const show = (requestId: string, code: string) =>
    app.http.post('/api/v1/status/by-phone').send({ requestId, code });
  const texts = (): { to: string; text: string }[] => gateway.requests.map(({ body }) => JSON.parse(body));

  /** Asks for a code and reads it from the message that went out. */
  async function codeFor(phone: string): Promise<{ requestId: string; code: string }> {
    const { body } = await ask(phone).expect(202);
    await send();
    const code = /\d{6}/.exec(texts().at(-1)?.text ?? '')?.[0] ?? '';
    return { requestId: body.requestId, code };
  }

  const otherThan = (code: string) => (code === '000000' ? '000001' : '000000');

  it('opens every case of the number, each with its number, as the look-up by number does', async () => {
    const [first, second] = [await register(app, city.clerk), await register(app, city.clerk)];
    const [worker] = caseRequest().workers;
    await register(app, city.clerk, { workers: [{ ...worker, phone: UNKNOWN }] });
    const { requestId, code } = await codeFor(KNOWN);
    const answer = await show(requestId, code).expect(200);
    expect(answer.headers['cache-control']).to.equal('no-store');
    const numbers = answer.body.cases.map(({ number }: { number: string }) => number);
    expect(numbers).to.have.members([first.receipt.number, second.receipt.number]);
    const byNumber = await app.http.post('/api/v1/status').send(first.receipt).expect(200);
    expect(answer.body.cases).to.deep.include(byNumber.body);
  });

  it('goes out once, to the number that was registered, in words that tell a stranger nothing', async () => {
    await register(app, city.clerk);
    await ask('138 0000-1234').expect(202);
    await Promise.all([send(), send()]);
    await send();
    expect(texts()).to.have.length(1);
    const [sent] = texts();
    expect(sent?.to).to.equal(KNOWN);
    const text = sent?.text ?? '';
    expect(text).to.not.match(/王建国|劳动|争议|调解|仲裁|工资|工会|案/);
    expect(text.length).to.be.at.most(70);
  });

  it('is not sent again when the answer of the gateway was lost', async () => {
    await register(app, city.clerk);
    gateway.answers.push('cut');
    await ask(KNOWN).expect(202);
    for (let round = 0; round < 3; round += 1) await send();
    expect(texts()).to.have.length(1);
  });

  for (const [which, phone] of [
    ['that no case has', UNKNOWN],
    ['that is no mobile', '0531-8812345'],
  ] as const) {
    it(`goes to no number ${which}`, async () => {
      await register(app, city.clerk);
      await ask(phone).expect(202);
      await send();
      expect(texts()).to.deep.equal([]);
    });
  }

  it('goes to no worker who has left the case', async () => {
    const [worker] = caseRequest().workers;
    const workers = [worker, { ...worker, name: '李明', phone: UNKNOWN }];
    const { case: registered } = await register(app, city.clerk, { workers });
    const shown = await app.services.cases.find(registered.id, {});
    const workerIds = shown?.workers.filter(({ phone }) => phone === UNKNOWN).map(({ id }) => id);
    await done(
      act(
        app,
        city.clerk,
        registered,
      )('remove-workers', { workerIds, leftOn: '2026-09-16', reason: '本人退出' }),
    );
    await ask(UNKNOWN).expect(202);
    await send();
    expect(texts()).to.deep.equal([]);
  });

  it('opens once', async () => {
    await register(app, city.clerk);
    const { requestId, code } = await codeFor(KNOWN);
    const answers = await Promise.all([show(requestId, code), show(requestId, code)]);
    expect(answers.map(({ status }) => status)).to.have.members([200, 404]);
    await show(requestId, code).expect(404);
  });

  it('opens nothing after five wrong ones', async () => {
    await register(app, city.clerk);
    const { requestId, code } = await codeFor(KNOWN);
    for (let guess = 0; guess < 5; guess += 1) await show(requestId, otherThan(code)).expect(404);
    await show(requestId, code).expect(404);
  });

  it('opens as the fifth try', async () => {
    await register(app, city.clerk);
    const { requestId, code } = await codeFor(KNOWN);
    for (let guess = 0; guess < 4; guess += 1) await show(requestId, otherThan(code)).expect(404);
    const [front, back] = [code.slice(0, 3), code.slice(3)];
    await show(requestId, ` ${front} ${back} `).expect(200);
  });

  it('opens nothing after ten minutes, and nothing is left of it', async () => {
    await register(app, city.clerk);
    const { requestId, code } = await codeFor(KNOWN);
    app.clock.set('2026-09-16T10:10');
    await show(requestId, code).expect(404);
    await send();
    expect(await app.connection.collection('oneTimeCodes').countDocuments()).to.equal(0);
  });

  it('opens nothing with another request', async () => {
    await register(app, city.clerk);
    const [first, second] = [await codeFor(KNOWN), await codeFor(KNOWN)];
    const answer = await show(second.requestId, first.code);
    expect(answer.status).to.equal(first.code === second.code ? 200 : 404);
  });

  it('is asked for with the same answer, whether a case has the number or not', async () => {
    await register(app, city.clerk);
    const [known, unknown] = [await ask(KNOWN), await ask(UNKNOWN)];
    const bytes = ({ text }: { text: string }) => text.replaceAll(/[\da-f-]{36}/g, 'ID');
    expect(known.status).to.equal(202);
    expect({ status: unknown.status, text: bytes(unknown) }).to.deep.equal({
      status: known.status,
      text: bytes(known),
    });
    expect(Object.keys(unknown.headers)).to.deep.equal(Object.keys(known.headers));
  });

  it('that is wrong, and one for a number without a case or a request that never was, fail with the same bytes', async () => {
    await register(app, city.clerk);
    const { requestId, code } = await codeFor(KNOWN);
    const { body } = await ask(UNKNOWN).expect(202);
    // Right for its request, but nothing was sent.
    const guessed = app.services.oneTimeCodes.codeOf(body.requestId);
    const answers = [
      await show(requestId, otherThan(code)),
      await show(body.requestId, otherThan(guessed)),
      await show(body.requestId, guessed),
      await show(randomUUID(), '123456'),
    ];
    const [first] = answers.map(({ status, body: { requestId, ...rest } }) => ({ status, ...rest }));
    expect(first).to.include({ status: 404, code: 'code_failed' });
    for (const {
      status,
      body: { requestId: _, ...rest },
    } of answers) {
      expect({ status, ...rest }).to.deep.equal(first);
    }
  });

  it('is asked for with the same work in the database, whether a case has the number or not', async () => {
    await register(app, city.clerk);
    const work: string[] = [];
    app.connection.set('debug', (collection: string, method: string) => work.push(`${collection}.${method}`));
    const workOf = async (phone: string) => {
      work.length = 0;
      await ask(phone).expect(202);
      return [...work];
    };
    const [known, unknown] = [await workOf(KNOWN), await workOf(UNKNOWN)];
    expect(known).to.deep.equal(['oneTimeCodes.insertOne']);
    expect(unknown).to.deep.equal(known);
  });

  it('that somebody else asks for all day leaves its owner theirs', async () => {
    await register(app, city.clerk);
    for (let asked = 0; asked < 3; asked += 1) await ask(KNOWN, '2001:db8:1:2::1').expect(202);
    // Another address of the same network, of which there are 2^72.
    await ask(KNOWN, '2001:db8:1:3::1').expect(429);
    await ask(KNOWN, '203.0.113.9').expect(202);
    await ask(KNOWN, '2001:db8:1:102::1').expect(202);
  });

  it('opens the case however many fail from the same address', async () => {
    await register(app, city.clerk);
    const { requestId, code } = await codeFor(KNOWN);
    for (let guess = 0; guess < 10; guess += 1) await show(randomUUID(), '123456').expect(404);
    await show(randomUUID(), '123456').expect(429);
    await show(requestId, code).expect(200);
  });

  it('is slowed down by telephone, and whoever holds the receipt still looks the case up', async () => {
    const { receipt } = await register(app, city.clerk);
    for (let asked = 0; asked < 3; asked += 1) await ask(KNOWN).expect(202);
    const answer = await ask('138-0000-1234').expect(429);
    expect(Number(answer.headers['retry-after'])).to.be.within(1, 900);
    await ask(UNKNOWN).expect(202);
    await app.http.post('/api/v1/status').send(receipt).expect(200);
  });

  it('leaves neither itself nor the telephone in the database or the log', async () => {
    await register(app, city.clerk);
    logged.length = 0;
    const { requestId, code } = await codeFor(KNOWN);
    const stored = JSON.stringify(await app.connection.collection('oneTimeCodes').find().toArray());
    expect(stored).to.include(requestId);
    await show(requestId, code).expect(200);
    expect(logged.join('')).to.have.length.above(100);
    for (const text of [stored, logged.join('')]) expect(text).to.not.include(KNOWN).and.not.include(code);
  });

  const mistyped: [string, object, string][] = [
    ['no telephone', { phone: 'x' }, '/phone'],
    ['an operator', { phone: { $gt: '' } }, '/phone'],
    ['nothing', {}, '/phone'],
  ];
  for (const [what, body, pointer] of mistyped) {
    it(`is not asked for with ${what}`, async () => {
      const answer = await app.http.post('/api/v1/status/codes').send(body).expect(422);
      expect(answer.body.errors[0].pointer).to.equal(pointer);
    });
  }

  describe('on the page', () => {
    const post = (path: string, fields: object) => app.http.post(path).type('form').send(fields);

    it('is asked for and typed in without a script', async () => {
      const { receipt } = await register(app, city.clerk);
      const asked = await post('/phone', { phone: KNOWN }).expect(200);
      expect(asked.text).to.not.include('<script').and.not.include(KNOWN);
      const requestId = /name="requestId" value="([^"]+)"/.exec(asked.text)?.[1] ?? '';
      await send();
      const code = /\d{6}/.exec(texts()[0]?.text ?? '')?.[0] ?? '';
      const wrong = await post('/phone/code', { requestId, code: otherThan(code) }).expect(404);
      expect(wrong.text).to.include('验证码错误').and.include(requestId);
      const page = await post('/phone/code', { requestId, code }).expect(200);
      expect(page.headers['cache-control']).to.equal('no-store');
      expect(page.text).to.include(receipt.number).and.include('我们已收到您的申请。');
      expect(Buffer.byteLength(page.text)).to.be.below(50_000);
    });

    it('looks the same for a number that no case has', async () => {
      await register(app, city.clerk);
      const plain = (text: string) => text.replaceAll(/[\da-f-]{36}/g, 'ID');
      const [known, unknown] = [
        await post('/phone', { phone: KNOWN }),
        await post('/phone', { phone: UNKNOWN }),
      ];
      expect(plain(unknown.text)).to.equal(plain(known.text));
    });

    it('says in plain words what is mistyped', async () => {
      const page = await post('/phone', { phone: 'abc' }).expect(422);
      expect(page.text).to.include('填写的内容有误');
    });
  });
});
