import { z } from 'zod';
import { isCreditCode } from '../../server/domain/credit-code.ts';
import { isIdNumber } from '../../server/domain/id-number.ts';
import { isLegalDay } from '../../server/domain/legal-day.ts';
import { earliestOf, latestOf } from '../../server/domain/partial-day.ts';
import { isRegionCode } from '../../server/domain/place.ts';
import { PRECISIONS } from '../../server/domain/worker.ts';
import { says } from './says.ts';

const MAX_SHORT_TEXT = 200;
const MAX_LONG_TEXT = 20_000;
/** A thousand million yuan: above any labour dispute, and far below 2^53 fen. */
const MAX_FEN = 100_000_000_000;
const MAX_COUNT = 1_000_000;

/** Control characters but for new lines and tabs, and those that turn the direction of what stands around them. */
const UNSEEN = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/u;
const SEEN = /[^\s\p{Cf}]/u;

/** Text as people type it: no control characters, trimmed, not empty. */
function cleanText(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .refine(
      (text) => !UNSEEN.test(text),
      says({ en: 'holds control characters: take them out', zh: '含有控制字符，请去掉' }),
    )
    .refine((text) => SEEN.test(text), says({ en: 'holds nothing that can be seen', zh: '没有可见的文字' }));
}

export const shortText = cleanText(MAX_SHORT_TEXT);
export const longText = cleanText(MAX_LONG_TEXT);
const THESE_YEARS = says({ en: 'must lie between 1950 and 2099', zh: '须在 1950 年至 2099 年之间' });
/** A calendar day that exists, as YYYY-MM-DD, in years that a case can touch. */
export const legalDay = z.iso.date().refine((day) => day >= '1950-01-01' && day <= '2099-12-31', THESE_YEARS);
/** A day as far as it is known: 2018-10-10, 2018-10 or 2018. */
export const partialDay = z
  .string()
  .regex(
    /^\d{4}(-\d{2}(-\d{2})?)?$/,
    says({
      en: 'must be YYYY-MM-DD, or YYYY-MM or YYYY where no more is known',
      zh: '须为 YYYY-MM-DD；只知年月或年份时可写 YYYY-MM 或 YYYY',
    }),
  )
  .refine(
    (text) => isLegalDay(latestOf(text)) && isLegalDay(earliestOf(text)),
    says({ en: 'must be a day that exists', zh: '不是存在的日期，请核对' }),
  )
  .refine((day) => day >= '1950' && day < '2100', THESE_YEARS);
/** Null where nobody knows the day: nothing is counted from it then. */
export const happenedOn = partialDay.nullable();
/** How many rows a page of a list holds. */
export const pageLimit = z.coerce.number().int().min(1).max(200).default(50);
/** How many people. */
export const headcountNumber = z.int().min(0).max(MAX_COUNT);
export const fen = z.int().min(1).max(MAX_FEN);
/** What is found to be owed may be nothing. */
export const fenOrNothing = z.int().min(0).max(MAX_FEN);
export const regionCode = z
  .string()
  .refine(
    isRegionCode,
    says({ en: 'must be a six-digit GB/T 2260 code', zh: '须为 GB/T 2260 的六位行政区划代码' }),
  );
const BY_NAME = says({ en: 'say the place by name', zh: '请填写地名' });
/** A place by its code and name; its levels by name say the name too. */
export const place = z
  .strictObject({
    regionCode: regionCode.nullable().default(null),
    name: shortText.optional(),
    province: shortText.nullable().optional(),
    city: shortText.nullable().optional(),
    county: shortText.nullable().optional(),
  })
  .transform((given, context) => {
    const levels = [given.province, given.city, given.county].filter(
      (level) => level !== null && level !== undefined,
    );
    const name = given.name ?? [...new Set(levels)].join('');
    if (name === '') context.addIssue({ code: 'custom', path: ['name'], message: BY_NAME.error });
    return { ...given, name };
  });
/** A sum in fen, and how well it is known. */
export const sum = z.strictObject({ fen, precision: z.enum(PRECISIONS).default('exact') });
/** A sum of a whole case, which may be told to be nothing. */
export const toldSum = sum.extend({ fen: z.int().min(0).max(MAX_FEN) });
/** As people type it, with full-width digits too. */
export const phone = z
  .string()
  .overwrite((text) => text.normalize('NFKC').trim())
  .regex(
    /^\+?[\d -]{5,20}$/,
    says({
      en: 'must be a telephone number: digits, spaces and dashes',
      zh: '须为电话号码，由数字、空格和短横线组成',
    }),
  );
/** GB 11643, with its check character; a small x is taken for what it is. */
export const idNumber = z
  .string()
  .trim()
  .toUpperCase()
  .refine(
    isIdNumber,
    says({
      en: 'must be an 18-character identity number whose check character is right (GB 11643)',
      zh: '须为校验码正确的 18 位身份证号码（GB 11643）',
    }),
  );
/** GB 32100, with its check character; small letters are taken for what they are. */
export const creditCode = z
  .string()
  .trim()
  .toUpperCase()
  .refine(
    isCreditCode,
    says({
      en: 'must be an 18-character credit code whose check character is right (GB 32100)',
      zh: '须为校验码正确的 18 位统一社会信用代码（GB 32100）',
    }),
  );
export const uuid = z.uuid();

/** Where the next page of a list goes on; only the service can read it (server/http/list-cursors.ts). */
export const pageCursor = z
  .string()
  .regex(
    /^[\w-]{16,500}$/,
    says({
      en: 'must be the nextCursor of the page before: begin again without a cursor',
      zh: '须为上一页给出的 nextCursor；请去掉 cursor，从第一页重新开始',
    }),
  )
  .meta({ description: 'nextCursor of the page before, with the same filters and sort' });
