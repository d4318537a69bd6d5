import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import writeWorkbook from 'write-excel-file/node';
import { WORKBOOK_TYPE } from '../../../server/case-import/list-types.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, done, register, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity, type TestPerson } from '../../support/test-city.ts';

const LIST = readFileSync(path.join(import.meta.dirname, 'lists', 'arrears-excel.xlsx'));
const FAULTY = '姓名,身份证号,金额\n张三,3.7E+17,五千\n李四,,800\n';

describe('the import of a list of workers', () => {
  let app: TestApp;
  let city: TestCity;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  after(() => app.stop());

  function send(
    subject: ShownCase,
    list: Buffer | string,
    { by = city.clerk, query = '' }: { by?: TestPerson; query?: string } = {},
  ) {
    return app.http
      .post(`/api/v1/cases/${subject.id}/worker-list${query}`)
      .set('Authorization', `Bearer ${by.token}`)
      .set('If-Match', `"${subject.version}"`)
      .set('Accept-Language', 'zh')
      .set('Content-Type', typeof list === 'string' ? 'text/csv' : WORKBOOK_TYPE)
      .send(list);
  }
  const stored = async ({ id }: ShownCase) => {
    const found = await app.services.cases.find(id, {});
    if (found === null) throw new Error('the case is there');
    return found;
  };
  const registered = async () => {
    const workers = [{ name: '申请人', origin: null }];
    return (await register(app, city.clerk, { workers })).case;
  };

  it('tries a list out without a version: what each row would become, its faults, and nothing is stored', async () => {
    const subject = await registered();
    const tried = await send(subject, LIST, { query: '?dryRun=true' }).unset('If-Match').expect(200);
    expect(tried.body).to.include({ dryRun: true }).and.deep.include({ faults: [] });
    const [first] = tried.body.workers;
    expect(first).to.deep.include({ row: 3, name: '王建国', idNumber: '3714**********1214' });
    expect(first.origin).to.include({ regionCode: '371481', county: '乐陵市' });
    const faulty = await send(subject, FAULTY, { query: '?dryRun=true' }).expect(200);
    expect(
      faulty.body.faults.map(({ row, column }: { row: number; column: string }) => `${column}${row}`),
    ).to.deep.equal(['B2', 'C2']);
    expect(faulty.body.faults[0]).to.include.keys('code', 'zh', 'en');
    expect(await stored(subject))
      .to.include({ version: subject.version })
      .and.have.property('workers')
      .with.length(1);
  });

  it('says of which other cases somebody on the list may already be, tried out and added, and refuses nothing', async () => {
    const { case: before } = await register(app, city.clerk, {
      workers: [{ name: '李四', phone: '13966668888', origin: null }],
    });
    const subject = await registered();
    const list = '姓名,电话\n李 四,139-6666-8888\n赵六,13977770000\n';
    for (const query of ['?dryRun=true', '']) {
      const { body } = await send(subject, list, { query }).expect(200);
      expect(body.possibleDuplicates, query).to.have.length(1);
      const [found] = body.possibleDuplicates;
      expect(found).to.include({ caseId: before.id, number: before.number });
      expect(found.because).to.include('same-phone');
    }
  });

  it('adds all in one action, once however often it is sent, with the day on which they joined', async () => {
    const subject = await registered();
    const key = { 'Idempotency-Key': 'one-list-1' };
    const first = await send(subject, LIST, { query: '?joinedOn=2026-09-16' }).set(key).expect(200);
    const again = await send(subject, LIST, { query: '?joinedOn=2026-09-16' }).set(key).expect(200);
    expect(again.text).to.equal(first.text);
    const { version, workers, timeline } = await stored(subject);
    expect(version).to.equal(subject.version + 1);
    expect(workers.map(({ name }) => name)).to.deep.equal(['申请人', '王建国', '李芳', '阿卜杜拉·买买提']);
    expect(workers[1]).to.deep.include({ joinedOn: '2026-09-16', idNumber: '371481199003071214' });
    expect(workers[1]?.consents?.map(({ purpose, givenOn }) => `${purpose} ${givenOn}`)).to.deep.equal([
      'process 2026-09-16',
    ]);
    expect(timeline.at(-1)).to.include({ kind: 'worker-joined', workers: 3, happenedOn: '2026-09-16' });
    const audit = await app.http
      .get(`/api/v1/cases/${subject.id}/audit`)
      .set('Authorization', `Bearer ${city.head.token}`);
    expect(audit.text).to.include(`POST /api/v1/cases/${subject.id}/worker-list`);
  });

  it('finds its own workers in the case when its answer was lost, and takes them for itself', async () => {
    const subject = await registered();
    const key = { 'Idempotency-Key': 'one-list-2' };
    await send(subject, LIST).set(key).expect(200);
    await app.connection
      .collection('keptAnswers')
      .updateMany({}, { $set: { sealed: null, heldUntil: new Date(0) } });
    await send(subject, LIST).set(key).expect(200);
    expect((await stored(subject)).workers).to.have.length(4);
  });

  it('adds nobody while anything is at fault, and says where and what to do', async () => {
    const subject = await registered();
    const { body } = await send(subject, FAULTY).expect(422);
    expect(body).to.include({ code: 'list_faulty' });
    expect(body.errors[0]).to.deep.equal({
      pointer: '/2/B',
      detail:
        'B2：Excel 把身份证号当成了数字，末尾几位已经丢失，无法找回：请先把该列设为“文本”格式，再重新录入号码。',
    });
    expect((await stored(subject)).workers).to.have.length(1);
    const joined = await done(send(subject, LIST));
    const repeated = await send(joined, LIST).expect(422);
    expect(repeated.body.errors).to.have.length(3);
    expect(repeated.body.errors[0].detail).to.include('已在本案中');
  });

  it('keeps to the rights, the state and the version of add-workers', async () => {
    const subject = await registered();
    await send(subject, LIST, { by: city.supervisor }).expect(404);
    await send(subject, LIST).unset('Authorization').expect(401);
    await send(subject, LIST).unset('If-Match').expect(428);
    await send({ ...subject, version: 7 }, LIST).expect(412);
    await send(subject, LIST, { query: '?joinedOn=2026-09-17' }).expect(422);
    await send(subject, LIST, { query: '?dryRun=yes' }).expect(422);
    const ended = await done(
      act(app, city.head, subject)('withdraw', { withdrawnOn: '2026-09-16', reason: '自行和解' }),
    );
    for (const query of ['', '?dryRun=true']) {
      const { body } = await send(ended, LIST, { query }).expect(409);
      expect(body).to.include({ code: 'action_not_open' });
    }
  });

  it('refuses what is no list', async () => {
    const subject = await registered();
    const { body } = await send(subject, JSON.stringify({ workers: [] }))
      .set('Content-Type', 'application/json')
      .expect(422);
    expect(body).to.include({ code: 'list_unreadable' });
    await send(subject, Buffer.alloc(2_100_000, 'a')).expect(413);
  });

  it('takes 1,000 workers of a workbook at once', async () => {
    const subject = await registered();
    const headers = ['姓名', '手机号', '户籍地', '拖欠工资（元）'].map((value) => ({ value }));
    const people = Array.from({ length: 1000 }, (_, row) => [
      { value: `职工${row + 1}` },
      { value: String(13_800_000_000 + row) },
      { value: '四川省广元市剑阁县' },
      { value: 10_000.25 + row },
    ]);
    const list = await writeWorkbook([headers, ...people]).toBuffer();
    const { body } = await send(subject, list).expect(200);
    expect(body.workers).to.have.length(1001);
    expect(body.sums.claimed.fen).to.equal(1000 * 1_000_025 + 100 * (999 * 500));
    expect(body.workers[1000].origin).to.include({ regionCode: '510823' });
  });

  it('gives a workbook to fill in, in either language', async () => {
    for (const [language, name] of [
      [
        'zh',
        'attachment; filename="worker-list.xlsx"; filename*=UTF-8\'\'%E8%81%8C%E5%B7%A5%E5%90%8D%E5%8D%95%E6%A8%A1%E6%9D%BF.xlsx',
      ],
      ['en', 'attachment; filename="worker-list.xlsx"'],
    ] as const) {
      const { headers } = await app.http
        .get('/api/v1/worker-list-template.xlsx')
        .set('Accept-Language', language)
        .expect(200);
      expect(headers['content-type']).to.equal(WORKBOOK_TYPE);
      expect(headers['content-disposition']).to.equal(name);
    }
  });
});
