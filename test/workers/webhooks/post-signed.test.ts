import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { Webhook } from 'standardwebhooks';
import { postSigned } from '../../../workers/webhooks/post-signed.ts';
import { startTestGateway, type TestGateway } from '../../support/test-gateway.ts';

describe('a signed hand-over by HTTP', () => {
  let gateway: TestGateway;
  const key = randomBytes(32);
  const body = JSON.stringify({ id: 'a', text: '您有一项事项' });

  beforeEach(async () => {
    gateway = await startTestGateway();
  });
  afterEach(() => gateway.stop());

  const post = (changes: object = {}, mayBegin = async () => true) =>
    postSigned(
      { url: gateway.url, key, id: 'msg-1', body, at: new Date(), waitMs: 5000, ...changes },
      mayBegin,
    );

  it('is taken, and its signature holds over the exact bytes', async () => {
    expect(await post()).to.deep.equal({ kind: 'sent', answer: '204' });
    const [request] = gateway.requests;
    expect(request?.headers['idempotency-key']).to.equal('msg-1');
    const webhook = new Webhook(key, { format: 'raw' });
    const headers = Object.fromEntries(
      Object.entries(request?.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    expect(webhook.verify(request?.body ?? '', headers)).to.deep.equal(JSON.parse(body));
    expect(() => webhook.verify(`${request?.body} `, headers)).to.throw();
    expect(() => webhook.verify(request?.body ?? '', { ...headers, 'webhook-id': 'msg-2' })).to.throw();
  });

  const rows: [string, number | 'cut' | 'silence', string][] = [
    ['a wrong request is refused for good', 422, 'refused'],
    ['an address that is gone is refused for good', 410, 'refused'],
    ['a redirect is not followed', 307, 'refused'],
    ['too many requests are for later', 429, 'not-now'],
    ['a fault after the body is in doubt', 500, 'in-doubt'],
    ['a line that ends after the body is in doubt', 'cut', 'in-doubt'],
    ['a silence after the body is in doubt', 'silence', 'in-doubt'],
  ];
  for (const [title, answer, kind] of rows) {
    it(title, async () => {
      gateway.answers.push(answer);
      expect((await post({ waitMs: answer === 'silence' ? 300 : 5000 })).kind).to.equal(kind);
      expect(gateway.requests).to.have.length(1);
    });
  }

  it('where nobody listens is for later, without a question', async () => {
    await gateway.stop();
    let asked = false;
    const outcome = await post({}, async () => {
      asked = true;
      return true;
    });
    expect([outcome.kind, asked]).to.deep.equal(['not-now', false]);
  });

  it('does not begin without a yes', async () => {
    expect(await post({}, async () => false)).to.deep.equal({ kind: 'called-off' });
    expect(gateway.requests).to.deep.equal([]);
  });

  it('does not begin when the yes comes after the time is over', async () => {
    const late = new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(true), 400);
    });
    expect((await post({ waitMs: 200 }, () => late)).kind).to.equal('not-now');
    await late;
    expect(gateway.requests).to.deep.equal([]);
  });

  it('is for later when the question itself fails', async () => {
    const outcome = await post({}, async () => {
      throw new Error('the database does not answer');
    });
    expect(outcome).to.deep.equal({ kind: 'not-now', answer: 'the database does not answer' });
  });
});
