import { z } from 'zod';
import { caseRequest } from '../../test/support/test-case.ts';
import { STUB_CASE } from './stub-cases.ts';
import { STUB_TOKEN } from './stub-login.ts';

export const timedRequest = z.object({
  method: z.enum(['GET', 'POST']),
  path: z.string(),
  body: z.string(),
  status: z.number(),
});
/** One request, as it is sent over and over, and the status that it must be answered with. */
export type TimedRequest = z.infer<typeof timedRequest>;

const CASES = '/api/v1/cases';
const register = (changes: Record<string, unknown>) => JSON.stringify(caseRequest(changes));

export const HTTP_REQUESTS = {
  'one case': { method: 'GET', path: `${CASES}/${STUB_CASE.id}`, body: '', status: 200 },
  'list of 50': { method: 'GET', path: `${CASES}?state=in-mediation&limit=50`, body: '', status: 200 },
  'body taken': { method: 'POST', path: CASES, body: register({}), status: 201 },
  'body refused': { method: 'POST', path: CASES, body: register({ channel: 'pigeon', day: 1 }), status: 422 },
} satisfies Record<string, TimedRequest>;

/** The bytes of a request, which are the same each time. */
export function bytesOf({ method, path, body }: TimedRequest): Buffer {
  const content = `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`;
  return Buffer.from(
    `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${STUB_TOKEN}\r\n` +
      `Accept-Language: en\r\n${body === '' ? '' : content}\r\n${body}`,
  );
}
