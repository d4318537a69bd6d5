import { expect } from 'chai';
import { OPERATIONS } from '../../../server/api-document/operations.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { until } from '../../support/until.ts';

const LOOKUPS = 5;
const leftOf = (header: string | undefined) => Number(/^"lookup";r=(\d+);t=\d+$/.exec(header ?? '')?.[1]);

describe('a limit of attempts', () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp({ lookups: LOOKUPS });
  });
  after(() => app.stop());

  const lookUp = () => app.http.post('/api/v1/status').send({ number: '1号', code: '7K3M-Q2XD-9RTA' });

  it('is told with every answer, and falls until nothing is left', async () => {
    const told: number[] = [];
    await until('a refusal', async () => {
      const { status, headers } = await lookUp();
      expect(headers['ratelimit-policy']).to.equal(`"lookup";q=${LOOKUPS};w=300`);
      told.push(leftOf(headers['ratelimit']));
      return status === 429;
    });
    expect(told.at(-1)).to.equal(0);
    expect(told).to.include.members([3, 2, 1]);
    const { headers } = await lookUp();
    expect(Number(headers['retry-after'])).to.be.within(1, 300);
  });

  it('is told of in the OpenAPI document, wherever there is one', async () => {
    const { body } = await app.http.get('/openapi.json');
    const limited = OPERATIONS.filter((operation) => operation.limited);
    expect(limited).to.have.length.above(6);
    for (const { path, method, answer } of limited) {
      const { responses } = body.paths[path][method];
      for (const status of [answer.status, 429]) {
        expect(responses[status].headers, `${path} ${status}`).to.include.keys(
          'RateLimit',
          'RateLimit-Policy',
        );
      }
    }
  });
});
