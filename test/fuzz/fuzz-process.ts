import { knownIds } from '../server/bad-input/known-ids.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';
import { buildTestCity } from '../support/test-city.ts';
import { startWebProcess } from '../support/web-process.ts';
import { addFuzzPeople } from './fuzz-people.ts';
import { type FuzzReport, fuzzService } from './fuzz-service.ts';
import type { FuzzGround } from './random-request.ts';

export interface FuzzProcessOptions {
  requests: number;
  seed: string;
  say: (line: string) => void;
}

/** A city with one of everything, and somebody of each role. */
export async function fuzzGround(app: TestApp): Promise<FuzzGround> {
  const city = await buildTestCity(app);
  const ids = await knownIds(app, city);
  const people = await addFuzzPeople(city);
  return { city, ids, people, cases: new Map([[ids['cases'] ?? '', 1]]), seenIds: [] };
}

/** Sends the requests to a web process as it runs in production, but for the limits of tries by address. */
export async function fuzzProcess({ requests, seed, say }: FuzzProcessOptions): Promise<FuzzReport> {
  const app = await startTestApp({ at: new Date().toISOString() });
  try {
    const ground = await fuzzGround(app);
    const { child, url } = await startWebProcess(app.connection.name, {
      HEYI_SECRET: app.services.secret.toString('hex'),
      // Each request comes from another address, as far as the web process is told.
      TRUSTED_PROXIES: '1',
      LOG_LEVEL: 'error',
    });
    try {
      const { connection } = app;
      const report = await fuzzService({
        connection,
        port: Number(new URL(url).port),
        ground,
        requests,
        seed,
        say,
      });
      if (child.exitCode === null && (await fetch(`${url}/healthz`)).ok) return report;
      say('The web process is gone.');
      return { ...report, crashes: report.crashes + 1 };
    } finally {
      child.kill();
    }
  } finally {
    await app.stop();
  }
}
