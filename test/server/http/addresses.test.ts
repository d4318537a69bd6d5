import { expect } from 'chai';
import { OPERATIONS } from '../../../server/api-document/operations.ts';
import { rawSender } from '../../support/send-raw.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

const MALFORMED = ['%ff', '%E5%B7', '%', '%zz', '%c0%80'];
/** Can be read, and are nothing's id. */
const UNKNOWN = [
  '%00',
  '..%2f..%2faudit',
  '%7B%22$gt%22:%22%22%7D',
  '__proto__',
  '0'.repeat(10_000),
  '00000000-0000-4000-8000-000000000000',
];

describe('an address', () => {
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

  const read = OPERATIONS.filter(({ method, path }) => method === 'get' && path.includes('{'));

  async function ask(path: string) {
    const token = path.includes('/api/v1/accounts/') ? city.admin.token : city.head.token;
    const headers = { Authorization: `Bearer ${token}`, 'Accept-Language': 'zh' };
    const answer = await sender.send({ method: 'get', path, headers });
    return { status: answer.status, code: JSON.parse(answer.text).code };
  }

  for (const { path } of read) {
    it(`is refused where ${path} holds no UTF-8`, async () => {
      const answers = await Promise.all(MALFORMED.map((id) => ask(path.replace(/\{\w+\}/, id))));
      for (const answer of answers) expect(answer).to.deep.equal({ status: 400, code: 'address_malformed' });
    });

    it(`leads nowhere where ${path} holds what is no id`, async () => {
      const answers = await Promise.all(UNKNOWN.map((id) => ask(path.replace(/\{\w+\}/, id))));
      for (const [place, { status, code }] of answers.entries()) {
        expect(`${status} ${code}`, UNKNOWN[place]).to.match(/^404 \w+_not_found$|^403 not_permitted$/);
      }
    });
  }

  for (const path of new Set(OPERATIONS.map((operation) => operation.path))) {
    it(`tells whoever asks ${path} in another way how it is asked`, async () => {
      const methods = OPERATIONS.filter((operation) => operation.path === path).map(({ method }) => method);
      const other = (['put', 'patch', 'delete'] as const).find((method) => !methods.includes(method));
      if (other === undefined) throw new Error(`${path} answers every method.`);
      const body = other === 'delete' ? undefined : '{}';
      const sent = { method: other, path: path.replaceAll(/\{\w+\}/g, 'x') };
      const answer = await sender.send({ ...sent, headers: { 'Content-Type': 'application/json' }, body });
      expect(answer.status).to.equal(405);
      expect(JSON.parse(answer.text).code).to.equal('method_not_allowed');
      for (const method of methods) expect(answer.headers['allow']).to.include(method.toUpperCase());
    });
  }

  it('is not made shorter by the points in it', async () => {
    for (const path of [
      '/api/v1/cases/../accounts/current',
      '/api/v1/./accounts/current',
      '//api/v1/cases',
    ]) {
      expect((await ask(path)).status, path).to.equal(404);
    }
  });
});
