import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { expect } from 'chai';
import { seededRandom } from '../../../config/seed/seeded-random.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { caseRequest } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';
import { until } from '../../support/until.ts';
import { startWebProcess } from '../../support/web-process.ts';
import { killed } from '../../support/worker-house.ts';

interface Answered {
  case: { id: string };
  receipt: { number: string; code: string };
}

describe('a registration with an Idempotency-Key', function () {
  this.timeout(120_000);
  let app: TestApp;
  let city: TestCity;
  beforeEach(async () => {
    // A web process of its own goes by the real time, and a login from long ago would have run out for it.
    app = await startTestApp({ at: new Date().toISOString() });
    city = await buildTestCity(app);
  });
  afterEach(() => app.stop());

  const headers = (key: string) => ({
    Authorization: `Bearer ${city.clerk.token}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': key,
  });
  const body = JSON.stringify(caseRequest());
  const stored = () => app.connection.collection('cases').countDocuments();

  /** Sends again until somebody answers, as a client does that has a key. */
  async function sendUntilAnswered(url: () => string, key: string): Promise<Answered> {
    let answered: Answered | null = null;
    await until(
      'an answer',
      async () => {
        const answer = await fetch(`${url()}/api/v1/cases`, {
          method: 'POST',
          headers: headers(key),
          body,
        }).catch(() => null);
        if (answer === null || answer.status === 409) return false;
        expect(answer.status, await answer.clone().text()).to.equal(201);
        // The line may break in the middle of the answer too.
        answered = (await answer.json().catch(() => null)) as Answered | null;
        return answered !== null;
      },
      60_000,
    );
    return answered ?? expect.fail();
  }

  /** Sends so many bytes of the request, or reads so many of the answer, and hangs up. */
  function cut(key: string, { sent, read }: { sent: number; read: number }): Promise<void> {
    const lines = Object.entries(headers(key)).map(([name, value]) => `${name}: ${value}`);
    const length = Buffer.byteLength(body);
    const request = Buffer.from(
      `POST /api/v1/cases HTTP/1.1\r\nHost: x\r\n${lines.join('\r\n')}\r\nContent-Length: ${length}\r\n\r\n${body}`,
    );
    return new Promise((resolve) => {
      const socket = connect(app.port, '127.0.0.1');
      const end = () => socket.destroy();
      let seen = 0;
      socket.on('error', end).on('close', () => resolve());
      socket.on('data', (bytes) => {
        seen += bytes.length;
        if (seen >= read) end();
      });
      const part = request.subarray(0, Math.floor(sent * request.length));
      socket.write(part, () => {
        if (part.length < request.length || read === 0) end();
      });
    });
  }

  it('has one effect, whatever byte of it or of its answer the line breaks at', async () => {
    const { next } = seededRandom('lines');
    const url = () => `http://127.0.0.1:${app.port}`;
    const keys = Array.from({ length: 40 }, () => randomUUID());
    for (const key of keys) {
      const half = next() < 0.4;
      await cut(key, { sent: half ? next() : 1, read: half ? 0 : Math.floor(next() * 3000) });
    }
    const given = await Promise.all(keys.map((key) => sendUntilAnswered(url, key)));
    expect(new Set(given.map(({ case: { id } }) => id))).to.have.length(keys.length);
    expect(await stored()).to.equal(keys.length);
  });

  it('has one effect, and its receipt opens the case, though the web process is killed in the middle', async () => {
    const { next } = seededRandom('kills');
    let web = await startWebProcess(app.connection.name);
    const keys = Array.from({ length: 100 }, () => randomUUID());
    const waiting = [...keys];
    const given = new Map<string, Answered>();
    const clerk = async () => {
      for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
        given.set(key, await sendUntilAnswered(() => web.url, key));
      }
    };
    const clerks = Promise.all(Array.from({ length: 8 }, clerk));
    for (let kill = 0; kill < 3; kill += 1) {
      await until('work to be under way', () => given.size > (kill + 1) * 20 + next() * 10, 60_000);
      await killed(web.child);
      web = await startWebProcess(app.connection.name);
    }
    await clerks;
    expect(await stored()).to.equal(keys.length);
    for (const { receipt } of [...given.values()].slice(0, 20)) {
      const look = await fetch(`${web.url}/api/v1/status`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(receipt),
      });
      expect(look.status, await look.text()).to.equal(200);
    }
    await killed(web.child);
  });
});
