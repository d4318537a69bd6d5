import { type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { SendOutcome } from '../../server/notices/notice-channel.ts';

export interface SignedPost {
  url: string;
  /** The key of the signature, shared with the other side. */
  key: Uint8Array;
  /** The same at every attempt, so that the other side knows what it has had. */
  id: string;
  body: string;
  at: Date;
  /** The longest that the whole hand-over may take. */
  waitMs: number;
}

/** Statuses by which the other side says that it has not taken it, and that it may be asked again. */
const LATER = [408, 425, 429];
const SHOWN_ANSWER = 200;

/**
 * Hands a body to another system by HTTP, signed over the exact bytes with id and time (Standard Webhooks). Nothing
 * of it leaves before the line stands and `mayBegin` said yes; from then on a silence or a 5xx is in doubt. Redirects
 * are not followed: they would carry the body to an address that nobody configured.
 */
export function postSigned(post: SignedPost, mayBegin: () => Promise<boolean>): Promise<SendOutcome> {
  return new Promise((resolve) => {
    const request = openRequest(post);
    let stage: 'waiting' | 'begun' | 'answered' | 'over' = 'waiting';
    const finish = (outcome: SendOutcome) => {
      if (stage === 'over') return;
      stage = 'over';
      clearTimeout(timer);
      resolve(outcome);
      request.destroy();
    };
    const broken = (error: unknown) => {
      // The status stands, however the line ends behind it.
      if (stage === 'answered') return void request.destroy();
      const answer = error instanceof Error ? error.message : String(error);
      finish({ kind: stage === 'begun' ? 'in-doubt' : 'not-now', answer });
    };
    const timer = setTimeout(() => broken(new Error(`no answer in ${post.waitMs / 1000} s`)), post.waitMs);
    request.on('error', broken);
    request.on('close', () => broken(new Error('the line was closed')));
    request.on('response', (response) => {
      stage = 'answered';
      void answerOf(response).then(finish);
    });
    whenConnected(request, () => {
      mayBegin().then((yes) => {
        if (!yes) finish({ kind: 'called-off' });
        if (stage !== 'waiting') return;
        stage = 'begun';
        request.end(post.body);
      }, broken);
    });
  });
}

function openRequest({ url, key, id, body, at }: SignedPost): ClientRequest {
  const open = url.startsWith('https:') ? requestHttps : requestHttp;
  return open(url, {
    method: 'POST',
    // A line of its own: on one that was kept open nobody can tell when the body leaves.
    agent: false,
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'Idempotency-Key': id,
      'User-Agent': 'Heyi',
      'Webhook-Id': id,
      'Webhook-Timestamp': String(Math.floor(at.getTime() / 1000)),
      'Webhook-Signature': new Webhook(key, { format: 'raw' }).sign(id, at, body),
    },
  });
}

function whenConnected(request: ClientRequest, proceed: () => void): void {
  request.once('socket', (socket: Socket) => {
    socket.once(request.protocol === 'https:' ? 'secureConnect' : 'connect', proceed);
  });
}

/** What the status says; the words behind it are for people, and may be missing. */
async function answerOf(response: IncomingMessage): Promise<SendOutcome> {
  const status = response.statusCode ?? 0;
  let words = '';
  try {
    for await (const chunk of response) {
      words += String(chunk);
      if (words.length >= SHOWN_ANSWER) break;
    }
  } catch {
    // The status stands, whatever became of the words.
  }
  const answer = `${status} ${words.slice(0, SHOWN_ANSWER)}`.trim();
  if (status >= 200 && status < 300) return { kind: 'sent', answer };
  if (LATER.includes(status)) return { kind: 'not-now', answer };
  return { kind: status >= 500 ? 'in-doubt' : 'refused', answer };
}
