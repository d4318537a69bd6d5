import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SMTPServer } from 'smtp-server';
import { seededRandom } from '../../config/seed/seeded-random.ts';
import { SINK_FAULTS, type SinkFault, type SinkRecord } from './sink-record.ts';

// A mail server that fails in every way there is, in a process of its own. What it takes is on disk before it says
// so. While the calm file exists it makes no faults.

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    file: { type: 'string', default: '' },
    calm: { type: 'string', default: '' },
    seed: { type: 'string', default: '' },
    wait: { type: 'string', default: '20000' },
  },
});
const waitMs = Number(values.wait);
const records = await open(values.file, 'a');
// After each restart others than before.
const random = seededRandom(`${values.seed}/${(await records.stat()).size}`);
const sockets = new Map<number, Socket>();
/** What happens to the message that is on its way on a connection. */
const fates = new Map<string, SinkFault>();

interface Line {
  id: string;
  remotePort: number;
}

// A blank line first: the one before may have been cut by a kill.
const write = (record: SinkRecord) => records.appendFile(`\n${JSON.stringify(record)}\n`);

function answerWith(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

async function fault(name: SinkFault, deliveryId: string | null = null): Promise<void> {
  await write({ event: 'fault', fault: name, deliveryId, at: Date.now() });
}

function cut({ remotePort }: Line): void {
  sockets.get(remotePort)?.destroy();
}

/** Before the message: null where it may come. */
async function before(line: Line): Promise<Error | null> {
  const fate = existsSync(values.calm) ? 'none' : random.weighted(SINK_FAULTS);
  fates.set(line.id, fate);
  switch (fate) {
    case 'busy':
      await fault(fate);
      return answerWith(421, 'too busy');
    case 'slow-before':
      await fault(fate);
      await sleep(random.int(300, Math.min(1500, waitMs * 0.8)));
      return null;
    case 'not-now':
      await fault(fate);
      return answerWith(451, 'try again later');
    case 'unknown-mailbox':
      await fault(fate);
      return answerWith(550, 'no such mailbox');
    case 'cut-before-data':
      await fault(fate);
      cut(line);
      return null;
    default:
      return null;
  }
}

interface Message {
  deliveryId: string;
  begunAt: number;
}

async function take({ deliveryId, begunAt }: Message): Promise<void> {
  await write({ event: 'taken', deliveryId, begunAt, at: Date.now() });
  await records.datasync();
}

/** After the message: null where it was taken and that may be said. */
async function after(line: Line, message: Message): Promise<Error | null> {
  const fate = fates.get(line.id) ?? 'none';
  const { deliveryId } = message;
  switch (fate) {
    case 'not-now-after':
      await fault(fate, deliveryId);
      return answerWith(451, 'try again later');
    case 'refused-after':
      await fault(fate, deliveryId);
      return answerWith(554, 'no thank you');
    case 'cut-untaken':
      await fault(fate, deliveryId);
      cut(line);
      return null;
    case 'cut-taken':
      await fault(fate, deliveryId);
      await take(message);
      cut(line);
      return null;
    case 'slow':
    case 'too-slow':
    case 'hesitates':
      await fault(fate, deliveryId);
      await take(message);
      if (fate === 'hesitates') process.stdout.write(`hesitates ${deliveryId}\n`);
      await sleep(fate === 'too-slow' ? waitMs * 1.5 : random.int(200, Math.min(800, waitMs / 2)));
      return null;
    default:
      await take(message);
      return null;
  }
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  onRcptTo(_address, line, done) {
    void before(line).then(done);
  },
  onData(stream, line, done) {
    const fate = fates.get(line.id);
    // Called before the 354 goes out.
    if (fate === 'cut-at-data') {
      void fault(fate);
      cut(line);
      return;
    }
    let begunAt = 0;
    let text = '';
    const deliveryId = () => /^Message-ID:\s*<([^@>]+)@/im.exec(text)?.[1] ?? '';
    stream.on('data', (chunk: Buffer) => {
      begunAt ||= Date.now();
      text += chunk.toString();
      if (fate !== 'cut-in-message') return;
      void fault(fate, deliveryId());
      cut(line);
    });
    stream.on('end', () => {
      if (fate !== 'cut-in-message') void after(line, { deliveryId: deliveryId(), begunAt }).then(done);
    });
  },
});
// A client that goes away in the middle is its own trouble.
server.on('error', () => undefined);
server.server.on('connection', (socket) => {
  const port = socket.remotePort ?? 0;
  sockets.set(port, socket);
  socket.on('close', () => sockets.delete(port));
});
server.listen(Number(values.port), '127.0.0.1');
