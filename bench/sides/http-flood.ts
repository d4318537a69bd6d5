import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { z } from 'zod';
import { answerOrders } from '../frame/answer-orders.ts';
import { bytesOf, type TimedRequest, timedRequest } from '../http/http-requests.ts';
import { type RawAnswer, readAnswers } from '../http/read-answers.ts';

const order = z.object({
  url: z.string(),
  request: timedRequest,
  times: z.int().min(1),
  concurrency: z.number(),
});

/** Sends one request over and over through plain sockets, one at a time on each; gives an answer as an example. */
answerOrders(order, async ({ url, request, times, concurrency }) => {
  const { hostname, port } = new URL(url);
  const sockets = Array.from({ length: concurrency }, () => connect(Number(port), hostname).setNoDelay());
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  let left = times;
  const begun = performance.now();
  const examples = await Promise.all(sockets.map((socket) => askWhile(() => left-- > 0, request, socket)));
  const ms = performance.now() - begun;
  for (const socket of sockets) socket.destroy();
  return { ms, example: examples.find((example) => example !== null) };
});

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
