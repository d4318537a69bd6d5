import { expect } from 'chai';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

const LOOKUPS = 2;

describe('the address of who asks', () => {
  let app: TestApp;
  afterEach(() => app.stop());

  /** What a look-up that cannot succeed is answered with. */
  async function lookUp(forwardedFor: string): Promise<number> {
    const { status } = await app.http
      .post('/api/v1/status')
      .set('X-Forwarded-For', forwardedFor)
      .send({ number: `${forwardedFor} 1号`, code: '7K3M-Q2XD-9RTA' });
    return status;
  }

  /** Until it is refused; what came before Redis was there is counted apart. */
  async function useUp(forwardedFor: string): Promise<void> {
    expect(await lookUp(forwardedFor)).to.equal(404);
    for (let attempt = 1; attempt < 2 * LOOKUPS; attempt += 1) await lookUp(forwardedFor);
    expect(await lookUp(forwardedFor)).to.equal(429);
  }

  it('is that of the line, whatever a request says of itself', async () => {
    app = await startTestApp({ lookups: LOOKUPS });
    await useUp('203.0.113.1');
    for (const forged of ['203.0.113.2', '127.0.0.1', '::1', 'nobody']) {
      expect(await lookUp(forged), forged).to.equal(429);
    }
  });

  for (const trustedProxies of [1, ['127.0.0.1'], ['10.0.0.0/8', '127.0.0.0/8']]) {
    it(`is that which a proxy tells, where it is trusted by ${JSON.stringify(trustedProxies)}`, async () => {
      app = await startTestApp({ lookups: LOOKUPS, trustedProxies });
      await useUp('203.0.113.1');
      await useUp('203.0.113.2');
      // What came in with the request stands before what the proxy saw.
      expect(await lookUp('203.0.113.3, 203.0.113.2')).to.equal(429);
    });
  }

  it('is that of the line where the proxy that is trusted is another', async () => {
    app = await startTestApp({ lookups: LOOKUPS, trustedProxies: ['203.0.113.9'] });
    await useUp('203.0.113.1');
    expect(await lookUp('203.0.113.2')).to.equal(429);
  });
});
