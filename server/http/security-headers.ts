import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Keeps the headers that it is given. */
class HeaderList extends ServerResponse {
  readonly headers = new Map<string, string>();
  override setHeader(name: string, value: number | string | readonly string[]): this {
    this.headers.set(name, String(value));
    return this;
  }
}

/** The headers that helmet gives every answer. They are the same each time, so helmet makes them once. */
export const SECURITY_HEADERS: ReadonlyMap<string, string> = madeByHelmet();

export const securityHeaders: RequestHandler = (_request, response, next) => {
  for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
  next();
};

function madeByHelmet(): ReadonlyMap<string, string> {
  const request = new IncomingMessage(new Socket());
  const response = new HeaderList(request);
  // Whether the pages are reached by HTTPS is decided in front of us; on a local network they may not be.
  const setHeaders = helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } });
  setHeaders(request, response, () => undefined);
  return response.headers;
}
