import { expect } from 'chai';
import { z } from 'zod';
import { phone, shortText } from '../../../schemas/requests/fields.ts';
import { InvalidFields } from '../../../server/domain/invalid-fields.ts';
import { parseInput } from '../../../server/http/parse-input.ts';

const schema = z.strictObject({
  name: shortText,
  phone,
  days: z.int().min(1).max(365),
  clear: z.boolean(),
  on: z.iso.date(),
  id: z.uuid(),
  kind: z.enum(['call', 'letter']),
  rows: z.array(z.strictObject({ fen: z.int() })).min(1),
});
const GOOD = {
  name: '王建国',
  phone: '13800001234',
  days: 7,
  clear: true,
  on: '2026-09-16',
  id: '11111111-1111-4111-8111-111111111111',
  kind: 'call',
  rows: [{ fen: 1 }],
};

const ROWS: [changes: object, pointer: string, en: string, zh: string][] = [
  [{ name: undefined }, '/name', 'is missing: add it', '缺少这一项，请补上'],
  [{ name: 7 }, '/name', 'must be text', '须为文本'],
  [{ name: ' ' }, '/name', 'must not be empty: fill it in', '不能为空，请填写'],
  [
    { name: 'x'.repeat(201) },
    '/name',
    'must be at most 200 characters: shorten it',
    '不得超过 200 个字，请缩短',
  ],
  [
    { phone: 'call me' },
    '/phone',
    'must be a telephone number: digits, spaces and dashes',
    '须为电话号码，由数字、空格和短横线组成',
  ],
  [{ days: 0 }, '/days', 'must be 1 at least', '不得小于 1'],
  [{ days: 366 }, '/days', 'must be 365 at most', '不得大于 365'],
  [{ days: 1.5 }, '/days', 'must be a whole number', '须为整数'],
  [{ clear: 'yes' }, '/clear', 'must be true or false, without quotes', '须为 true 或 false，不加引号'],
  [
    { on: '2026-02-30' },
    '/on',
    'must be a day that exists, as YYYY-MM-DD',
    '须为存在的日期，格式为 YYYY-MM-DD',
  ],
  [{ id: '7' }, '/id', 'must be an id as this service gave it (a UUID)', '须为本服务给出的 id（UUID）'],
  [{ kind: 'dove' }, '/kind', 'must be one of: call, letter', '须为以下之一：call、letter'],
  [{ rows: [] }, '/rows', 'must hold 1 or more entries: add to it', '不得少于 1 项，请补充'],
  [{ rows: {} }, '/rows', 'must be a list: [ … ]', '须为列表：[ … ]'],
  [
    { rows: [{ fen: 1, 'a/b~c': 2 }] },
    '/rows/0/a~1b~0c',
    'is no field of this request: take it out',
    '不是本请求的字段，请去掉',
  ],
];

describe('input that a schema refuses', () => {
  for (const [changes, pointer, en, zh] of ROWS) {
    it(`says that ${pointer} ${en}`, () => {
      const parse = () => parseInput(schema, { ...GOOD, ...changes });
      expect(parse).to.throw(InvalidFields);
      try {
        parse();
      } catch (error) {
        if (!(error instanceof InvalidFields)) throw error;
        expect(error.errorsIn('en')).to.deep.equal([{ pointer, detail: en }]);
        expect(error.errorsIn('zh')).to.deep.equal([{ pointer, detail: zh }]);
      }
    });
  }

  it('is told one fault a field, and every field', () => {
    const parse = () => parseInput(schema, { ...GOOD, name: [], days: '7', nope: 1 });
    try {
      parse();
      expect.fail('it was taken');
    } catch (error) {
      if (!(error instanceof InvalidFields)) throw error;
      expect(error.errorsIn('en').map(({ pointer }) => pointer)).to.have.members(['/name', '/days', '/nope']);
    }
  });
});
