import { createServer, type IncomingHttpHeaders } from 'node:http';

export interface GatewayRequest {
  headers: IncomingHttpHeaders;
  body: string;
}

/** Another system on loopback: keeps every request whose body it got whole, and answers as it is told. */
export interface TestGateway {
  url: string;
  requests: GatewayRequest[];
  /** The answers to the next requests, first to last; then 204. `cut`: the line ends after the body, unanswered. */
  answers: (number | 'cut' | 'silence')[];
  /** What happens when the body of the next request is there, before the answer. */
  takenNext: (() => Promise<void>) | null;
  stop: () => Promise<void>;
}

export async function startTestGateway(): Promise<TestGateway> {
  const gateway: TestGateway = { url: '', requests: [], answers: [], takenNext: null, stop: async () => {} };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      gateway.requests.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      const taken = gateway.takenNext;
      gateway.takenNext = null;
      void (taken?.() ?? Promise.resolve()).then(() => {
        const answer = gateway.answers.shift() ?? 204;
        if (answer === 'cut') request.socket.destroy();
        else if (answer !== 'silence') response.writeHead(answer, { Location: '/elsewhere' }).end();
      });
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  gateway.url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/taken`;
  gateway.stop = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return gateway;
}
