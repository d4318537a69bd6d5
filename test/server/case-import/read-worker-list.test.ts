import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { readWorkerList } from '../../../server/case-import/read-worker-list.ts';
import { workerListTemplate } from '../../../server/case-import/worker-list-template.ts';
import { Fault } from '../../../server/domain/fault.ts';
import type { CaseWorker } from '../../../server/domain/worker.ts';
import { workbookOf, zipOf } from '../../support/hand-made-workbook.ts';

const file = (name: string) => readFileSync(path.join(import.meta.dirname, 'lists', name));
const NOBODY = { workers: [] };
const read = (list: Buffer | string) => readWorkerList(Buffer.from(list), NOBODY);
const faultsOf = async (list: Buffer | string) =>
  (await read(list)).faults.map(({ row, column, code }) => `${column}${row} ${code}`);
const workersOf = async (list: Buffer | string) => (await read(list)).rows.map(({ worker }) => worker);
const ID = '371481199003071214';

/** A list of one row under the given headers. */
const rowOf = (headers: string, cells: string) => `姓名,${headers}\n张三,${cells}\n`;

describe('a list of workers', () => {
  it('is read as Excel writes it: title, blanks in headers, dates as numbers, sums, a row of totals', async () => {
    const { rows, faults, hints, columns } = await read(file('arrears-excel.xlsx'));
    expect(faults).to.deep.equal([]);
    expect(hints.map(({ row, code }) => `${row} ${code}`)).to.deep.equal(['6 total_row']);
    expect(columns.filter(({ field }) => field === null).map(({ header }) => header)).to.deep.equal([
      '序号',
      '签字',
    ]);
    const [wang, li, abdulla] = rows.map(({ worker }) => worker);
    expect(wang).to.deep.include({
      name: '王建国',
      phone: '138 0000 1234',
      origin: { regionCode: '371481', name: '山东省德州市乐陵市云红街道' },
      employedFrom: '2026-03-01',
      employedUntil: '2026-08-31',
      categories: [],
    });
    expect(wang?.claims).to.deep.equal([
      { cause: 'wages', stated: null, claimedFen: 1_250_010, claimedPrecision: 'exact', duty: null },
    ]);
    expect(li).to.deep.include({
      name: '李芳',
      phone: '13900005678',
      categories: ['female'],
      employedUntil: null,
    });
    expect(li?.origin?.regionCode).to.equal('411627');
    expect(li?.claims[0]?.claimedFen, '8000.300000000001 in the file').to.equal(800_030);
    expect(abdulla).to.deep.include({ name: '阿卜杜拉·买买提', phone: null });
    expect(abdulla?.origin?.regionCode).to.equal('653100');
  });

  it('is read from GB18030 with guarded numbers, full-width digits and sums in 万元', async () => {
    const [zhang, li] = await workersOf(file('arrears-gb18030.csv'));
    expect(zhang).to.deep.include({ idNumber: ID, phone: '13800002222', categories: ['migrant', 'injured'] });
    expect(zhang?.origin?.regionCode).to.equal('110105');
    expect(zhang?.claims[0]?.claimedFen).to.equal(1_250_000);
    expect(li).to.deep.include({ phone: null, origin: null });
    expect(li?.claims[0]?.claimedFen, '8,000元 under 万元').to.equal(800_000);
  });

  const TEXT = '姓名;手机号\n"张;三";13800001234\n';
  for (const [title, bytes] of [
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-8 with tabs', Buffer.from(TEXT.replaceAll(/;(?!三)/g, '\t'))],
    ['the Unicode text of Excel', Buffer.from(`\ufeff${TEXT.replaceAll(/;(?!三)/g, '\t')}`, 'utf16le')],
  ] as const) {
    it(`is read from ${title}`, async () => {
      const [worker] = await workersOf(bytes);
      expect(worker).to.deep.include({ name: '张;三', phone: '13800001234' });
    });
  }

  for (const [headers, cells, fault] of [
    ['身份证号', '3.71481E+17', 'B2 id_number_digits_lost'],
    ['身份证号', '371481199003071000', 'B2 id_number_digits_lost'],
    ['ID number', '371481199003071213', 'B2 id_number_wrong'],
    ['身份证号', '371481900307121', 'B2 id_number_wrong'],
    ['手机号', '13800001234/13900001234', 'B2 phone_wrong'],
    ['金额', '约五千', 'B2 sum_wrong'],
    ['金额', '-5', 'B2 sum_wrong'],
    ['金额', '1.005', 'B2 sum_wrong'],
    ['金额', '99999999999', 'B2 sum_wrong'],
    ['入职日期', '2026-02-30', 'B2 day_wrong'],
    ['入职日期', '去年', 'B2 day_wrong'],
    ['性别', '未填写', 'B2 gender_unknown'],
    ['人员类别', '农民工、外星人', 'B2 category_unknown'],
    ['案由', '离婚', 'B2 cause_unknown'],
    ['通知方式', '微信', 'B2 contact_unknown'],
    ['方便联系时间', '18-9', 'B2 hours_wrong'],
    ['请求事项', '补'.repeat(201), 'B2 text_wrong'],
    ['请求事项', '补\u0007发', 'B2 text_wrong'],
    ['手机号,联系电话', '13800001234,13800001234', 'C1 column_twice'],
  ] as const) {
    it(`says where and what is wrong: ${fault} for ${headers} ${cells.slice(0, 24)}`, async () => {
      expect(await faultsOf(rowOf(headers, cells))).to.deep.equal([fault]);
    });
  }

  for (const [headers, cells, expected] of [
    ['入职日期', '2026年3月1日', { employedFrom: '2026-03-01' }],
    ['入职日期', '2026/3', { employedFrom: '2026-03' }],
    ['入职日期', '20260301', { employedFrom: '2026-03-01' }],
    ['入职日期', '2026.3.1 8:30', { employedFrom: '2026-03-01' }],
    ['入职日期', '2026年', { employedFrom: '2026' }],
    ['离职时间', '至今', { employedUntil: null }],
    [
      '通知方式,方便联系时间',
      '短信,9:00-18:00',
      { contact: { by: 'text-message', safeHours: { fromHour: 9, untilHour: 18 } } },
    ],
    ['籍贯', '火星', { origin: { regionCode: null, name: '火星' } }],
  ] as const) {
    it(`takes ${headers} ${cells} for what it means`, async () => {
      const [worker] = await workersOf(rowOf(headers, cells));
      expect(worker).to.deep.include(expected);
    });
  }

  it('finds digits that Excel lost in numbers, and reads other numbers as they are', async () => {
    const { rows, faults } = await read(file('digits-lost-openpyxl.xlsx'));
    expect(rows[0]?.worker).to.deep.include({ phone: '13700001111', idNumber: null });
    expect(faults.map(({ row, column, code }) => `${column}${row} ${code}`)).to.deep.equal([
      'B2 id_number_digits_lost',
      'C3 phone_wrong',
      'D3 sum_wrong',
    ]);
    expect(faults[0]?.zh).to.include('文本');
    expect(faults[0]?.en).to.include('format the column as text');
  });

  it('names repeated rows and whom the case has already, and hints at people of one name', async () => {
    const list = `姓名,身份证号,手机号\n张三,${ID},\n李四,${ID},\n王五,,13800001111\n王五,,138 0000 1111\n王五,,13900001111\n赵六,,\n孙七,,13700001111\n`;
    const there = [
      { name: '孙七', phone: '137-0000-1111', left: null },
      { name: '赵六', phone: '13600001111', left: null },
    ] as CaseWorker[];
    const { faults, hints } = await readWorkerList(Buffer.from(list), { workers: there });
    expect(faults.map(({ row, code }) => `${row} ${code}`)).to.deep.equal([
      '3 repeated_id_number',
      '5 repeated_name_and_phone',
      '8 already_in_case',
    ]);
    expect(hints.map(({ row, code }) => `${row} ${code}`)).to.deep.equal(['6 same_name', '7 same_name']);
  });

  it('reads a workbook of any program: runs, references, cells without a place, days from 1904', async () => {
    const rows =
      '<row r="2"><c t="s"><v>0</v></c><c t="inlineStr"><is><t>入职日期</t></is></c><c t="str"><f>"金"&amp;"额"</f><v>金额</v></c></row>' +
      '<row r="5"><c r="A5" t="s"><v>1</v></c><c r="B5"><v>44620.5</v></c><c r="C5"><f>1+1</f><v>2</v></c></row>';
    const strings =
      '<si><r><rPr><b/></rPr><t>姓</t></r><r><t>名</t></r><rPh sb="0" eb="1"><t>xing</t></rPh></si><si><t xml:space="preserve">&#24352;&#x4E09; </t></si>';
    const workbook = workbookOf({ rows, strings, workbookPr: '<workbookPr date1904="1"/>' });
    const { rows: found, faults } = await read(workbook);
    expect(faults).to.deep.equal([]);
    expect(found[0]).to.deep.include({ row: 5 });
    expect(found[0]?.worker).to.deep.include({ name: '张三', employedFrom: '2026-03-01' });
    expect(found[0]?.worker.claims[0]?.claimedFen).to.equal(200);
  });

  it('says of a formula without its result, and of a broken one, what to do', async () => {
    const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
    const rows = `<row>${cell('姓名')}${cell('手机号')}${cell('金额')}</row><row>${cell('张三')}<c t="e"><v>#N/A</v></c><c><f>SUM(A1)</f></c></row>`;
    expect(await faultsOf(workbookOf({ rows }))).to.deep.equal(['B2 cell_broken', 'C2 cell_not_computed']);
  });

  const cell = '<c t="inlineStr"><is><t>姓名</t></is></c>';
  const bomb = Buffer.alloc(64 * 1024 * 1024, '<row/>');
  const manyNames = `姓名\n${'张三\n'.repeat(1001)}`;
  const spaced = (row: string) => `<row r="1">${cell}</row><row r="${row}">${cell}</row>`;
  for (const [title, list, code] of [
    ['nothing', Buffer.from(''), 'list_without_names'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000ff', 'hex'), 'list_unreadable'],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'list_unreadable'],
    ['a cut workbook', file('arrears-excel.xlsx').subarray(0, 3000), 'list_unreadable'],
    ['another archive', zipOf([{ name: 'a.txt', bytes: Buffer.from('a') }]), 'list_unreadable'],
    ['an unfinished quotation', Buffer.from('姓名\n"张三'), 'list_unreadable'],
    [
      'entities of its own',
      workbookOf({ rows: '', before: '<!DOCTYPE a [<!ENTITY b "c">]>' }),
      'list_unreadable',
    ],
    ['no header', Buffer.from('甲,乙\n1,2\n'), 'list_without_names'],
    ['a header alone', Buffer.from('姓名,手机号\n'), 'list_empty'],
    ['1,001 rows', Buffer.from(manyNames), 'list_too_long'],
    ['a bomb that tells its size', zipOf([{ name: 'xl/workbook.xml', bytes: bomb }]), 'list_too_large'],
    ['a bomb that lies', zipOf([{ name: 'xl/workbook.xml', bytes: bomb, told: 1000 }]), 'list_unreadable'],
    ['a row beyond all numbers', workbookOf({ rows: spaced('99999999999') }), 'list_unreadable'],
  ] as const) {
    it(`is refused as a whole where it is ${title}: ${code}`, async () => {
      const fault = await read(list).catch((error: unknown) => error);
      expect(fault).to.be.instanceOf(Fault).that.includes({ code });
    });
  }

  it('may leave a million rows empty at no cost', async () => {
    expect((await read(workbookOf({ rows: spaced('1048576') }))).rows.map(({ row }) => row)).to.deep.equal([
      1_048_576,
    ]);
  });

  for (const language of ['zh', 'en'] as const) {
    it(`has a template in ${language} whose every column is known`, async () => {
      const fault = await read(await workerListTemplate(language)).catch((error: unknown) => error);
      expect(fault).to.include({ code: 'list_empty' });
    });
  }
});
