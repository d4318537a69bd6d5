import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { seededRandom } from '../../../config/seed/seeded-random.ts';
import type { CaseDocument } from '../../../schemas/documents/case-document.ts';
import { orderPlace } from '../../../server/database/page-in-order.ts';
import type { MediationCase } from '../../../server/domain/case.ts';
import { type CaseListing, listingOf } from '../../../server/domain/case-listing.ts';
import { caseNumberKey } from '../../../server/domain/case-number-key.ts';
import { CASE_STATES } from '../../../server/domain/case-state.ts';
import { CAUSE_CODES } from '../../../server/domain/causes.ts';
import { addDays } from '../../../server/domain/legal-day.ts';
import { WARNING_GRADES, type WarningGrade } from '../../../server/domain/warning-grade.ts';
import { queriesOf } from '../../support/queries-of.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { register } from '../../support/test-case.ts';
import { buildTestCity, type TestCity, type TestPerson } from '../../support/test-city.ts';

type Row = MediationCase & CaseListing & { grade: WarningGrade | null };
type Order = (left: Row, right: Row) => number;

const CASES = 8000;
const LIMIT = 20;
/** What a page may read beyond itself: a few windows that were too wide. */
const MOST_READ = LIMIT + 15 * 4 * LIMIT;

const by =
  (key: 'registeredOrder' | 'dueOrder' | 'numberOrder', sign = 1): Order =>
  (left, right) =>
    sign * (left[key] - right[key] || (left.id < right.id ? -1 : 1));

