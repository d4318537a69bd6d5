import type { z } from 'zod';
import { fen, idNumber, partialDay, phone, shortText } from '../../schemas/requests/fields.ts';
import { hoursOfDay } from '../../schemas/requests/reminder-requests.ts';
import type { Bilingual } from '../domain/bilingual.ts';
import type { Cause } from '../domain/causes.ts';
import type { WorkerCategory } from '../domain/worker.ts';
import { dayOfCell } from './day-of-cell.ts';
import { CATEGORIES_KNOWN, CAUSES_KNOWN, categoryOf, causeOf } from './list-words.ts';
import type { RowFaultCode } from './row-fault.ts';
import type { SheetCell } from './sheet.ts';

/** What a cell says, or what is wrong with it. */
export type CellValue<Value> = { value: Value } | { wrong: RowFaultCode; params?: Record<string, Bilingual> };

/** Excel keeps so many digits of a number, and shows no more. */
const EXCEL_DIGITS = 15;
const FEN_DIGITS = 2;
const TEN_THOUSAND_DIGITS = 4;
const NOTHING = new Set([
  '',
  '无',
  '/',
  '\\',
  '-',
  '--',
  '—',
  '——',
  '至今',
  '在职',
  '不详',
  '未知',
  'n/a',
  'none',
]);

/** As it was meant: full-width digits and letters as others, no blanks around, nothing that cannot be seen. */
export function plainText({ text, kind }: SheetCell): string {
  if (kind === 'number') return String(Number(Number(text).toPrecision(EXCEL_DIGITS)));
  return text
    .normalize('NFKC')
    .replaceAll(/[\u200b-\u200f\ufeff]/g, '')
    .trim();
}

/** Whether a cell says that there is nothing to say. */
export function isNothing(cell: SheetCell): boolean {
  return (cell.kind === 'text' || cell.kind === 'number') && NOTHING.has(plainText(cell).toLowerCase());
}

/** 张 三, with blanks between to fill three places, is 张三. */
export function nameOf(cell: SheetCell): CellValue<string> {
  const name = plainText(cell);
  const packed = name.replaceAll(/\s+/g, '');
  return by(shortText, 'text_wrong', /^\p{Script=Han}+$/u.test(packed) ? packed : name);
}

export function textOf(cell: SheetCell): CellValue<string> {
  return by(shortText, 'text_wrong', plainText(cell));
}

export function idNumberOf(cell: SheetCell): CellValue<string> {
  const text = plainText(cell).replaceAll(/[\s-]/g, '');
  const read = by(idNumber, 'id_number_wrong', text);
  const isCut =
    (cell.kind === 'number' && Number(cell.text) >= 10 ** EXCEL_DIGITS) ||
    /^\d(?:\.\d+)?e\+?1\d$/i.test(text) ||
    /^\d{15}000$/.test(text);
  return 'wrong' in read && isCut ? { wrong: 'id_number_digits_lost' } : read;
}

export function phoneOf(cell: SheetCell): CellValue<string> {
  return by(phone, 'phone_wrong', plainText(cell));
}

/** Yuan as they are written, to fen digit by digit: no sum passes through a float. What the cell says of its unit counts. */
export function fenOf(cell: SheetCell, { inTenThousands }: { inTenThousands: boolean }): CellValue<number> {
  const text = plainText(cell).replaceAll(/[\s,¥]|人民币|RMB|CNY/gi, '');
  const {
    whole,
    part = '',
    unit,
  } = /^(?<whole>\d{1,12})(?:\.(?<part>\d*?)0*)?(?<unit>万?元?)整?$/.exec(text)?.groups ?? {};
  const isTenThousands = unit === '' ? inTenThousands : unit?.startsWith('万');
  const digits = FEN_DIGITS + (isTenThousands ? TEN_THOUSAND_DIGITS : 0);
  if (whole === undefined || part.length > digits) return { wrong: 'sum_wrong' };
  return by(fen, 'sum_wrong', Number(whole + part.padEnd(digits, '0')));
}

export function dayOf(cell: SheetCell, { from1904 }: { from1904: boolean }): CellValue<string> {
  return by(partialDay, 'day_wrong', dayOfCell({ ...cell, text: plainText(cell) }, { from1904 }));
}

export function genderOf(cell: SheetCell): CellValue<WorkerCategory[]> {
  const text = plainText(cell).toLowerCase();
  if (/^(?:女性?|f|female)$/.test(text)) return { value: ['female'] };
  return /^(?:男性?|m|male)$/.test(text) ? { value: [] } : { wrong: 'gender_unknown' };
}

export function categoriesOf(cell: SheetCell): CellValue<WorkerCategory[]> {
  const words = plainText(cell).split(/[、,;/\s]+/);
  const categories = words.flatMap((word) => categoryOf(word) ?? []);
  return categories.length === words.length
    ? { value: categories }
    : { wrong: 'category_unknown', params: { known: CATEGORIES_KNOWN } };
}

export function causeOfCell(cell: SheetCell): CellValue<Cause> {
  const value = causeOf(plainText(cell));
  return value === undefined ? { wrong: 'cause_unknown', params: { known: CAUSES_KNOWN } } : { value };
}

export function contactOf(cell: SheetCell): CellValue<'text-message' | 'call'> {
  const text = plainText(cell).toLowerCase();
  if (/^(?:短信|text|sms|text[- ]message)$/.test(text)) return { value: 'text-message' };
  return /^(?:电话|打电话|call)$/.test(text) ? { value: 'call' } : { wrong: 'contact_unknown' };
}

export function safeHoursOf(cell: SheetCell): CellValue<z.output<typeof hoursOfDay>> {
  const [, fromHour, untilHour] =
    /^(\d{1,2})(?::00|时|点)?[-~至到](\d{1,2})(?::00|时|点)?$/.exec(plainText(cell)) ?? [];
  return by(hoursOfDay, 'hours_wrong', { fromHour: Number(fromHour), untilHour: Number(untilHour) });
}

function by<Value>(shape: z.ZodType<Value>, wrong: RowFaultCode, given: unknown): CellValue<Value> {
  const { data } = shape.safeParse(given);
  return data === undefined ? { wrong } : { value: data };
}
