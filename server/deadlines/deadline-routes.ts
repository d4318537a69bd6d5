import { type NextFunction, type Request, type Response, Router } from 'express';
import type { Calendar } from '../domain/calendar.ts';
import { DeadlineInputError } from '../domain/deadline-input-error.ts';
import { parseInput } from '../http/parse-input.ts';
import { languageOf } from '../http/problem.ts';
import { STATUS_TITLES } from '../http/status-titles.ts';
import { deadlineRequestOf, deadlineRequestShape } from './deadline-request.ts';
import { explainRequest } from './explain-request.ts';
import { inputErrorText } from './input-error-texts.ts';

export interface DeadlineRoutesDependencies {
  calendar: Calendar;
}

/** `POST /explain`: open to everybody, since it holds nothing of any case. */
export function deadlineRoutes({ calendar }: DeadlineRoutesDependencies): Router {
  const router = Router();
  router.post('/explain', (request, response) => {
    response.json(
      explainRequest(deadlineRequestOf(parseInput(deadlineRequestShape, request.body)), calendar),
    );
  });
  router.use(answerInputError);
  return router;
}

// Express tells an error handler by its four parameters.
// oxlint-disable-next-line max-params
function answerInputError(error: unknown, request: Request, response: Response, next: NextFunction): void {
  if (!(error instanceof DeadlineInputError)) {
    next(error);
    return;
  }
  const detail = inputErrorText(error)[languageOf(request)];
  const problem = {
    type: 'urn:heyi:problem:invalid_input',
    title: STATUS_TITLES[422][languageOf(request)],
    status: 422,
    code: 'invalid_input',
    detail,
    requestId: response.get('X-Request-Id') ?? '',
    errors: [{ pointer: pointerTo(error.field), field: error.field, code: error.code, detail }],
  };
  response.status(422).type('application/problem+json').send(JSON.stringify(problem));
}

/** events[0].kind → /events/0/kind (RFC 6901). */
function pointerTo(field: string): string {
  return `/${field.replaceAll('[', '/').replaceAll(']', '').replaceAll('.', '/')}`;
}
