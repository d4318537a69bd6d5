import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { type Logger, stdSerializers } from 'pino';
import { toldPath } from './told-path.ts';

declare module 'node:http' {
  interface IncomingMessage {
    /** Names the request in each line. */
    log: RequestLog;
  }
}

/** Probes come every few seconds, and their answer says it all. */
const UNLOGGED = ['/healthz', '/readyz'];
const serializers = {
  err: stdSerializers.wrapErrorSerializer(({ type, stack }) => ({ type, stack })),
};

/** The log of one request; a child of the logger does the same and takes much longer to make. */
class RequestLog {
  readonly #logger: Logger;
  readonly #requestId: string;

  constructor(logger: Logger, requestId: string) {
    this.#logger = logger;
    this.#requestId = requestId;
  }

  info(details: object, message: string): void {
    this.#logger.info({ requestId: this.#requestId, ...details }, message);
  }

  warn(details: object, message: string): void {
    this.#logger.warn({ requestId: this.#requestId, ...details }, message);
  }

  error(details: object, message: string): void {
    this.#logger.error({ requestId: this.#requestId, ...details }, message);
  }
}

/**
 * One line a request: what is kept is listed, so that no body, query, address or name can slip into a log. pino-http
 * wrote the same line, and made two loggers for each request where none is needed.
 */
export function requestLog(logger: Logger): RequestHandler {
  const ofRequests = logger.child({}, { serializers });
  return (request, response, next) => {
    const begunMs = Date.now();
    const requestId = randomUUID();
    response.setHeader('X-Request-Id', requestId);
    request.log = new RequestLog(ofRequests, requestId);
    response.on('error', (error) => request.log.error({ err: error }, 'the answer could not be sent'));
    if (!UNLOGGED.includes(request.url)) {
      response.on('close', () => writeLine(request, response, Date.now() - begunMs));
    }
    next();
  };
}

function writeLine(request: Request, response: Response, responseTime: number): void {
  const { method, originalUrl, log } = request;
  const { statusCode } = response;
  const line = { req: { method, path: toldPath(originalUrl) }, res: { statusCode }, responseTime };
  if (statusCode >= 500) log.error(line, 'request errored');
  else log.info(line, response.writableEnded ? 'request completed' : 'request aborted');
}
