import type { Request, RequestHandler } from 'express';
import type { RecordAccess } from '../audit/record-access.ts';
import { Fault } from '../domain/fault.ts';
import { holdAnswer } from './hold-answer.ts';
import { answerProblem } from './problem.ts';
import { toldPath } from './told-path.ts';

export interface AuditRequestsDependencies {
  recordAccess: RecordAccess;
  now: () => Date;
}

const MOST_PATH = 300;
const OF_A_CASE = /^\/api\/v1\/(?:cases|warnings)\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:\/|$)/;
/** What remains of an answer that must not go out. */
const KEPT_HEADERS = new Set(['x-request-id']);

/**
 * Holds every answer to somebody who is known until it is recorded: what cannot be recorded is not shown. It hangs
 * at the end of the answer, not at the routes, so that no route can forget it.
 */
export function auditRequests({ recordAccess, now }: AuditRequestsDependencies): RequestHandler {
  return (request, response, next) => {
    holdAnswer(response, {
      until: async () => {
        const note = request.auditNote;
        if (note === undefined) return;
        const { accountId = null, caseIds = [] } = note;
        const about = caseOf(pathOf(request)) ?? caseOf(response.get('Location'));
        await recordAccess({
          at: now(),
          accountId,
          what: `${request.method} ${toldPath(request.originalUrl).slice(0, MOST_PATH)}`,
          about,
          caseIds: [...new Set(about === null ? caseIds : [about, ...caseIds])],
          outcome: response.statusCode,
          address: request.ip ?? null,
          requestId: response.get('X-Request-Id') ?? null,
        });
      },
      failed: (error) => {
        request.log.error({ err: error }, 'the audit could not be written');
        for (const name of response.getHeaderNames()) {
          if (!KEPT_HEADERS.has(name)) response.removeHeader(name);
        }
        answerProblem(new Fault('audit_unavailable'), request, response, next);
      },
    });
    next();
  };
}

const pathOf = ({ originalUrl }: Request) => originalUrl.split('?', 1)[0] ?? '';

/** The case that an address names; what was just made stands in the Location of the answer. */
function caseOf(path: string | undefined): string | null {
  return OF_A_CASE.exec(path ?? '')?.[1] ?? null;
}
