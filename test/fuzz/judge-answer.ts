import { problemAnswer } from '../../schemas/answers/problem-answer.ts';
import type { Operation } from '../../server/api-document/operation.ts';
import { refusalsOf } from '../../server/api-document/operation-refusals.ts';
import type { FaultCode } from '../../server/domain/fault-texts.ts';
import type { RawAnswer } from '../support/send-raw.ts';

/** Refusals that belong to no row: of the address, and of bodies that the route does not even read. */
const ANYWHERE: readonly FaultCode[] = [
  'route_not_found',
  'method_not_allowed',
  'address_malformed',
  'malformed_body',
  'body_too_large',
  'password_change_due',
  'second_factor_due',
  'invalid_input',
  'key_malformed',
];
/** At whose fault a field is must be said. */
const OF_A_FIELD = new Set(['invalid_input', 'cursor_foreign']);
const IS_PAGE = (path: string) => !path.startsWith('/api/');

/** What is wrong with an answer; null where it is as the document says. */
export function judgeAnswer(operation: Operation, { status, type, text }: RawAnswer): string | null {
  if (status >= 500) return `answered ${status}`;
  if (status >= 400) return IS_PAGE(operation.path) ? null : judgeProblem(operation, { type, text });
  if (status !== operation.answer.status) return `answered ${status}, which is not documented`;
  const { content } = operation.answer;
  if (content === null) return null;
  if (typeof content === 'string') return type === content ? null : `is ${type}, not ${content}`;
  const { error } = content.safeParse(JSON.parse(text));
  const [issue] = error?.issues ?? [];
  return issue === undefined ? null : `does not fit its schema: /${issue.path.join('/')} ${issue.message}`;
}

function judgeProblem(operation: Operation, { type, text }: Pick<RawAnswer, 'type' | 'text'>): string | null {
  if (type !== 'application/problem+json') return `is refused as ${type}`;
  const { data } = problemAnswer.safeParse(JSON.parse(text));
  if (data === undefined) return 'is refused by no problem of the document';
  const { code, errors = [] } = data;
  const known: readonly string[] = [...refusalsOf(operation), ...ANYWHERE];
  if (!known.includes(code)) return `is refused as ${code}, which is not documented`;
  if (OF_A_FIELD.has(code) && errors.length === 0) return `is refused as ${code}, and no field is named`;
  return null;
}
