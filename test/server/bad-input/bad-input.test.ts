import { expect } from 'chai';
import type { Operation } from '../../../server/api-document/operation.ts';
import { takesKey } from '../../../server/api-document/operation.ts';
import { refusalsOf } from '../../../server/api-document/operation-refusals.ts';
import { OPERATIONS } from '../../../server/api-document/operations.ts';
import { as } from '../../support/as-person.ts';
import { type RawAnswer, rawSender } from '../../support/send-raw.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { buildTestCity, type TestCity, type TestPerson } from '../../support/test-city.ts';
import { type BodyField, bodyFields } from './body-fields.ts';
import { fingerprint } from './fingerprint.ts';
import { goodRequest, headersFor, type KnownIds, pathWith } from './good-requests.ts';
import { knownIds } from './known-ids.ts';
import { type Spoiled, spoiltBody, waysToSpoil } from './spoil-body.ts';
import { wrongQueries } from './wrong-queries.ts';
import { UNFIT_TEXTS } from './wrong-values.ts';

interface Problem {
  code: string;
  title: string;
  detail: string;
  errors?: { pointer: string; detail: string }[];
}

const HAN = /\p{Script=Han}/u;
/** Words in a row are a sentence; one by itself may be a name of the API. */
const ENGLISH = /[a-z]{2,} [a-z]{2,}/i;
const UNKNOWN = '00000000-0000-4000-8000-000000000000';
/** Years of holidays belong to no organisation. */
const OF_NOBODY = /\/imports\//;
const NO_FIELDS = ['nope', '$where', '__proto__', 'constructor'];
const API = OPERATIONS.filter(({ path }) => path.startsWith('/api/'));
const nameOf = ({ method, path }: Operation) => `${method.toUpperCase()} ${path}`;

