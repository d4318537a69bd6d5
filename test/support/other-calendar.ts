// Node cannot see the names of this CommonJS package, so they are reached through its default export.
// oxlint-disable import/no-named-as-default-member
import chineseDays from 'chinese-days';

/** Another package's opinion of the same days, to check ours against. */
export const isWorkday = (day: string): boolean => chineseDays.isWorkday(day);
export const lunarDate = (day: string) => chineseDays.getLunarDate(day);
export const findWorkday = (workdays: number, from: string): string =>
  chineseDays.findWorkday(workdays, from);