describe('a list of 8,000 cases', function () {
  this.timeout(120_000);
  let app: TestApp;
  let city: TestCity;
  let rows: Row[];

  before(async () => {
    app = await startTestApp({ at: '2026-09-16T10:00:00+08:00' });
    city = await buildTestCity(app);
    const { case: one } = await register(app, city.clerk);
    const cases = app.connection.collection<CaseDocument>('cases');
    const stored = await cases.findOne({ _id: one.id });
    const model = await app.services.cases.find(one.id, {});
    if (stored === null || model === null) throw new Error('no case to copy');
    await cases.deleteMany({});
    rows = makeRows(model);
    for (let first = 0; first < CASES; first += 2000) {
      await cases.insertMany(
        rows.slice(first, first + 2000).map(({ id, grade, ...row }) =>
          app.services.sealing.sealDocument({
            ...stored,
            ...row,
            _id: id,
            dataKey: null,
            warningGrade: grade,
            numberKey: caseNumberKey(row.number),
          }),
        ),
      );
    }
  });
  after(() => app.stop());

  /** Two years of cases: two organisations, every state, a tenth of them imported in one millisecond. */
  function makeRows(model: MediationCase): Row[] {
    const { next, int, pick } = seededRandom('lists');
    const [worker] = model.workers;
    const [claim] = worker?.claims ?? [];
    if (worker === undefined || claim === undefined) throw new Error('the case has no worker');
    const last = Date.parse('2026-09-16T00:00:00Z');
    return Array.from({ length: CASES }, (_, index): Row => {
      const below = next() < 0.7;
      const size = next() < 0.01 ? int(2, 60) : 1;
      const claims = [{ ...claim, cause: CAUSE_CODES[int(0, CAUSE_CODES.length - 1)] ?? 'other' }];
      const subject: MediationCase = {
        ...model,
        id: randomUUID(),
        number: `历工调〔${int(2024, 2026)}〕${index + 1}号`,
        organisationId: below ? city.centreId : city.cityId,
        organisationPath: below ? [city.centreId, city.cityId] : [city.cityId],
        state: CASE_STATES[int(0, CASE_STATES.length - 1)] ?? 'registered',
        mediatorId: pick([city.mediator.accountId, city.otherMediator.accountId, null]),
        registeredAt: new Date(next() < 0.1 ? last : last - Math.floor(next() * 730 * 86_400_000)),
        workers: Array.from({ length: size }, () => ({ ...worker, claims })),
      };
      const nextDueOn = next() < 0.2 ? null : addDays('2026-08-01', int(0, 90));
      const grade = next() < 0.02 ? pick(WARNING_GRADES) : null;
      return { ...subject, grade, ...listingOf(subject, { nextDueOn, grade }) };
    });
  }

  async function ask(who: TestPerson, query: Record<string, string>) {
    const answer = await app.http
      .get('/api/v1/cases')
      .query({ limit: String(LIMIT), ...query })
      .set('Authorization', `Bearer ${who.token}`);
    expect(answer.status, answer.text).to.equal(200);
    return answer;
  }

  /** What the database had to read for a request: of each query what it matches, as far as its limit goes. */
  async function counted<Result>(request: () => Promise<Result>): Promise<{ result: Result; read: number }> {
    const { result, queries } = await queriesOf('cases', request);
    const cases = app.connection.collection('cases');
    const counts = await Promise.all(
      queries.map(({ filter, limit }) => cases.countDocuments(filter, limit > 0 ? { limit } : {})),
    );
    return { result, read: counts.reduce((sum, count) => sum + count, 0) };
  }

  const LISTS: {
    query: Record<string, string>;
    who?: 'head' | 'clerk' | 'mediator';
    holds: (row: Row) => boolean;
    order?: Order;
  }[] = [
    { query: {}, holds: () => true },
    { query: { sort: 'registeredAt' }, holds: () => true, order: by('registeredOrder') },
    { query: { sort: 'nextDueOn' }, holds: () => true, order: by('dueOrder') },
    { query: { sort: '-nextDueOn' }, holds: () => true, order: by('dueOrder', -1) },
    { query: { sort: 'number' }, holds: () => true, order: by('numberOrder') },
    { query: { sort: '-number' }, holds: () => true, order: by('numberOrder', -1) },
    { query: { state: 'agreed' }, holds: ({ state }) => state === 'agreed' },
    {
      query: { state: 'agreed,breached', cause: 'wages' },
      holds: ({ state, workers }) =>
        ['agreed', 'breached'].includes(state) && workers[0]?.claims[0]?.cause === 'wages',
    },
    { query: { mediator: 'nobody' }, holds: ({ mediatorId }) => mediatorId === null },
    { query: { crossRegion: 'true', workersAtLeast: '30' }, holds: ({ workers }) => workers.length >= 30 },
    { query: { crossRegion: 'false' }, holds: () => false },
    { query: { warning: 'red' }, holds: ({ grade }) => grade === 'red' },
    {
      query: { registeredFrom: '2026-03-01', registeredTo: '2026-03-31' },
      holds: ({ registeredAt }) =>
        registeredAt >= new Date('2026-03-01T00:00+08:00') &&
        registeredAt < new Date('2026-04-01T00:00+08:00'),
    },
    {
      query: { overdue: 'true' },
      holds: ({ nextDueOn }) => nextDueOn !== null && nextDueOn < '2026-09-16',
      order: by('dueOrder'),
    },
    {
      query: { dueBefore: '2026-08-03', sort: '-registeredAt', state: 'failed' },
      holds: ({ nextDueOn, state }) => nextDueOn !== null && nextDueOn < '2026-08-03' && state === 'failed',
    },
    { query: {}, who: 'clerk', holds: ({ organisationId }) => organisationId === city.centreId },
    {
      query: { sort: 'nextDueOn' },
      who: 'mediator',
      holds: ({ organisationId, mediatorId }) =>
        organisationId === city.centreId && mediatorId !== city.otherMediator.accountId,
      order: by('dueOrder'),
    },
  ];

  for (const { query, who = 'head', holds, order = by('registeredOrder', -1) } of LISTS) {
    it(`holds what it should in order, and no page reads much more than it gives: ${who} ${JSON.stringify(query)}`, async () => {
      const seen = (row: Row) => who !== 'head' || row.organisationId === city.centreId;
      const wanted = rows.filter((row) => seen(row) && holds(row)).sort(order);
      let cursor: string | null = null;
      for (let page = 0; page < 4; page += 1) {
        const { result, read } = await counted(() =>
          ask(city[who], cursor === null ? query : { ...query, cursor }),
        );
        const ids = result.body.cases.map(({ id }: { id: string }) => id);
        expect(ids).to.deep.equal(wanted.slice(page * LIMIT, (page + 1) * LIMIT).map(({ id }) => id));
        expect(read, `page ${page + 1}`).to.be.at.most(MOST_READ);
        cursor = result.body.nextCursor;
        if (cursor === null) {
          expect(wanted.length).to.be.at.most((page + 1) * LIMIT);
          expect(result.headers).to.not.have.property('link');
          break;
        }
        expect(result.headers['link']).to.match(/^<\/api\/v1\/cases\?[^>]*cursor=[^>]+>; rel="next"$/);
      }
    });
  }

  it('takes two reads, where it was read before: the order of the page, and its cases', async () => {
    const [one, two] = [
      { sort: '-number', cause: 'wages' },
      { warning: 'red', workersAtLeast: '5' },
    ];
    for (const query of [one, two]) {
      const { body } = await ask(city.head, query);
      expect(body.cases).to.have.length.above(0);
      const { queries, result } = await queriesOf('cases', () => ask(city.head, query));
      expect(queries).to.have.length(2);
      expect(result.body).to.deep.equal(body);
    }
  });

  it('costs no more on page 200 than on page 1', async () => {
    const wanted = rows.filter((row) => row.organisationId === city.centreId).sort(by('registeredOrder', -1));
    const first = await counted(() => ask(city.head, {}));
    const list = { accountId: city.head.accountId, path: '/api/v1/cases', filters: {} };
    const place = orderPlace.parse(app.services.listCursors.open(list, first.result.body.nextCursor));
    const before = wanted[199 * LIMIT - 1];
    const cursor = app.services.listCursors.seal(list, {
      ...place,
      order: before?.registeredOrder,
      id: before?.id,
    });
    const far = await counted(() => ask(city.head, { cursor }));
    expect(far.result.body.cases.map(({ id }: { id: string }) => id)).to.deep.equal(
      wanted.slice(199 * LIMIT, 200 * LIMIT).map(({ id }) => id),
    );
    expect(far.read).to.be.at.most(1.1 * first.read);
  });

  const LOOKED_UP: [who: 'head' | 'mediator', query: Record<string, string>][] = [
    ['head', {}],
    ['head', { state: 'agreed,breached', cause: 'wages', sort: 'number' }],
    ['head', { overdue: 'true', crossRegion: 'true' }],
    ['mediator', { sort: 'nextDueOn' }],
  ];
  for (const [who, query] of LOOKED_UP) {
    it(`is looked up between places of an index, whatever the length of the list: ${who} ${JSON.stringify(query)}`, async () => {
      const { queries } = await queriesOf('cases', () => ask(city[who], query));
      const cases = app.connection.collection('cases');
      for (const { filter, hint } of queries.filter(({ limit }) => limit > 0)) {
        const plan = await cases
          .find(filter)
          .hint(hint ?? 'none')
          .explain();
        const told = JSON.stringify(plan).replaceAll('\\', '');
        const ends = [...JSON.stringify(filter).matchAll(/"\$gte":"([^"]+)","\$lte":"([^"]+)"/g)];
        expect(ends).to.not.have.length(0);
        for (const [, from, to] of ends) expect(told).to.include(`["${from}", "${to}"]`);
      }
    });
  }

  it('is asked for by what it knows, and says what it does not', async () => {
    const refused: [Record<string, string>, string][] = [
      [{ sort: 'name' }, '/sort'],
      [{ state: 'agreed,lost' }, '/state'],
      [{ limit: '201' }, '/limit'],
      [{ limit: '0' }, '/limit'],
      [{ cursor: 'x' }, '/cursor'],
      [{ overdue: 'maybe' }, '/overdue'],
      [{ registeredFrom: '2026-02-30' }, '/registeredFrom'],
      [{ workersAtLeast: '-1' }, '/workersAtLeast'],
      [{ mediator: 'x' }, '/mediator'],
      [{ q: '   ' }, '/q'],
      [{ q: '王建国', state: 'agreed' }, '/state'],
      [{ q: '王建国', sort: 'number', limit: '5' }, '/sort'],
    ];
    for (const [query, pointer] of refused) {
      const answer = await app.http
        .get('/api/v1/cases')
        .query(query)
        .set('Authorization', `Bearer ${city.head.token}`)
        .expect(422);
      expect(answer.body.errors[0].pointer).to.equal(pointer);
    }
  });
});
