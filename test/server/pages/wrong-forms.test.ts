import { expect } from 'chai';
import { rawSender } from '../../support/send-raw.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { register } from '../../support/test-case.ts';
import { buildTestCity } from '../../support/test-city.ts';
import { fingerprint } from '../bad-input/fingerprint.ts';

const FORM = 'application/x-www-form-urlencoded';
const REQUEST_ID = '11111111-1111-4111-8111-111111111111';
const MOST_BYTES = 50_000;

/** Every form, with what is typed into each of its fields by somebody who has a code that opens nothing. */
const FORMS: Record<string, Record<string, string>> = {
  '/': { number: '历工调〔2026〕999号', code: '0000-0000-0000' },
  '/receipt': { number: '历工调〔2026〕999号', code: '0000-0000-0000' },
  '/phone': { phone: '13800001234' },
  '/phone/code': { requestId: REQUEST_ID, code: '123456' },
};

/** How one field of a form is sent wrongly, its value being percent-encoded already. */
const WRONG_FIELDS: Record<string, (name: string, value: string) => string> = {
  'that is missing': () => '',
  'that is empty': (name) => `${name}=`,
  'sent twice': (name, value) => `${name}=${value}&${name}=${value}`,
  'sent as a list': (name, value) => `${name}[]=${value}`,
  'sent with an operator': (name, value) => `${name}[$gt]=${value}`,
  'that is far too long': (name) => `${name}=${'1'.repeat(1500)}`,
  'with NUL': (name, value) => `${name}=${value}%00`,
  'with control characters': (name, value) => `${name}=%07%1b[31m${value}%0d%0a`,
  'with bytes that are no UTF-8': (name, value) => `${name}=${value}%ff%fe`,
  'with half of a surrogate pair': (name, value) => `${name}=${value}%ed%a0%80`,
  'with bad percent-encoding': (name, value) => `${name}=${value}%zz%`,
  'beside one that is none': (name, value) => `${name}=${value}&nope=1`,
  'beside a name of the language': (name, value) => `${name}=${value}&__proto__=1&constructor=2&toString=3`,
  'that is a script': (name) => `${name}=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E`,
};

/** How a whole body is wrong. */
const WRONG_BODIES: Record<string, { type?: string; encoding?: string; body: (good: string) => string }> = {
  'without a body': { body: () => '' },
  'as JSON': { type: 'application/json', body: () => '{"number":"1","code":"2"}' },
  'as text': { type: 'text/plain', body: (good) => good },
  'as multipart': {
    type: 'multipart/form-data; boundary=x',
    body: () => '--x\r\nContent-Disposition: form-data; name="number"\r\n\r\n1\r\n--x--\r\n',
  },
  'with an unknown charset': { type: `${FORM}; charset=utf-7`, body: (good) => good },
  'with a content type that is none': { type: '////', body: (good) => good },
  'with an unknown encoding': { type: FORM, encoding: 'nonsense', body: (good) => good },
  'that is said to be compressed': { type: FORM, encoding: 'gzip', body: (good) => good },
  'of far too many bytes': { type: FORM, body: () => `number=${'1'.repeat(300_000)}` },
  'of far too many fields': { type: FORM, body: () => 'a=1&'.repeat(500) },
};

describe('a form that is filled in wrongly', () => {
  let app: TestApp;
  let sender: ReturnType<typeof rawSender>;
  let untouched: Record<string, string>;
  before(async () => {
    app = await startTestApp({ lookups: 100_000 });
    const city = await buildTestCity(app);
    await register(app, city.clerk);
    sender = rawSender(app.port);
    untouched = await fingerprint(app);
  });
  after(async () => {
    sender.stop();
    await app.stop();
  });

  /** A page in plain words that says what to do. */
  async function isToldOnAPage(asked: Parameters<typeof sender.send>[0]): Promise<void> {
    const answer = await sender.send(asked);
    const where = `${asked.path} ${String(asked.body).slice(0, 100)} → ${answer.status} ${answer.text.slice(0, 400)}`;
    expect(answer.status, where).to.be.within(400, 499);
    expect(answer.type, where).to.equal('text/html');
    expect(answer.headers['cache-control'], where).to.equal('no-store');
    expect(answer.text, where)
      .to.match(/role="alert"><p>[^<]*\p{Script=Han}/u)
      .and.not.include('<script');
    expect(Buffer.byteLength(answer.text), where).to.be.below(MOST_BYTES);
  }

  for (const [path, fields] of Object.entries(FORMS)) {
    const encoded = Object.entries(fields).map(([name, value]) => [name, encodeURIComponent(value)] as const);
    const others = (left: string) =>
      encoded.filter(([name]) => name !== left).map(([name, value]) => `${name}=${value}`);
    for (const [what, wrong] of Object.entries(WRONG_FIELDS)) {
      it(`${path}: by a field ${what}`, async () => {
        for (const [name, value] of encoded) {
          const body = [wrong(name, value), ...others(name)].filter(Boolean).join('&');
          await isToldOnAPage({ method: 'post', path, headers: { 'Content-Type': FORM }, body });
        }
      });
    }
    for (const [what, { type, encoding, body }] of Object.entries(WRONG_BODIES)) {
      it(`${path}: ${what}`, async () => {
        await isToldOnAPage({
          method: 'post',
          path,
          headers: {
            ...(type === undefined ? {} : { 'Content-Type': type }),
            ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
          },
          body: body(others('').join('&')),
        });
      });
    }
  }

  it('changes nothing', async () => {
    expect(await fingerprint(app)).to.deep.equal(untouched);
  });
});
