import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { z } from 'zod';
import { bytesOf, type TimedRequest, timedRequest } from './http-requests.ts';
import { type RawAnswer, readAnswers } from './read-answers.ts';

export const floodOrder = z.object({
  url: z.string(),
  request: timedRequest,
  times: z.int().min(1),
  concurrency: z.number(),
});
export type FloodOrder = z.infer<typeof floodOrder>;

/** Sends one request over and over through plain sockets, one at a time on each; gives one of the answers. */
export async function flood({ url, request, times, concurrency }: FloodOrder) {
  const { hostname, port } = new URL(url);
  const sockets = Array.from({ length: concurrency }, () => connect(Number(port), hostname).setNoDelay());
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  let left = times;
  const begun = performance.now();
  const examples = await Promise.all(sockets.map((socket) => askWhile(() => left-- > 0, request, socket)));
  const ms = performance.now() - begun;
  for (const socket of sockets) socket.destroy();
  const example = examples.find((one) => one !== null);
  return { ms, answer: withoutId(JSON.parse(example ?? '{}')) };
}

/** A problem names its request, which no two share. */
function withoutId(answer: object): object {
  return 'requestId' in answer ? { ...answer, requestId: '' } : answer;
}

/** The last answer; null where another connection was always first. */
function askWhile(isLeft: () => boolean, request: TimedRequest, socket: Socket): Promise<string | null> {
  const bytes = bytesOf(request);
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The server closed the connection.')));
    const onAnswer = ({ status, body }: RawAnswer) => {
      if (status !== request.status) reject(new Error(`Answered with ${status}: ${body.toString()}`));
      else if (isLeft()) socket.write(bytes);
      else resolve(body.toString());
    };
    socket.on('data', readAnswers(onAnswer));
    if (isLeft()) socket.write(bytes);
    else resolve(null);
  });
}
