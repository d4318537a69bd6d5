import { expect } from 'chai';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { fuzzGround } from './fuzz-process.ts';
import { fuzzService } from './fuzz-service.ts';
import type { FuzzGround } from './random-request.ts';

const REQUESTS = 400;

describe('seeded requests from the OpenAPI document', () => {
  let app: TestApp;
  let ground: FuzzGround;
  before(async () => {
    app = await startTestApp({
      at: '2026-12-01T10:00:00+08:00',
      lookups: 1_000_000,
      trustedProxies: 1,
      // The audit holds each answer back until it is written: not what is tested here.
      recordAccess: async () => undefined,
    });
    ground = await fuzzGround(app);
  });
  after(() => app.stop());

  it('are answered as the document says, and change nothing where they are refused', async () => {
    const findings: string[] = [];
    const { connection, port } = app;
    const report = await fuzzService({
      connection,
      port,
      ground,
      requests: REQUESTS,
      seed: 'suite',
      say: (line) => findings.push(line),
    });
    expect(findings).to.deep.equal([]);
    const { answers5xx, crashes, undocumented, wronglyTaken, changed } = report;
    expect({ answers5xx, crashes, undocumented, wronglyTaken, changed }).to.deep.equal({
      answers5xx: 0,
      crashes: 0,
      undocumented: 0,
      wronglyTaken: 0,
      changed: 0,
    });
    expect(report.taken).to.be.above(REQUESTS / 20);
    expect(report.refused).to.be.above(REQUESTS / 4);
    expect(report.stretches).to.be.at.least(1);
  });
});
