import type { Operation } from '../../../server/api-document/operation.ts';
import { isActionName } from '../../../server/domain/case-actions.ts';
import { ACTION_EXAMPLES } from '../../support/action-examples.ts';
import type { TestCity, TestPerson } from '../../support/test-city.ts';
import { YEAR_2027 } from '../../support/year-2027.ts';

/** What there is in the city of a test, by the folder that its ids stand below: `cases`, `tasks` … */
export type KnownIds = Record<string, string | undefined>;

export interface GoodRequest {
  path: string;
  headers: Record<string, string>;
  body: unknown;
}

/** Who may ask for it, so that a fault of the input is the only one. */
function personFor({ method, path }: Operation, city: TestCity): TestPerson {
  if (/accounts\/current|\/sessions$/.test(path)) return city.mediator;
  // An administrator of the whole instance erases nothing, and sets nothing that does.
  if (/\/retention/.test(path)) return city.head;
  const administers = /^\/api\/v1\/(?:organisations|accounts|audit)|calendar\/years/.test(path);
  if (administers) return city.admin;
  return path === '/api/v1/break-glass' && method === 'get' ? city.supervisor : city.head;
}

function bodyFor({ path, example }: Operation): unknown {
  const action = path.split('/').at(-1) ?? '';
  if (path.includes('/actions/') && isActionName(action)) return ACTION_EXAMPLES[action].body;
  return path === '/api/v1/calendar/years' ? YEAR_2027 : example;
}

/** The path of an operation with an id for each placeholder, by what stands before it. */
export function pathWith(path: string, idOf: (folder: string) => string): string {
  return path.replaceAll(/([\w-]+)\/\{\w+\}/g, (_, folder: string) => `${folder}/${idOf(folder)}`);
}

/** A request with nothing wrong in it, but that what it asks for may not be open now. */
export function goodRequest(operation: Operation, city: TestCity, ids: KnownIds): GoodRequest {
  return {
    path: pathWith(operation.path, (folder) => ids[folder] ?? ''),
    headers: headersFor(operation, personFor(operation, city)),
    body: bodyFor(operation),
  };
}

export function headersFor(
  { access, ifMatch, body }: Operation,
  { token }: TestPerson,
): Record<string, string> {
  return {
    ...(access === 'staff' ? { Authorization: `Bearer ${token}` } : {}),
    ...(ifMatch ? { 'If-Match': '"1"' } : {}),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
  };
}
