import type { Bilingual } from '../domain/bilingual.ts';
import { columnName } from './sheet.ts';

/** What can be wrong in a cell, and what to do about it. */
export const ROW_FAULTS = {
  name_missing: {
    zh: '缺少姓名，请补上；不需要的行请删除',
    en: 'there is no name: fill it in, or delete the row',
  },
  text_wrong: {
    zh: '内容过长（最多200字）或含有不可见字符，请改写',
    en: 'is longer than 200 characters or holds characters that cannot be seen: type it again',
  },
  id_number_digits_lost: {
    zh: 'Excel 把身份证号当成了数字，末尾几位已经丢失，无法找回：请先把该列设为“文本”格式，再重新录入号码',
    en: 'Excel took the identity number for a number and its last digits are lost: format the column as text, then type the number again',
  },
  id_number_wrong: {
    zh: '不是18位身份证号或校验码不对，请与证件核对',
    en: 'is no 18-character identity number with the right check character: compare it with the card',
  },
  phone_wrong: {
    zh: '不是一个电话号码：请只填一个号码，由数字、空格和短横线组成',
    en: 'is not one telephone number: give one, of digits, spaces and dashes',
  },
  sum_wrong: {
    zh: '不是金额：请填0.01元至10亿元之间的数，最多两位小数，不确定的留空',
    en: 'is no sum: give yuan from 0.01 to 1,000,000,000 with two decimals at most, or leave it empty',
  },
  day_wrong: {
    zh: '不是1950年至2099年间存在的日期：请写成2026-03-01，只知道年月的写2026-03',
    en: 'is no day that exists between 1950 and 2099: write 2026-03-01, or 2026-03 where no more is known',
  },
  gender_unknown: { zh: '请填男或女，不清楚的留空', en: 'give 男 (male) or 女 (female), or leave it empty' },
  category_unknown: { zh: '没有这一类别，可填：{known}', en: 'is no category; there are: {known}' },
  cause_unknown: { zh: '没有这一诉求类型，可填：{known}', en: 'is no cause; there are: {known}' },
  contact_unknown: { zh: '请填短信或电话', en: 'give 短信 (text message) or 电话 (call)' },
  hours_wrong: {
    zh: '请写成9-18（整点，24小时制，先早后晚）',
    en: 'write 9-18: whole hours of the day, the earlier first',
  },
  cell_broken: {
    zh: '单元格是公式错误（如#N/A），请改成实际内容',
    en: 'the cell holds an error such as #N/A: type what it should say',
  },
  cell_not_computed: {
    zh: '公式没有保存计算结果：请用 Excel 打开并保存后再上传，或改成实际内容',
    en: 'the formula was saved without its result: open and save the file in Excel, or type what it should say',
  },
  column_twice: {
    zh: '与{other}列含义相同，请删除其中一列',
    en: 'says the same as column {other}: delete one of them',
  },
  repeated_id_number: {
    zh: '与第{other}行的身份证号相同，请删除重复的行',
    en: 'is the identity number of row {other} too: delete one of them',
  },
  repeated_name_and_phone: {
    zh: '与第{other}行的姓名和手机号相同，请删除重复的行',
    en: 'row {other} has the same name and telephone: delete one of them',
  },
  already_in_case: {
    zh: '该职工已在本案中，请删除该行',
    en: 'this worker is in the case already: delete the row',
  },
  total_row: { zh: '是合计行，没有当作职工', en: 'is a row of totals, and was not taken for a worker' },
  same_name: {
    zh: '与{other}同名，请确认不是同一人',
    en: 'has the same name as {other}: see that they are two people',
  },
} as const satisfies Record<string, Bilingual>;
export type RowFaultCode = keyof typeof ROW_FAULTS;

/** Something wrong at one place of a list. */
export interface RowFault extends Bilingual {
  /** As Excel counts rows and names columns. */
  row: number;
  column: string | null;
  code: RowFaultCode;
}

export interface FaultyPlace {
  row: number;
  /** From 0; null where the list has no such column. */
  column: number | null;
}

export function rowFault(
  code: RowFaultCode,
  { row, column }: FaultyPlace,
  params: { [name: string]: Bilingual | string } = {},
): RowFault {
  const worded = (language: keyof Bilingual) =>
    ROW_FAULTS[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name] ?? whole;
      return typeof value === 'string' ? value : value[language];
    });
  return {
    row,
    column: column === null ? null : columnName(column),
    code,
    zh: worded('zh'),
    en: worded('en'),
  };
}
