import type { SheetCell } from './sheet.ts';

const MS_PER_DAY = 86_400_000;
/** Day 0 of Excel, which takes 1900 for a leap year, and that of old Macs. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1);
const LAST_YEAR = 2099;
/** Above it a number is a day written in digits (202603, 20260301), not a count of days. */
const LAST_SERIAL = 100_000;

/** 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日, each with a time behind it or without its day. */
const WRITTEN = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?(?:[ T]\d{1,2}:\d{2}.*)?$/;
const IN_DIGITS = /^(\d{4})(\d{2})(\d{2})?$/;

/**
 * The day that a cell means, as far as it is known, in the form YYYY-MM-DD, YYYY-MM or YYYY; the text as it is where
 * it means none. Excel keeps days as numbers: how many have passed since its day 0.
 */
export function dayOfCell({ text, kind }: SheetCell, { from1904 }: { from1904: boolean }): string {
  const count = Number(text);
  if (kind === 'number' && count > LAST_YEAR && count < LAST_SERIAL) {
    const zero = from1904 ? DAY_ZERO_1904 : DAY_ZERO;
    return new Date(zero + Math.floor(count) * MS_PER_DAY).toISOString().slice(0, 10);
  }
  const [, year, month, day] = WRITTEN.exec(text) ?? IN_DIGITS.exec(text) ?? [];
  if (year === undefined || month === undefined) return text.replace(/年$/, '');
  return [year, month, ...(day === undefined ? [] : [day])].map((part) => part.padStart(2, '0')).join('-');
}
