import { expect } from 'chai';
import { type BenchProcess, startBenchProcess } from '../../bench/frame/bench-process.ts';
import { flood } from '../../bench/http/flood.ts';
import { listening } from '../../bench/http/flooded-side.ts';
import { HTTP_REQUESTS, type TimedRequest } from '../../bench/http/http-requests.ts';

const SIDES = ['http-app', 'http-fastify', 'http-bare'];
const { 'body refused': refused, ...answered } = HTTP_REQUESTS;
/** More than one on each connection. */
const SENT = { times: 4, concurrency: 2 };

describe('the sides of the measure of HTTP', function () {
  this.timeout(60_000);
  let processes: BenchProcess[] = [];
  let urls: string[];
  const answerOf = async (url: string, request: TimedRequest) =>
    (await flood({ url, request, ...SENT })).answer;

  before(async () => {
    processes = SIDES.map(startBenchProcess);
    urls = await Promise.all(processes.map(async ({ ask }) => (await ask({}, listening)).url));
  });
  after(() => Promise.all(processes.map(({ stop }) => stop())));

  for (const [what, request] of Object.entries(answered)) {
    it(`answer alike: ${what}`, async () => {
      const [ours, ...others] = await Promise.all(urls.map((url) => answerOf(url, request)));
      expect(ours).to.be.an('object').and.not.deep.equal({});
      for (const other of others) expect(other).to.deep.equal(ours);
    });
  }

  it('refuse a body alike, and name every fault in it', async () => {
    const [ours, fastify] = await Promise.all(urls.slice(0, 2).map((url) => answerOf(url, refused)));
    expect(ours).to.have.nested.property('errors.length', 2);
    expect(fastify).to.deep.equal(ours);
    const bare = await processes[2]?.ask({ refusal: ours }, listening);
    expect(await answerOf(bare?.url ?? '', refused)).to.deep.equal(ours);
  });
});
