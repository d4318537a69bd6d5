import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TextMessageProvider } from '../../server/notices/text-message-channel.ts';

/**
 * Without a provider nothing is sent: the message is kept in a file, for whoever tries the service out, and counts
 * as refused, so that a person telephones instead.
 */
export function keptTextMessages(folder: string): TextMessageProvider {
  return {
    idempotent: true,
    send: async (message, mayBegin) => {
      if (!(await mayBegin())) return { kind: 'called-off' };
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(path.join(folder, `${message.id}.json`), `${JSON.stringify(message)}\n`, {
        mode: 0o600,
      });
      return {
        kind: 'refused',
        answer:
          'nothing was sent: there is no provider of text messages (TEXT_MESSAGE_URL); the text is kept here',
      };
    },
  };
}