describe('bad input', () => {
  let app: TestApp;
  let city: TestCity;
  let ids: KnownIds;
  let sender: ReturnType<typeof rawSender>;
  let elsewhere: TestPerson;
  let untouched: Record<string, string>;
  before(async () => {
    // The audit holds each answer back until it is written: not what is tested here.
    app = await startTestApp({
      at: '2026-12-01T10:00:00+08:00',
      lookups: 1_000_000,
      recordAccess: async () => undefined,
    });
    city = await buildTestCity(app);
    ids = await knownIds(app, city);
    elsewhere = await city.addPerson('elsewhere', city.originId, ['administrator', 'head', 'supervisor']);
    sender = rawSender(app.port);
    untouched = await fingerprint(app);
  });
  after(async () => {
    sender.stop();
    await app.stop();
  });

  let turn = 0;
  /** Sends in Chinese and English by turns; whatever is answered must be a problem in that language. */
  async function refused(operation: Operation, asked: Parameters<typeof sender.send>[0]): Promise<Problem> {
    turn += 1;
    const language = turn % 2 === 0 ? 'zh' : 'en';
    const headers = { ...asked.headers, 'Accept-Language': language };
    const answer = await sender.send({ ...asked, headers });
    const where = `${nameOf(operation)} ${String(asked.body ?? '').slice(0, 300)} → ${answer.text.slice(0, 2000)}`;
    expect(answer.status, where).to.be.within(400, 499);
    expect(answer.type, where).to.equal('application/problem+json');
    const problem = problemOf(answer);
    expect(refusalsOf(operation), where).to.include(problem.code);
    for (const text of [
      problem.title,
      problem.detail,
      ...(problem.errors ?? []).map(({ detail }) => detail),
    ]) {
      expect(HAN.test(text), `${language}: ${text}`).to.equal(language === 'zh');
      if (language === 'zh') expect(text, where).to.not.match(ENGLISH);
    }
    return problem;
  }

  const problemOf = ({ text }: RawAnswer) => JSON.parse(text) as Problem;

  /** Sends a body with these faults, each of which must be named. */
  async function namesEach(operation: Operation, wrong: readonly Spoiled[]): Promise<void> {
    const { path, headers, body } = goodRequest(operation, city, ids);
    const sent = spoiltBody(body, wrong);
    const { code, errors = [] } = await refused(operation, {
      method: operation.method,
      path,
      headers,
      body: sent,
    });
    const pointers = errors.map(({ pointer }) => pointer);
    expect(code, sent).to.equal('invalid_input');
    expect(pointers, sent.slice(0, 2000)).to.include.members(wrong.map(({ field }) => field.pointer));
  }

  for (const operation of API) {
    if (operation.body === undefined) continue;
    const fields = bodyFields(operation.body);
    it(`of every kind in the body of ${nameOf(operation)} is refused, and each field named`, async () => {
      const isText = ({ kind }: BodyField) => kind === 'string';
      const unfit = UNFIT_TEXTS.map((value) => fields.filter(isText).map((field) => ({ field, value })));
      const unknown = fields
        .filter(({ kind, schema }) => kind === 'object' && schema.propertyNames === undefined)
        .flatMap(({ path, pointer }) =>
          NO_FIELDS.map((name) => ({
            field: { path: [...path, name], pointer: `${pointer}/${name}` },
            value: 1,
          })),
        );
      const ways = [...waysToSpoil(fields), ...unfit, unknown].filter(({ length }) => length > 0);
      await Promise.all(ways.map((wrong) => namesEach(operation, wrong)));
    });
  }

  for (const operation of API) {
    if (operation.query === undefined) continue;
    const queries = wrongQueries(bodyFields(operation.query));
    it(`of every kind in the query of ${nameOf(operation)} is refused, and the field named`, async () => {
      const { path, headers } = goodRequest(operation, city, ids);
      await Promise.all(
        queries.map(async ({ query, pointer }) => {
          const asked = { method: operation.method, path: `${path}?${query}`, headers };
          const { code, errors = [] } = await refused(operation, asked);
          expect(code, query).to.equal('invalid_input');
          expect(
            errors.map((error) => error.pointer),
            query,
          ).to.include(pointer);
        }),
      );
    });
  }

  const headerRows: [header: string, code: string, holds: (row: Operation) => boolean, values: string[]][] = [
    [
      'Authorization',
      'login_required',
      ({ access }) => access === 'staff',
      [
        '',
        'Bearer',
        'Basic YWRtaW46YWRtaW4=',
        `Bearer ${'x'.repeat(10_000)}`,
        'Bearer {"$gt":""}',
        'Bearer \u00e9',
      ],
    ],
    [
      'If-Match',
      'version_required',
      ({ ifMatch }) => ifMatch === true,
      ['', '*', 'W/"1"', '"x"', '"1', '1', '"-1"', '"99999999999999999999"'],
    ],
    ['Idempotency-Key', 'key_malformed', takesKey, ['', 'a b', '"', 'x'.repeat(256), '\u00e9', 'a,b']],
  ];
  for (const [header, expected, holds, values] of headerRows) {
    it(`in ${header} is refused wherever it is read`, async () => {
      const operations = API.filter(holds);
      expect(operations).to.have.length.above(40);
      await Promise.all(
        // Two for each route, in turn: one piece of code reads it for all of them.
        operations.flatMap((operation, place) =>
          [values[place % values.length], values[(place + 1) % values.length]].map(async (value = '') => {
            const { path, headers, body } = goodRequest(operation, city, ids);
            const asked = {
              method: operation.method,
              path,
              headers: { ...headers, [header]: value },
              body: operation.body === undefined ? '' : JSON.stringify(body),
            };
            expect((await refused(operation, asked)).code, value).to.equal(expected);
          }),
        ),
      );
    });
  }

  it('by an id of another organisation is answered like one by an id that nothing has', async () => {
    const operations = API.filter(
      ({ path, access }) => path.includes('{') && access === 'staff' && !OF_NOBODY.test(path),
    );
    expect(operations).to.have.length.above(70);
    await Promise.all(
      operations.map(async (operation) => {
        const { body } = goodRequest(operation, city, ids);
        const ask = async (idOf: (folder: string) => string) => {
          const answer = await sender.send({
            method: operation.method,
            path: pathWith(operation.path, idOf),
            headers: { ...headersFor(operation, elsewhere), 'Accept-Language': 'en' },
            body: operation.body === undefined ? '' : JSON.stringify(body),
          });
          expect(answer.status, `${nameOf(operation)} ${answer.text}`).to.be.within(400, 499);
          return { status: answer.status, ...problemOf(answer), requestId: null };
        };
        const [known, unknown] = [await ask((folder) => ids[folder] ?? ''), await ask(() => UNKNOWN)];
        expect(known, nameOf(operation)).to.deep.equal(unknown);
      }),
    );
  });

  it('changes nothing', async () => {
    expect(await fingerprint(app)).to.deep.equal(untouched);
    const { body } = await as(app, city.head).get(`/cases/${ids['cases']}`);
    expect(body.version).to.equal(1);
  });
});
