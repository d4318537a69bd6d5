import pLimit from 'p-limit';
import type { AccountStore } from '../server/accounts/account-store.ts';
import { type Mailer, mailChannel } from '../server/notices/mail-channel.ts';
import type { NoticeChannel, NoticeChannels } from '../server/notices/notice-channel.ts';
import { type TextMessageProvider, textMessageChannel } from '../server/notices/text-message-channel.ts';
import type { TaskStore } from '../server/tasks/task-store.ts';
import { telephoneChannel } from '../server/tasks/telephone-channel.ts';
import { renderDigest } from './mail/render-digest.ts';
import { renderNotice } from './mail/render-notice.ts';
import { renderCall } from './telephone/render-call.ts';
import { renderTextMessage } from './text-messages/render-text-message.ts';
import { webhookChannel } from './webhooks/webhook-channel.ts';

export interface NoticeChannelsOptions {
  accounts: AccountStore;
  tasks: TaskStore;
  mailer: Mailer;
  textMessages: TextMessageProvider;
  secret: Buffer;
  /** The longest that another system may be waited for. */
  waitMs: number;
  /** So many hand-overs to one other system side by side; the mailer has its own number. */
  atOnce: number;
  now: () => Date;
}

/** Every way in which a notice goes out, each with its texts. */
export function noticeChannels(options: NoticeChannelsOptions): NoticeChannels {
  const { textMessages, atOnce } = options;
  return {
    mail: mailChannel({ ...options, render: renderNotice, renderDigest }),
    'text-message': inTurns(
      atOnce,
      textMessageChannel({ provider: textMessages, render: renderTextMessage }),
    ),
    webhook: inTurns(atOnce, webhookChannel(options)),
    telephone: telephoneChannel({ ...options, render: renderCall }),
  };
}

function inTurns(atOnce: number, channel: NoticeChannel): NoticeChannel {
  const turns = pLimit(atOnce);
  return { ...channel, send: (handOver, mayBegin) => turns(() => channel.send(handOver, mayBegin)) };
}
