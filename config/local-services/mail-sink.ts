import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo, Server as NetServer } from 'node:net';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';
import { mailSinkPage } from './mail-sink-page.ts';
import { type MailSinkStore, openMailSinkStore } from './mail-sink-store.ts';

const LOOPBACK = '127.0.0.1';
const LARGEST_MESSAGE_BYTES = 50 * 1024 * 1024;
const CLOSE_GRACE_MS = 500;

export interface MailSink {
  /** For nodemailer. */
  smtpUrl: string;
  /** Where a person looks at the messages. */
  pageUrl: string;
  stop(): Promise<void>;
}

function smtpServer(store: MailSinkStore): SMTPServer {
  return new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MESSAGE_BYTES,
    closeTimeout: CLOSE_GRACE_MS,
    onData(stream, { envelope }, done) {
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      const to = envelope.rcptTo.map(({ address }) => address);
      // The 250 goes out only after keep() has resolved: what was acknowledged is on disk.
      store.keep({ from, to }, stream).then(
        (id) => done(null, `kept on this machine as ${id}`),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      );
    },
  });
}

async function listenOnSparePort(server: NetServer | Server): Promise<number> {
  server.listen(0, LOOPBACK);
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP port was asked for.');
  return address.port;
}

/**
 * Stands in for a mail server: takes every message over SMTP on a loopback port, keeps it as a file below
 * `dataDir`/mail, shows it on a local page, and sends nothing on.
 */
export async function startMailSink({ dataDir }: { dataDir: string }): Promise<MailSink> {
  const store = await openMailSinkStore(path.join(dataDir, 'mail'));
  const smtp = smtpServer(store);
  const page = mailSinkPage(store);
  const smtpPort = await listenOnSparePort(smtp.server);
  const pagePort = await listenOnSparePort(page);
  // A client that goes away in the middle is its own trouble.
  smtp.on('error', () => undefined);
  return {
    smtpUrl: `smtp://${LOOPBACK}:${smtpPort}`,
    pageUrl: `http://${LOOPBACK}:${pagePort}/`,
    async stop() {
      page.closeAllConnections();
      page.close();
      await new Promise<void>((resolve) => {
        smtp.close(resolve);
      });
    },
  };
}
