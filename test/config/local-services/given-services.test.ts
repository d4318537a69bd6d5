import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { SMTPServer } from 'smtp-server';
import { checkGivenServices } from '../../../config/local-services/given-services.ts';
import { startMailSink } from '../../../config/local-services/mail-sink.ts';

/** A port that nobody listens on. */
async function silentPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('the servers that were given', () => {
  it('are all named at once when none of them answers, without their passwords', async () => {
    const port = await silentPort();
    const faults = await checkGivenServices({
      MONGODB_URI: `mongodb://me:secret@127.0.0.1:${port}/heyi`,
      REDIS_URL: `redis://:secret@127.0.0.1:${port}`,
      SMTP_URL: `smtp://me:secret@127.0.0.1:${port}`,
    });
    expect(faults.map(({ setting }) => setting)).to.deep.equal(['MONGODB_URI', 'REDIS_URL', 'SMTP_URL']);
    for (const { wrong } of faults) {
      expect(wrong)
        .to.match(/\/\/\*\*\*@127\.0\.0\.1:\d+.*ECONNREFUSED/)
        .and.not.contain('secret');
    }
  });

  it('are named within seconds when something answers that is no such server', async () => {
    const deaf = createServer().listen(0, '127.0.0.1');
    await once(deaf, 'listening');
    const { port } = deaf.address() as AddressInfo;
    const faults = await checkGivenServices({
      MONGODB_URI: `mongodb://127.0.0.1:${port}/heyi`,
      REDIS_URL: `redis://127.0.0.1:${port}`,
      SMTP_URL: `smtp://127.0.0.1:${port}`,
    });
    deaf.close();
    expect(faults).to.have.length(3);
  });

  it('are no fault when they answer, and when none was given', async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'heyi-given-'));
    const sink = await startMailSink({ dataDir });
    expect(await checkGivenServices({ SMTP_URL: sink.smtpUrl })).to.deep.equal([]);
    expect(await checkGivenServices({})).to.deep.equal([]);
    await sink.stop();
    await rm(dataDir, { recursive: true });
  });

  it('is a fault of the mail server when it does not take the login', async () => {
    const strict = new SMTPServer({
      hideSTARTTLS: true,
      allowInsecureAuth: true,
      onAuth: (_, __, done) => done(new Error('wrong password')),
    });
    strict.listen(0, '127.0.0.1');
    await once(strict.server, 'listening');
    const { port } = strict.server.address() as AddressInfo;
    const [fault] = await checkGivenServices({ SMTP_URL: `smtp://me:secret@127.0.0.1:${port}` });
    strict.close();
    expect(fault?.wrong).to.contain('wrong password').and.not.contain('secret');
  });
});
