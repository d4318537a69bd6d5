import { Agent, request } from 'node:http';
import { z } from 'zod';

export const httpRequest = z.object({
  path: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});
export type HttpRequest = z.infer<typeof httpRequest>;

const agent = new Agent({ keepAlive: true });

/**
 * POSTs over a connection that is kept, reads the answer to its end and checks its status. A server closes one that
 * was idle for long; where that crosses our request, it is sent again over a new one.
 */
export function send(url: string, one: HttpRequest): Promise<string> {
  const { path, headers, body } = one;
  return new Promise((resolve, reject) => {
    const length = String(Buffer.byteLength(body));
    const sent = request(
      new URL(path, url),
      {
        method: 'POST',
        agent,
        headers: { ...headers, 'content-type': 'application/json', 'content-length': length },
      },
      (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (answer += chunk));
        response.on('error', reject);
        response.on('end', () => {
          if (response.statusCode === 200) resolve(answer);
          else reject(new Error(`${path} was answered with ${response.statusCode}: ${answer}`));
        });
      },
    );
    sent.on('error', (error) => (sent.reusedSocket ? resolve(send(url, one)) : reject(error)));
    sent.end(body);
  });
}
