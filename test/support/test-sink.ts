import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface TestSink {
  url: string;
  /** Every message that the server took, in the order in which it did. */
  messages: Email[];
  /** What the server answers to the next DATA instead of taking it; null: it takes it. */
  refuseNext: { code: number; text: string } | null;
  /** Cuts the line after the next message was taken and before it says so. */
  cutAfterNext: boolean;
  /** What the server says to our address instead of asking for recipients; null: it asks. */
  refusedSender: { code: number; text: string } | null;
  /** Whether the password that comes with the url is the right one. */
  knowsPassword: boolean;
  /** Attempts to log in. */
  logins: number;
  /** What the server says to these recipients instead of taking mail for them. */
  refusedRecipients: Map<string, { code: number; text: string }>;
  /** Every recipient that mail was offered for, taken or not. */
  asked: string[];
  /** What happens before the server asks for the next message. */
  beforeNext: (() => Promise<void>) | null;
  /** What happens when the server has taken the next message, before it says so. */
  takenNext: (() => Promise<void>) | null;
  stop: () => Promise<void>;
}

/** A real SMTP server on loopback that keeps what it takes; with a login or without one. */
export async function startTestSink({ login = false } = {}): Promise<TestSink> {
  const sink: TestSink = {
    url: '',
    messages: [],
    refuseNext: null,
    cutAfterNext: false,
    refusedSender: null,
    knowsPassword: true,
    logins: 0,
    refusedRecipients: new Map(),
    asked: [],
    beforeNext: null,
    takenNext: null,
    stop: async () => {},
  };
  const sockets = new Set<{ destroy: () => void }>();
  const server = new SMTPServer({
    authOptional: !login,
    allowInsecureAuth: true,
    disabledCommands: login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    onAuth({ username = '' }, _session, answer) {
      sink.logins += 1;
      if (sink.knowsPassword) answer(null, { user: username });
      else answer(new Error('Authentication failed'));
    },
    onMailFrom(_address, _session, answer) {
      const refused = sink.refusedSender;
      if (refused === null) answer();
      else answer(Object.assign(new Error(refused.text), { responseCode: refused.code }));
    },
    onRcptTo({ address }, _session, answer) {
      sink.asked.push(address);
      const refused = sink.refusedRecipients.get(address);
      if (refused !== undefined) {
        answer(Object.assign(new Error(refused.text), { responseCode: refused.code }));
        return;
      }
      const before = sink.beforeNext;
      sink.beforeNext = null;
      void (before?.() ?? Promise.resolve()).then(() => answer());
    },
    onData(stream, _session, answer) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (sink.refuseNext !== null) {
          const refusal = Object.assign(new Error(sink.refuseNext.text), {
            responseCode: sink.refuseNext.code,
          });
          sink.refuseNext = null;
          answer(refusal);
          return;
        }
        void PostalMime.parse(Buffer.concat(chunks)).then(async (message) => {
          sink.messages.push(message);
          const taken = sink.takenNext;
          sink.takenNext = null;
          await taken?.();
          if (!sink.cutAfterNext) {
            answer();
            return;
          }
          sink.cutAfterNext = false;
          for (const socket of sockets) socket.destroy();
        });
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  server.server.on('connection', (socket) => sockets.add(socket));
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  sink.url = `smtp://${login ? 'heyi:secret@' : ''}127.0.0.1:${port}`;
  sink.stop = () => new Promise((resolve) => server.close(() => resolve()));
  return sink;
}
