import type { SeededRandom } from '../../config/seed/seeded-random.ts';
import type { Operation } from '../../server/api-document/operation.ts';
import { bodyFields } from '../server/bad-input/body-fields.ts';
import { goodRequest, headersFor, type KnownIds, pathWith } from '../server/bad-input/good-requests.ts';
import { type Spoiled, spoiltBody } from '../server/bad-input/spoil-body.ts';
import { wrongQueries } from '../server/bad-input/wrong-queries.ts';
import { RawJson, UNFIT_TEXTS, wrongValues } from '../server/bad-input/wrong-values.ts';
import type { RawRequest } from '../support/send-raw.ts';
import type { TestCity, TestPerson } from '../support/test-city.ts';
import type { FuzzPeople } from './fuzz-people.ts';
import { JUNK, JUNK_HEADERS, JUNK_IDS } from './junk.ts';
import { schemaValue } from './schema-value.ts';

export interface FuzzGround {
  city: TestCity;
  ids: KnownIds;
  people: FuzzPeople;
  /** Cases and the version that each was last seen at. */
  cases: Map<string, number>;
  /** Ids that answers told of. */
  seenIds: string[];
}

export interface FuzzRequest extends RawRequest {
  operation: Operation;
  /** Holds something that no such request may hold: it must be refused. */
  spoilt: boolean;
}

/** What is done to whoever asks, or to an account: only to one that is spare. */
const TO_ONESELF = /\/accounts\/current|\/sessions/;
const TO_SPARE: Record<string, (people: FuzzPeople) => string> = {
  accounts: ({ spare }) => spare.accountId,
  organisations: ({ spareOrganisationId }) => spareOrganisationId,
};
const FORM_FIELDS = ['number', 'code', 'phone', 'requestId', 'nope', '__proto__'] as const;

/** One request of a seed: the example of a route, or what its schema may take, with more or less wrong in it. */
export function randomRequest(
  operation: Operation,
  random: SeededRandom,
  { ground, mustFail }: { ground: FuzzGround; mustFail: boolean },
): FuzzRequest {
  const { city, ids, people } = ground;
  const good = goodRequest(operation, city, ids);
  const person = TO_ONESELF.test(operation.path) ? people.spare : somebody(random, people);
  const caseId = random.pick(some([...ground.cases.keys()], ids['cases'] ?? ''));
  const path = pathWith(operation.path, (folder) => {
    if (random.chance(0.1)) return random.pick(JUNK_IDS);
    const spare = TO_SPARE[folder];
    if (spare !== undefined) return spare(people);
    if (folder === 'cases' || folder === 'warnings') return caseId;
    return random.chance(0.3) ? random.pick(some(ground.seenIds, 'x')) : (ids[folder] ?? 'x');
  });
  const request: FuzzRequest = {
    operation,
    method: operation.method,
    path,
    headers: {
      ...(person === null ? good.headers : headersFor(operation, person)),
      'X-Forwarded-For': `10.${random.int(0, 255)}.${random.int(0, 255)}.${random.int(1, 254)}`,
      ...(operation.ifMatch && random.chance(0.9)
        ? { 'If-Match': `"${ground.cases.get(caseId) ?? 1}"` }
        : {}),
      ...(random.chance(0.05) ? { 'Idempotency-Key': `key-${random.int(1, 50)}` } : {}),
    },
    body: operation.body === undefined ? '' : JSON.stringify(good.body),
    spoilt: false,
  };
  if (operation.file !== undefined) return withFile(request, random);
  if (operation.method === 'post' && !operation.path.startsWith('/api/')) return withForm(request, random);
  if (mustFail) return spoil(request, random, good.body);
  return disturb(request, random, { body: good.body, ids: ground.seenIds });
}

const some = <Item>(items: readonly Item[], otherwise: Item): [Item, ...Item[]] => {
  const [first = otherwise, ...rest] = items;
  return [first, ...rest];
};

/** Null: the one who may ask for it. */
function somebody(random: SeededRandom, { asking, spare }: FuzzPeople): TestPerson | null {
  return random.chance(0.5) ? null : random.pick(some(asking, spare));
}

/** Makes one thing wrong by which any request of this route must be refused. */
function spoil(request: FuzzRequest, random: SeededRandom, body: unknown): FuzzRequest {
  const { operation } = request;
  const ways = ['login', ...(operation.body ? ['body', 'body', 'body', 'text'] : [])];
  if (operation.query) ways.push('query', 'query');
  const way = random.pick(some(operation.access === 'staff' ? ways : ways.slice(1), 'nothing'));
  if (way === 'login') {
    return { ...request, headers: { ...request.headers, Authorization: 'Bearer nobody' }, spoilt: true };
  }
  if (way === 'query' && operation.query) {
    const { query } = random.pick(
      some(wrongQueries(bodyFields(operation.query)), { query: 'nope=1', pointer: '' }),
    );
    return { ...request, path: `${request.path}?${query}`, spoilt: true };
  }
  if (way === 'text') {
    const text = String(request.body);
    return { ...request, body: text.slice(0, random.int(0, text.length - 1)), spoilt: true };
  }
  if (way === 'body' && operation.body) {
    const wrong = wrongFields(operation.body, random);
    if (wrong.length > 0) return { ...request, body: spoiltBody(body, wrong), spoilt: true };
  }
  return request;
}

