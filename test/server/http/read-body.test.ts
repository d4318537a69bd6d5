import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { rawSender } from '../../support/send-raw.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { caseRequest } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

interface Row {
  title: string;
  body?: string | Buffer;
  headers?: Record<string, string>;
  status: number;
  code: string;
  pointer?: string;
}

const WHOLE = JSON.stringify(caseRequest());
const withSummary = (text: string) => WHOLE.replace(/"summary":"[^"]*"/, `"summary":"${text}"`);
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const ROWS: readonly Row[] = [
  { title: 'no body', body: '', status: 400, code: 'malformed_body' },
  { title: 'half a body', body: WHOLE.slice(0, -20), status: 400, code: 'malformed_body' },
  { title: 'one value', body: '"channel"', status: 400, code: 'malformed_body' },
  {
    title: 'a form',
    body: 'channel=counter',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    status: 415,
    code: 'media_type_unsupported',
  },
  {
    title: 'bytes that are no UTF-8',
    body: Buffer.concat([
      Buffer.from(WHOLE.slice(0, -2)),
      Buffer.from([0xff, 0xfe]),
      Buffer.from(WHOLE.slice(-2)),
    ]),
    status: 400,
    code: 'malformed_body',
  },
  {
    title: 'another charset',
    body: Buffer.from(WHOLE, 'utf16le'),
    headers: { 'Content-Type': 'application/json; charset=utf-16le' },
    status: 400,
    code: 'malformed_body',
  },
  {
    title: 'a charset that does not exist',
    body: WHOLE,
    headers: { 'Content-Type': 'application/json; charset=klingon' },
    status: 415,
    code: 'media_type_unsupported',
  },
  {
    title: 'gzip that is none',
    body: WHOLE,
    headers: { 'Content-Encoding': 'gzip' },
    status: 400,
    code: 'malformed_body',
  },
  {
    title: 'gzip that is cut',
    body: gzipSync(WHOLE).subarray(0, -12),
    headers: { 'Content-Encoding': 'gzip' },
    status: 400,
    code: 'malformed_body',
  },
  {
    title: 'gzip that grows beyond what is read',
    body: gzipSync(withSummary('工'.repeat(400_000))),
    headers: { 'Content-Encoding': 'gzip' },
    status: 413,
    code: 'body_too_large',
  },
  {
    title: 'a body of 1.1 MB',
    body: withSummary('x'.repeat(1_100_000)),
    status: 413,
    code: 'body_too_large',
  },
  {
    title: 'a body of 10,000 levels',
    body: deep(10_000),
    status: 422,
    code: 'invalid_input',
    pointer: '/0'.repeat(21),
  },
  {
    title: 'a body of 10,000 levels, to be repeated by its key',
    body: deep(10_000),
    headers: { 'Idempotency-Key': 'deep' },
    status: 422,
    code: 'invalid_input',
    pointer: '/0'.repeat(21),
  },
  {
    title: 'half a pair of surrogates',
    body: withSummary(String.raw`工\ud800资`),
    status: 422,
    code: 'invalid_input',
    pointer: '/summary',
  },
  {
    title: 'a NUL character',
    body: withSummary(String.raw`工\u0000资`),
    status: 422,
    code: 'invalid_input',
    pointer: '/summary',
  },
  {
    title: 'a NUL character in the name of a field',
    body: String.raw`{"workers":[{"name\u0000":"王"}]}`,
    status: 422,
    code: 'invalid_input',
    pointer: '/workers/0',
  },
];

describe('the body of a request', () => {
  let app: TestApp;
  let city: TestCity;
  let sender: ReturnType<typeof rawSender>;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
    sender = rawSender(app.port);
  });
  after(async () => {
    sender.stop();
    await app.stop();
  });

  async function register({ body, headers }: Pick<Row, 'body' | 'headers'>) {
    const common = { Authorization: `Bearer ${city.clerk.token}`, 'Content-Type': 'application/json' };
    const path = '/api/v1/cases';
    const answer = await sender.send({ method: 'post', path, headers: { ...common, ...headers }, body });
    return { status: answer.status, problem: JSON.parse(answer.text) };
  }

  it('is read as UTF-8, compressed or not', async () => {
    expect((await register({ body: WHOLE })).status).to.equal(201);
    const headers = { 'Content-Encoding': 'gzip' };
    expect((await register({ body: gzipSync(WHOLE), headers })).status).to.equal(201);
  });

  for (const { title, body, headers, status, code, pointer } of ROWS) {
    it(`is refused when it is ${title}`, async () => {
      const { problem, ...answer } = await register({ body, headers });
      expect(answer.status).to.equal(status);
      expect(problem.code).to.equal(code);
      if (pointer !== undefined) expect(problem.errors[0].pointer).to.equal(pointer);
    });
  }

  it('is asked for by PUT and PATCH too', async () => {
    for (const [method, path] of [
      ['put', `/api/v1/organisations/${city.centreId}/webhook`],
      ['patch', '/api/v1/accounts/current'],
    ] as const) {
      const headers = { Authorization: `Bearer ${city.head.token}` };
      const answer = await sender.send({ method, path, headers });
      expect(answer.status, path).to.equal(400);
      expect(JSON.parse(answer.text).code).to.equal('malformed_body');
    }
  });
});
