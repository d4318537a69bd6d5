import { expect } from 'chai';
import { startFloodedSide } from '../../bench/http/flooded-side.ts';
import { HTTP_REQUESTS } from '../../bench/http/http-requests.ts';

type Side = Awaited<ReturnType<typeof startFloodedSide>>;
const { 'body refused': refused, ...answered } = HTTP_REQUESTS;

describe('the sides of the measure of HTTP', function () {
  this.timeout(60_000);
  const started: Side[] = [];
  const start = async (...side: Parameters<typeof startFloodedSide>) => {
    const one = await startFloodedSide(...side);
    started.push(one);
    return one;
  };
  let sides: { app: Side; fastify: Side; bare: Side };

  before(async () => {
    const [app, fastify, bare] = await Promise.all(
      ['http-app', 'http-fastify', 'http-bare'].map((s) => start(s)),
    );
    if (app === undefined || fastify === undefined || bare === undefined)
      throw new Error('Three were started.');
    sides = { app, fastify, bare };
  });
  after(() => Promise.all(started.map(({ stop }) => stop())));

  for (const [what, request] of Object.entries(answered)) {
    it(`answer alike: ${what}`, async () => {
      const [ours, ...others] = await Promise.all(
        Object.values(sides).map(async ({ flood }) => (await flood(request, 20)).answer),
      );
      expect(ours).to.be.an('object');
      for (const other of others) expect(other).to.deep.equal(ours);
    });
  }

  it('refuse a body alike, and name every fault in it', async () => {
    const { answer } = await sides.app.flood(refused, 20);
    expect(answer).to.have.nested.property('errors.length', 2);
    expect((await sides.fastify.flood(refused, 20)).answer).to.deep.equal(answer);
    const bare = await start('http-bare', { refusal: answer });
    expect((await bare.flood(refused, 20)).answer).to.deep.equal(answer);
  });
});
