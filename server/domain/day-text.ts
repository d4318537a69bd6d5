import type { Bilingual } from './bilingual.ts';
import { dayNumberOf, weekdayOfNumber } from './day-number.ts';
import type { LegalDay } from './legal-day.ts';

const WEEKDAYS_ZH = ['一', '二', '三', '四', '五', '六', '日'];
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
export const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** 2026年10月8日 / 8 October 2026. */
export function dayText(day: LegalDay): Bilingual {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  return {
    zh: `${year}年${month}月${dayOfMonth}日`,
    en: `${dayOfMonth} ${MONTHS_EN[month - 1]} ${year}`,
  };
}

/** With the weekday: 2026年10月8日（星期四） / Thursday 8 October 2026. */
export function weekdayText(day: LegalDay): Bilingual {
  const weekday = weekdayOfNumber(dayNumberOf(day));
  const { zh, en } = dayText(day);
  return { zh: `${zh}（星期${WEEKDAYS_ZH[weekday]}）`, en: `${WEEKDAYS_EN[weekday]} ${en}` };
}

/** From one day to another: 10月1日至7日 / 1–7 October; with the year only where it changes. */
export function spanText(from: LegalDay, to: LegalDay): Bilingual {
  const [fromYear = 0, fromMonth = 1, fromDay = 1] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 1, toDay = 1] = to.split('-').map(Number);
  const month = MONTHS_EN[fromMonth - 1];
  if (from === to) return { zh: `${fromMonth}月${fromDay}日`, en: `${fromDay} ${month}` };
  if (fromYear === toYear && fromMonth === toMonth) {
    return { zh: `${fromMonth}月${fromDay}日至${toDay}日`, en: `${fromDay}–${toDay} ${month}` };
  }
  const year = fromYear === toYear ? '' : `${toYear}年`;
  return {
    zh: `${fromMonth}月${fromDay}日至${year}${toMonth}月${toDay}日`,
    en: `${fromDay} ${month} to ${toDay} ${MONTHS_EN[toMonth - 1]}${year && ` ${toYear}`}`,
  };
}
