import { Agent, request } from 'node:http';

export interface RawRequest {
  method: string;
  /** As it goes over the line: nothing is normalised. */
  path: string;
  headers?: Record<string, string> | undefined;
  body?: string | Buffer | undefined;
}

export interface RawAnswer {
  status: number;
  type: string;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

/** Sends requests byte for byte as they are written, over a few lines that stay open. */
export function rawSender(port: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });

  function send({ method, path, headers = {}, body = '' }: RawRequest): Promise<RawAnswer> {
    return new Promise((resolve, reject) => {
      const length = { 'Content-Length': String(Buffer.byteLength(body)) };
      const asked = request({
        host: '127.0.0.1',
        port,
        agent,
        method: method.toUpperCase(),
        path,
        headers: { ...length, ...headers },
      });
      asked.once('error', reject);
      asked.once('response', (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.once('error', reject);
        answer.once('end', () => {
          resolve({
            status: answer.statusCode ?? 0,
            type: (answer.headers['content-type'] ?? '').split(';')[0] ?? '',
            headers: answer.headers,
            text: Buffer.concat(parts).toString(),
          });
        });
      });
      asked.end(body);
    });
  }

  return { send, stop: () => agent.destroy() };
}
