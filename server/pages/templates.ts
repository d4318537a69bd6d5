import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import type { Language } from '../domain/bilingual.ts';
import { weekdayText } from '../domain/day-text.ts';
import type { LegalDay } from '../domain/legal-day.ts';

/** The templates of all pages; what is put into them is escaped. */
export const templates = new nunjucks.Environment(
  new nunjucks.FileSystemLoader(fileURLToPath(new URL('.', import.meta.url))),
  { autoescape: true, trimBlocks: true, lstripBlocks: true },
);

/** `{{ day | weekday('zh') }}`: 2026年10月8日（星期四）. */
templates.addFilter('weekday', (day: LegalDay, language: Language) => weekdayText(day)[language]);
