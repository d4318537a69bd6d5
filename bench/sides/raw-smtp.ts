import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { answerTurns } from '../frame/answer-turns.ts';

interface Line {
  /** Says something and waits for the answer's last line; anything but 2xx or 3xx is an error. */
  say: (text: string) => Promise<void>;
}

function lineOver(socket: Socket): Line {
  const answers = createInterface({ input: socket })[Symbol.asyncIterator]();
  async function heard(): Promise<void> {
    for (;;) {
      const { value, done } = await answers.next();
      if (done || !/^[23]/.test(value)) throw new Error(`The sink said ${value}.`);
      if (value[3] === ' ') return;
    }
  }
  return {
    say: (text) => {
      if (text !== '') socket.write(`${text}\r\n`);
      return heard();
    },
  };
}

async function openLine(smtpUrl: string): Promise<Line> {
  const { hostname, port } = new URL(smtpUrl);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  const line = lineOver(socket);
  await line.say('');
  await line.say('EHLO bench.example');
  return line;
}

/** What the sink allows: SMTP's dialogue over plain sockets that are kept, the messages written beforehand. */
answerTurns({
  start: z.object({ smtpUrl: z.string(), connections: z.number() }),
  item: z.object({ from: z.string(), to: z.string(), message: z.string() }),
  begin: async ({ smtpUrl, connections }) => {
    const lines = await Promise.all(Array.from({ length: connections }, () => openLine(smtpUrl)));
    return async ({ from, to, message }) => {
      const line = lines.pop();
      if (line === undefined) throw new Error('More mails in flight than connections.');
      await line.say(`MAIL FROM:<${from}>`);
      await line.say(`RCPT TO:<${to}>`);
      await line.say('DATA');
      await line.say(`${message}\r\n.`);
      lines.push(line);
    };
  },
});
