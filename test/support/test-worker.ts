import { randomUUID } from 'node:crypto';
import { noticePace } from '../../server/notices/notice-pace.ts';
import { sendNotice } from '../../server/notices/send-notice.ts';
import type { TextMessageProvider } from '../../server/notices/text-message-channel.ts';
import { smtpMailer } from '../../workers/mail/smtp-mailer.ts';
import { noticeChannels } from '../../workers/notice-channels.ts';
import type { TestApp } from './test-app.ts';
import type { TestSink } from './test-sink.ts';

/** A provider that takes nothing. */
const nowhere: TextMessageProvider = {
  idempotent: true,
  send: async () => ({ kind: 'refused', answer: 'this test sends no text messages' }),
};

/** A worker's parts, driven by hand: sweep, then send what the sweep found. */
export function testWorker(
  { services }: Pick<TestApp, 'services'>,
  sink: Pick<TestSink, 'url'>,
  textMessages: TextMessageProvider = nowhere,
) {
  const mailer = smtpMailer({
    smtpUrl: sink.url,
    from: 'Heyi <notices@heyi.example>',
    connections: 2,
    waitMs: 20_000,
    now: services.now,
  });
  const send = sendNotice({
    ...services,
    channels: noticeChannels({ ...services, mailer, textMessages, waitMs: 20_000, atOnce: 2 }),
    pace: noticePace(90_000),
    workerId: randomUUID(),
  });
  async function sweep() {
    await services.watchEmployers();
    const { held } = await services.sweepNotices();
    return { held, unsent: await services.deliveries.unsent(services.now(), 1000) };
  }
  return {
    send,
    sweep,
    close: mailer.close,
    mailFault: mailer.fault,
    async sweepAndSend() {
      const { unsent } = await sweep();
      const results = [];
      for (const id of unsent) results.push(await send(id));
      return results;
    },
  };
}
