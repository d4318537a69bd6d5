import type { DayMark } from '../deadlines/day-marks.ts';
import type { Language } from '../domain/bilingual.ts';

const ZH = {
  title: '期限计算：哪天到期？',
  intro: '选择期限规则，填写起算日，就能看到最后一天和计算过程。节假日和调休按国务院公布的放假安排计算。',
  skip: '跳到结果',
  errorTitle: '有误：',
  problem: '请更正',
  rule: '期限规则',
  from: '起算日',
  fromHint: '收到、受理、送达等事情发生的那一天；开庭通知填开庭日。',
  region: '地区代码（可不填）',
  regionHint: '六位数字，如 370100（济南市）。只有当地另有放假安排时才有影响。',
  submit: '计算',
  noDay: '没有截止日期',
  provisional: '暂定：当年放假安排尚未载入，日期可能变动。',
  plain: '给职工的说明',
  lawyers: '依据和计算过程',
  calendar: '日历',
  legend: '图例',
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  off: { sign: '6', text: '休息日或节假日（日期下有虚线）' },
  worked: { sign: '班', text: '调休上班的周末，按工作日计' },
  footer: '本页只计算日期，不保存任何信息，也不代替法律意见。',
  gap: (months: number) => `（中间省略${months}个月，逐日照算）`,
  month: (year: number, month: number) => `${year}年${month}月`,
};

const EN: typeof ZH = {
  title: 'When is it due?',
  intro:
    'Choose a rule and the day that starts the count to see the last day and how it is found. Holidays and worked weekends follow the calendars that the State Council published.',
  skip: 'Skip to the answer',
  errorTitle: 'Error: ',
  problem: 'Please correct this',
  rule: 'Rule',
  from: 'Start day',
  fromHint: 'The day of receipt, acceptance, service …; for the notice of a hearing, the day of the hearing.',
  region: 'Region code (optional)',
  regionHint: 'Six digits, such as 370100 (Jinan). It matters only where a region has days off of its own.',
  submit: 'Calculate',
  noDay: 'There is no last day',
  provisional: 'Provisional: the holidays of that year are not loaded yet, so the day may move.',
  plain: 'For the worker',
  lawyers: 'Basis and calculation',
  calendar: 'Calendar',
  legend: 'Legend',
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  off: { sign: '6', text: 'rest day or holiday (dotted line below)' },
  worked: { sign: 'work', text: 'a weekend day that is worked, a working day' },
  footer: 'This page only computes days. It stores nothing and does not replace legal advice.',
  gap: (months) => `(${months} month${months === 1 ? '' : 's'} in between left out here, but counted)`,
  month: (year, month) =>
    new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      Date.UTC(year, month - 1, 1),
    ),
};

export const PAGE_WORDS: Record<Language, typeof ZH> = { zh: ZH, en: EN };

/** The sign in the cell and what the legend says: never by colour alone. */
export const MARK_WORDS: Record<
  Exclude<DayMark, 'outside'>,
  Record<Language, { sign: string; text: string }>
> = {
  start: {
    zh: { sign: '起', text: '起算日，当日不计' },
    en: { sign: 'start', text: 'starts the count, not counted' },
  },
  counted: { zh: { sign: '1', text: '计入的天数' }, en: { sign: '1', text: 'counted, with its number' } },
  skipped: {
    zh: { sign: '休', text: '休息日、节假日，不计' },
    en: { sign: 'off', text: 'day off, not counted' },
  },
  paused: { zh: { sign: '停', text: '暂停期间，不计' }, en: { sign: 'pause', text: 'stopped, not counted' } },
  rolled: {
    zh: { sign: '延', text: '期满逢休息日，顺延' },
    en: { sign: 'roll', text: 'ends on a day off, rolls on' },
  },
  due: { zh: { sign: '到期', text: '最后一天' }, en: { sign: 'due', text: 'the last day' } },
};
