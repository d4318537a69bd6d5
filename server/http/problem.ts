import type { ErrorRequestHandler, Request, Response } from 'express';
import { Fault, faultText } from '../domain/fault.ts';
import type { FaultCode } from '../domain/fault-texts.ts';
import { InvalidFields } from '../domain/invalid-fields.ts';
import { FAULT_STATUS } from './fault-status.ts';
import { versionTag } from './if-match.ts';
import { sendText } from './send-text.ts';
import { STATUS_TITLES } from './status-titles.ts';

/** RFC 9457, with a stable type, the fault's code and, where a field is at fault, pointers to it. */
interface Problem {
  type: string;
  title: string;
  status: number;
  code: FaultCode;
  detail: string;
  requestId: string;
  errors?: { pointer: string; detail: string }[];
}

/** Somebody else was faster; the fault names the version that is there now. */
const HAS_CHANGED: readonly FaultCode[] = ['case_changed', 'record_changed'];

export function languageOf(request: Request): 'zh' | 'en' {
  return request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
}

/** Answers every error that a route raised as problem+json, in the language that was asked for. */
// Express tells an error handler by its four parameters.
// oxlint-disable-next-line max-params
export const answerProblem: ErrorRequestHandler = (error: unknown, request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const fault = asFault(error);
  const status = FAULT_STATUS[fault.code];
  if (status === 500) request.log.error({ err: error }, 'request failed');
  // What another service said; whoever runs this one must know.
  else if (fault.cause !== undefined) request.log.warn({ err: fault.cause }, `refused: ${fault.code}`);
  if (fault.params['seconds'] !== undefined) response.set('Retry-After', fault.params['seconds']);
  // Whoever need not look at what the others wrote repeats with it at once.
  if (HAS_CHANGED.includes(fault.code)) {
    response.set(versionTag({ version: Number(fault.params['version']) }));
  }
  if (status === 401 && !response.hasHeader('WWW-Authenticate')) response.set('WWW-Authenticate', 'Bearer');
  response.vary('Accept-Language').set('Content-Language', languageOf(request));
  sendProblem(response, problemOf(fault, { request, response }));
};

function sendProblem(response: Response, problem: Problem): void {
  sendText(response.status(problem.status), 'application/problem+json', JSON.stringify(problem));
}

function problemOf(fault: Fault, { request, response }: { request: Request; response: Response }): Problem {
  const language = languageOf(request);
  const detail = faultText(fault.code, language, fault.params);
  const problem: Problem = {
    type: `urn:heyi:problem:${fault.code}`,
    title: STATUS_TITLES[FAULT_STATUS[fault.code]][language],
    status: FAULT_STATUS[fault.code],
    code: fault.code,
    detail,
    requestId: response.get('X-Request-Id') ?? '',
  };
  if (fault instanceof InvalidFields) return { ...problem, errors: fault.errorsIn(language) };
  return fault.pointer === undefined ? problem : { ...problem, errors: [{ pointer: fault.pointer, detail }] };
}

/** Errors of the body parser and the router carry a type; all else that is not a fault is ours. */
export function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof URIError) return new Fault('address_malformed');
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined;
  if (type === 'entity.too.large') return new Fault('body_too_large');
  if (type === 'charset.unsupported' || type === 'encoding.unsupported')
    return new Fault('media_type_unsupported');
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (typeof status === 'number' && status >= 400 && status < 500) return new Fault('malformed_body');
  return new Fault('internal_error');
}