function wrongFields(body: NonNullable<Operation['body']>, random: SeededRandom): Spoiled[] {
  const fields = bodyFields(body).filter((field) => wrongValues(field).length > 0);
  return Array.from({ length: random.int(1, 3) }, () => random.pick(some(fields, undefined))).flatMap(
    (field) => {
      if (field === undefined) return [];
      const values = [...wrongValues(field), ...(field.kind === 'string' ? UNFIT_TEXTS : [])];
      return [{ field, value: random.pick(some(values, null)) }];
    },
  );
}

/** Anything else: it may be taken, and then must be answered as the document says. */
function disturb(
  request: FuzzRequest,
  random: SeededRandom,
  { body, ids }: { body: unknown; ids: readonly string[] },
): FuzzRequest {
  const { operation, headers } = request;
  const changed = { ...request };
  if (operation.body !== undefined) changed.body = disturbedBody(operation.body, random, { body, ids });
  if (operation.query !== undefined) changed.path += `?${someQuery(operation.query, random, ids)}`;
  else if (random.chance(0.05))
    changed.path += `?${random.pick(some(['a[b][c]=1', 'a=1&a=2', '__proto__[x]=1', '%'], ''))}`;
  if (random.chance(0.08)) {
    const [name, value] = random.pick(some(JUNK_HEADERS, ['Accept', '*/*']));
    changed.headers = { ...headers, [name]: value };
  }
  return changed;
}

function disturbedBody(
  schema: NonNullable<Operation['body']>,
  random: SeededRandom,
  { body, ids }: { body: unknown; ids: readonly string[] },
): string | Buffer {
  const fields = bodyFields(schema);
  const way = random.weighted({ good: 15, likely: 45, junk: 30, bytes: 10 });
  if (way === 'good') return JSON.stringify(body);
  const changes = Array.from({ length: random.int(1, 3) }, () => {
    const field = random.pick(
      some(fields, fields[0] ?? { path: [], pointer: '', kind: 'object', nullable: false, schema: {} }),
    );
    const value = way === 'likely' ? schemaValue(field.schema, random, ids) : random.pick(some(JUNK, null));
    return { field, value };
  });
  // Outer ones first: what lies in them is put into what they have become.
  changes.sort((one, other) => one.field.path.length - other.field.path.length);
  const text = spoiltBody(
    body,
    changes.map(({ field, value }) => ({ field, value: value ?? new RawJson('null') })),
  );
  if (way !== 'bytes') return text;
  const bytes = Buffer.from(text);
  if (bytes.length > 0) bytes[random.int(0, bytes.length - 1)] = random.int(0, 255);
  return bytes;
}

function someQuery(
  schema: NonNullable<Operation['query']>,
  random: SeededRandom,
  ids: readonly string[],
): string {
  const fields = bodyFields(schema).filter(({ path }) => path.length === 1);
  return fields
    .filter(() => random.chance(0.3))
    .flatMap((field) => {
      const name = String(field.path[0]);
      const value = random.chance(0.8) ? schemaValue(field.schema, random, ids) : random.pick(JUNK_IDS);
      const part = `${name}=${encodeURIComponent(String(value).toWellFormed())}`;
      return random.chance(0.05) ? [part, part] : [part];
    })
    .join('&');
}

function withFile(request: FuzzRequest, random: SeededRandom): FuzzRequest {
  const rows = [
    '姓名,电话,籍贯\n王建国,13800001234,德州市\n',
    '姓名\n',
    '',
    'PK\u0003\u0004broken',
    `姓名,金额\n"${'x'.repeat(5000)}",1e400\n`,
    '\u0000\u0001\u0002',
    '=cmd|calc!A1,姓名\n'.repeat(200),
  ] as const;
  const bytes = Buffer.from(random.pick(rows));
  if (bytes.length > 0 && random.chance(0.5)) bytes[random.int(0, bytes.length - 1)] = random.int(0, 255);
  const type = random.pick(some([...(request.operation.file ?? []), 'application/json'], 'text/csv'));
  return { ...request, body: bytes, headers: { ...request.headers, 'Content-Type': type } };
}

function withForm(request: FuzzRequest, random: SeededRandom): FuzzRequest {
  const values = [
    'x',
    '',
    '%',
    '%ff',
    '%00',
    'a%5B%5D',
    '历工调〔2026〕1号',
    '1'.repeat(3000),
    '13800001234',
  ] as const;
  const parts = Array.from(
    { length: random.int(0, 4) },
    () => `${random.pick(FORM_FIELDS)}=${random.pick(values)}`,
  );
  const type = random.pick([
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded; charset=x',
    'multipart/form-data',
    'text/plain',
  ]);
  return { ...request, body: parts.join('&'), headers: { ...request.headers, 'Content-Type': type } };
}
