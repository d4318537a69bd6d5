import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';
import { type ChangeIdentity, newChange } from '../idempotency/change-identity.ts';
import type { claimKey, OpenClaim } from '../idempotency/claim-key.ts';
import type { Authenticate } from './authenticate.ts';
import { FAULT_STATUS } from './fault-status.ts';
import { sendText } from './send-text.ts';

export interface OnceDependencies {
  authenticate: Authenticate;
  claimKey: ReturnType<typeof claimKey>;
}

/** Who asks for a change, and by what it is known again. */
export interface ChangeRequest {
  actor: Actor;
  change: ChangeIdentity;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body: unknown;
}

export type Once = <Params extends Request['params']>(
  handle: (request: Request<Params>, asked: ChangeRequest) => Promise<Answer>,
) => RequestHandler<Params>;

const keptAnswer = z.object({
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
});
type KeptAnswer = z.infer<typeof keptAnswer>;

/** As the draft of the IETF has it, a quoted string, or without the quotes, as most clients send it. */
const KEY =
  /^(?:"(?<quoted>[\x21\x23-\x5b\x5d-\x7e]{1,255})"|(?<bare>[\x21\x23-\x2b\x2d-\x5b\x5d-\x7e]{1,255}))$/;

/**
 * Makes a route that changes something safe to repeat: by its Idempotency-Key a repeated request has one effect and
 * one answer, though the line broke, the process died or both came at once.
 */
export function once({ authenticate, claimKey }: OnceDependencies): Once {
  return (handle) => async (request, response) => {
    const actor = await authenticate(request);
    const key = keyOf(request.get('idempotency-key'));
    if (key === null) {
      send(response, written(await handle(request, { actor, change: newChange() })));
      return;
    }
    const content = `${request.method} ${request.originalUrl}\n${JSON.stringify(request.body)}`;
    const claim = await claimKey({ accountId: actor.accountId, key, content });
    if ('given' in claim) {
      response.set('Idempotent-Replayed', 'true');
      send(response, keptAnswer.parse(JSON.parse(claim.given)));
      return;
    }
    const answer = await answered(claim, async () => handle(request, { actor, change: claim.change }));
    // The change is stored; where only its answer cannot be kept, a repeat finds the change itself.
    await claim.keep(JSON.stringify(answer)).catch((error: unknown) => {
      request.log.warn({ err: error }, 'an answer was not kept');
    });
    send(response, answer);
  };
}

/** A refusal changed nothing, so that the key is free again; after any other fault nobody knows. */
async function answered({ release }: OpenClaim, handle: () => Promise<Answer>): Promise<KeptAnswer> {
  try {
    return written(await handle());
  } catch (error) {
    if (error instanceof Fault && FAULT_STATUS[error.code] < 500) await release();
    throw error;
  }
}

/** @throws Fault `key_malformed` */
function keyOf(header: string | undefined): string | null {
  if (header === undefined) return null;
  const { quoted, bare } = KEY.exec(header)?.groups ?? {};
  const key = quoted ?? bare;
  if (key === undefined) throw new Fault('key_malformed');
  return key;
}

function written({ status, headers = {}, body }: Answer): KeptAnswer {
  return { status, headers, body: JSON.stringify(body) };
}

function send(response: Response, { status, headers, body }: KeptAnswer): void {
  sendText(response.status(status).set(headers), 'application/json', body);
}
