import { expect } from 'chai';
import type { CaseDocument } from '../../../schemas/documents/case-document.ts';
import { queriesOf } from '../../support/queries-of.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, caseRequest, done, register, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity, type TestPerson } from '../../support/test-city.ts';

const [WORKER] = caseRequest().workers;

const people = (worker: object, employer: object = {}) => ({
  workers: [{ ...WORKER, ...worker }],
  respondents: [{ kind: 'employer', name: '济南历山餐饮有限公司', ...employer }],
});

describe('search', () => {
  let app: TestApp;
  let city: TestCity;
  /** Of the cases below: 曾小贤, 阿依古丽, 王建国. */
  let zeng: ShownCase;
  let ayguli: ShownCase;
  let wang: ShownCase;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
    let minute = 10;
    const made = async (worker: object, employer?: object) => {
      app.clock.set(`2026-09-16T10:${minute++}`);
      return (await register(app, city.clerk, people(worker, employer))).case;
    };
    zeng = await made({ name: '曾小贤', phone: '+86 139-1111-2222', idNumber: '11010519491231002x' });
    ayguli = await made(
      { name: '阿依古丽·买买提', phone: '13700003333' },
      { creditCode: '91370102MA3C0ABC1H' },
    );
    wang = await made(
      { name: '王建国', phone: '13600004444' },
      { name: '上海ABC建设集团', kind: 'general-contractor' },
    );
  });
  after(() => app.stop());

  const search = (who: TestPerson, q: string) =>
    app.http.get('/api/v1/cases').query({ q }).set('Authorization', `Bearer ${who.token}`);

  async function foundBy(who: TestPerson, q: string): Promise<string[]> {
    const answer = await search(who, q);
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
    return answer.body.cases.map(({ id }: ShownCase) => id);
  }

  const ROWS: [what: string, q: () => string, found: () => ShownCase[]][] = [
    ['a name', () => '曾小贤', () => [zeng]],
    ['part of a name', () => '小贤', () => [zeng]],
    ['a name without its dot', () => '阿依古丽买买提', () => [ayguli]],
    ['initials, with the surname read as one', () => 'zxx', () => [zeng]],
    ['initials in capitals', () => 'WJG', () => [wang]],
    ['a telephone number', () => '13911112222', () => [zeng]],
    ['a telephone number as people write it', () => '139 1111 2222', () => [zeng]],
    ['the last four digits', () => '4444', () => [wang]],
    ['an identity number, its x small', () => '11010519491231002x', () => [zeng]],
    ['a credit code', () => '91370102MA3C0ABC1H', () => [ayguli]],
    ['an employer’s name, the newest case first', () => '历山餐饮', () => [ayguli, zeng]],
    ['an employer’s Latin letters', () => 'abc建设', () => [wang]],
    ['an employer’s initials', () => 'jnlscy', () => [ayguli, zeng]],
    ['a case number with any brackets', () => wang.number.replaceAll(/[〔〕号]/g, ' '), () => [wang]],
    ['a name that is nobody’s, though its pairs are there', () => '小贤曾小', () => []],
    ['digits that are in no number', () => '9999', () => []],
    ['an identity number that is nobody’s', () => '440524198001010013', () => []],
  ];
  for (const [what, q, found] of ROWS) {
    it(`finds by ${what}`, async () => {
      expect(await foundBy(city.clerk, q())).to.deep.equal(found().map(({ id }) => id));
    });
  }

  for (const q of ['王', 'w', '12', '123', '···']) {
    it(`says of "${q}" that it is too little`, async () => {
      const answer = await search(city.clerk, q);
      expect(answer.status).to.equal(422);
      expect(answer.body.code).to.equal('search_too_short');
    });
  }

  it('shows of a case what a list shows of it', async () => {
    const list = await app.http
      .get('/api/v1/cases')
      .set('Authorization', `Bearer ${city.clerk.token}`)
      .expect(200);
    for (const { id, number } of [zeng, ayguli, wang]) {
      const line = list.body.cases.find((one: ShownCase) => one.id === id);
      expect(line.nextDueOn).to.match(/^2026-/);
      const found = await search(city.clerk, number);
      expect(found.body.cases).to.deep.equal([line]);
    }
  });

  it('finds only what the one who searches may see', async () => {
    for (const who of [city.originHead, city.supervisor, city.admin]) {
      expect(await foundBy(who, '曾小贤')).to.deep.equal([]);
      expect(await foundBy(who, zeng.number)).to.deep.equal([]);
    }
    expect(await foundBy(city.head, '曾小贤')).to.deep.equal([zeng.id]);
  });

  it('finds who joined a case later', async () => {
    const { case: registered } = await register(app, city.clerk, people({ name: '赵一鸣', phone: null }));
    expect(await foundBy(city.clerk, '钱二虎')).to.deep.equal([]);
    await done(
      act(
        app,
        city.head,
        registered,
      )('add-workers', { joinedOn: '2026-09-16', workers: [{ ...WORKER, name: '钱二虎', phone: null }] }),
    );
    expect(await foundBy(city.clerk, '钱二虎')).to.deep.equal([registered.id]);
    expect(await foundBy(city.clerk, '赵一鸣')).to.deep.equal([registered.id]);
  });

  it('keeps nothing in the database that can be read or told from another secret', async () => {
    const stored = await app.connection.collection<CaseDocument>('cases').findOne({ _id: zeng.id });
    expect(stored?.searchTokens).to.have.length.above(5);
    for (const token of stored?.searchTokens ?? []) expect(token).to.match(/^[\w-]{8}$/);
  });

  it('looks up each search in an index that it names, and asks for a bounded number of cases', async () => {
    const cases = app.connection.collection('cases');
    const { queries } = await queriesOf('cases', () => search(city.clerk, 'wjg'));
    for (const { filter, limit, hint = 'none' } of queries) {
      const asked = JSON.stringify(filter);
      expect(limit, asked).to.be.within(1, 200);
      const plan = JSON.stringify(await cases.find(filter).hint(hint).limit(limit).explain());
      expect(plan, asked).to.include(`"indexName":"${hint}"`);
      expect(plan, asked).to.not.match(/COLLSCAN|Seq Scan/);
    }
    expect(queries.map(({ hint }) => hint)).to.include('searchTokens_1_organisationId_1');
  });

  it('warns at registration of cases that may be the same, and refuses nothing', async () => {
    const again = await register(app, city.clerk, {
      ...people(
        { name: '曾 小贤', phone: '13911112222', idNumber: '11010519491231002X' },
        { name: '济南历山餐饮有限公司' },
      ),
    });
    const [duplicate, ...others] = Object(again).possibleDuplicates;
    expect(others).to.deep.equal([]);
    expect(duplicate).to.include({ caseId: zeng.id, number: zeng.number, state: 'registered' });
    expect(duplicate.because).to.deep.equal(['same-id-number', 'same-phone', 'same-name-and-employer']);
    const namesake = await register(
      app,
      city.clerk,
      people({ name: '曾小贤', phone: null }, { name: '别处' }),
    );
    expect(Object(namesake).possibleDuplicates).to.deep.equal([]);
    const elsewhere = await register(app, city.originHead, people({ name: '曾小贤', phone: '13911112222' }));
    expect(Object(elsewhere).possibleDuplicates, 'a case of another city').to.deep.equal([]);
  });

  it('keeps nobody from registering or searching because one that is like it cannot be opened', async () => {
    const asked = people({ name: '欧阳打不开', phone: '13511112222', idNumber: null });
    const { case: broken } = await register(app, city.clerk, asked);
    await app.connection
      .collection<CaseDocument>('cases')
      .updateOne({ _id: broken.id }, { $set: { 'workers.0.sealed': 'bm90aGluZyB0aGF0IHdhcyBzZWFsZWQ=' } });
    const { case: like, ...answer } = await register(app, city.clerk, asked);
    expect(Object(answer).possibleDuplicates).to.deep.equal([]);
    expect(await foundBy(city.clerk, '欧阳打不开')).to.have.members([broken.id, like.id]);
  });
});
