import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { caseRequest, register } from '../../support/test-case.ts';
import { buildTestCity, PASSWORD, type TestCity, type TestPerson } from '../../support/test-city.ts';
import { YEAR_2027 } from '../../support/year-2027.ts';

interface KeyedPost {
  by: TestPerson;
  path: string;
  body: object;
  ifMatch?: string;
}

describe('a request that is repeated with its Idempotency-Key', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  const post = ({ by, path, body, ifMatch = '' }: KeyedPost, key: string) =>
    app.http
      .post(`/api/v1${path}`)
      .set('Authorization', `Bearer ${by.token}`)
      .set('If-Match', ifMatch)
      .set('Idempotency-Key', key)
      .send(body);
  const registration = (by = city.clerk): KeyedPost => ({ by, path: '/cases', body: caseRequest() });
  const records = () => app.connection.collection('keptAnswers');
  const count = (collection: string) => app.connection.collection(collection).countDocuments();

  const office = (name: string) => ({
    name,
    regionCode: '370100',
    legalFooting: 'union-by-reference',
    caseNumberPattern: `${name}〔{year}〕{sequence}号`,
    phone: '0531-12351',
  });

  const CHANGES: { title: string; ask: () => Promise<KeyedPost>; effects: () => Promise<number> }[] = [
    {
      title: 'the registration of a case',
      ask: async () => registration(),
      effects: () => count('cases'),
    },
    {
      title: 'an action on a case',
      ask: async () => {
        const { case: subject } = await register(app, city.clerk);
        const body = { kind: 'employer-fled', knownOn: '2026-09-16' };
        return {
          by: city.clerk,
          path: `/cases/${subject.id}/actions/record-risk`,
          body,
          ifMatch: `"${subject.version}"`,
        };
      },
      effects: async () => {
        const cases = await app.connection.collection('cases').find().toArray();
        return cases.flatMap(({ risks }) => risks).length;
      },
    },
    {
      title: 'a new organisation',
      ask: async () => ({ by: city.admin, path: '/organisations', body: office('历城工调') }),
      effects: () => count('organisations'),
    },
    {
      title: 'a new account',
      ask: async () => ({
        by: city.admin,
        path: '/accounts',
        body: {
          username: 'one-more',
          password: PASSWORD,
          displayName: 'One more',
          organisationId: city.centreId,
          roles: ['clerk'],
        },
      }),
      effects: () => count('accounts'),
    },
    {
      title: 'a year of holidays',
      ask: async () => ({ by: city.admin, path: '/calendar/years', body: YEAR_2027 }),
      effects: () => count('calendarYears'),
    },
    {
      title: 'an organisation’s numbers for warnings',
      ask: async () => ({
        by: city.admin,
        path: `/organisations/${city.cityId}/warning-rules`,
        body: { fromOn: '2026-09-20' },
      }),
      effects: async () => {
        const found = await app.services.organisations.find(city.cityId);
        return found?.warningRules.length ?? 0;
      },
    },
  ];

  for (const { title, ask, effects } of CHANGES) {
    it(`is answered as the first time, and has one effect (${title})`, async () => {
      const [request, key] = [await ask(), randomUUID()];
      const before = await effects();
      const first = await post(request, key);
      expect(first.status, first.text).to.be.within(200, 201);
      expect(first.headers).to.not.have.property('idempotent-replayed');
      const again = await post(request, key);
      expect(again.headers['idempotent-replayed']).to.equal('true');
      expect(again.status).to.equal(first.status);
      expect(again.text).to.equal(first.text);
      for (const name of ['etag', 'location', 'content-type']) {
        expect(again.headers[name], name).to.equal(first.headers[name]);
      }
      expect(await effects()).to.equal(before + 1);

      // As a process leaves it that dies after the change and before its answer.
      await records().updateMany({}, { $set: { sealed: null, heldUntil: new Date(0) } });
      const found = await post(request, key);
      expect(found.body, 'after a crash').to.deep.equal(first.body);
      expect(await effects()).to.equal(before + 1);
    });
  }

  it('has one effect though 50 come at once', async () => {
    const before = await count('cases');
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(registration(), key)));
    expect(answers.map(({ status }) => status)).to.include(201);
    for (const { status } of answers) expect(status).to.be.oneOf([201, 409]);
    for (const answer of answers.filter(({ status }) => status === 409)) {
      expect(answer.body.code).to.equal('key_in_use');
      expect(Number(answer.headers['retry-after'])).to.be.within(1, 10);
    }
    const given = answers.filter(({ status }) => status === 201).map(({ text }) => text);
    expect(new Set(given)).to.have.length(1);
    expect(await count('cases')).to.equal(before + 1);
  });

  it('is refused where the key stood for another body or another route', async () => {
    const key = randomUUID();
    await post(registration(), key).expect(201);
    const other = { ...registration(), body: caseRequest({ summary: '另一件事。' }) };
    for (const request of [other, { ...registration(), path: '/warnings/x/acknowledgement' }]) {
      const answer = await post(request, key).expect(422);
      expect(answer.body.code).to.equal('key_reused');
    }
  });

  it('is another request when another account sends it', async () => {
    const key = randomUUID();
    const [mine, theirs] = [await post(registration(), key), await post(registration(city.mediator), key)];
    expect(theirs.status).to.equal(201);
    expect(theirs.body.case.id).to.not.equal(mine.body.case.id);
  });

  it('may be sent with the key in quotes or without', async () => {
    const key = randomUUID();
    const bare = await post(registration(), key);
    expect((await post(registration(), `"${key}"`)).text).to.equal(bare.text);
  });

  for (const key of ['', ' ', 'two words', '"', '""', '"open', 'x'.repeat(256), 'a,b', '钥匙'.repeat(2)]) {
    it(`is refused with ${JSON.stringify(key).slice(0, 20)} as its key`, async () => {
      const before = await count('cases');
      const answer = await post(
        registration(),
        encodeURI(key) === key ? key : Buffer.from(key).toString('latin1'),
      );
      expect(answer.status).to.equal(400);
      expect(answer.body.code).to.equal('key_malformed');
      expect(await count('cases')).to.equal(before);
    });
  }

  it('may be put right under the same key when it was refused', async () => {
    const key = randomUUID();
    await post({ ...registration(), body: caseRequest({ summary: '' }) }, key).expect(422);
    await post(registration(), key).expect(201);
  });

  it('is a new one when the answer is no longer kept', async () => {
    const key = randomUUID();
    const first = await post(registration(), key).expect(201);
    await records().updateMany({}, { $set: { expiresAt: new Date(0) } });
    const later = await post(registration(), key).expect(201);
    expect(later.body.case.id).to.not.equal(first.body.case.id);
    expect(later.body.receipt.code).to.not.equal(first.body.receipt.code);
  });

  it('finds its answer encrypted, bound to its key', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    await records().deleteMany({});
    const { body } = await post(registration(), one).expect(201);
    await post(registration(), other).expect(201);
    const [first, second] = await records()
      .find({}, { projection: { _id: 0 } })
      .toArray();
    const stored = Buffer.from(first?.['sealed'].buffer);
    expect(stored.length).to.be.above(1000);
    for (const clear of [body.receipt.code, '王建国', one]) {
      expect(stored.includes(clear), clear).to.equal(false);
      expect(JSON.stringify(first)).to.not.include(clear);
    }
    // Moved under another key it opens nothing.
    await records().updateOne({ changeId: first?.['changeId'] }, { $set: { sealed: second?.['sealed'] } });
    const answers = [await post(registration(), one), await post(registration(), other)];
    expect(answers.map(({ status }) => status)).to.have.members([201, 500]);
  });
});
