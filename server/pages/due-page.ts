import { type MarkedDay, markedDays } from '../deadlines/day-marks.ts';
import { parseDeadlineRequest } from '../deadlines/deadline-request.ts';
import { deadlineOfRequest } from '../deadlines/explain-request.ts';
import { inputErrorText } from '../deadlines/input-error-texts.ts';
import { monthSheets } from '../deadlines/month-sheets.ts';
import type { Language } from '../domain/bilingual.ts';
import type { Calendar } from '../domain/calendar.ts';
import { weekdayText } from '../domain/day-text.ts';
import type { Deadline } from '../domain/deadline.ts';
import { DeadlineInputError } from '../domain/deadline-input-error.ts';
import { DEADLINE_RULES, ruleOf } from '../domain/deadline-rules.ts';
import { explainDeadline } from '../domain/explain-deadline.ts';
import { MARK_WORDS, PAGE_WORDS } from './due-page-words.ts';

/** What the address of the page asks for, as typed. */
export interface DueQuestion {
  rule: string;
  from: string;
  region: string;
}

const GROUPS: { prefix: string; zh: string; en: string }[] = [
  { prefix: 'M', zh: '协商与调解', en: 'Negotiation and mediation' },
  { prefix: 'A', zh: '仲裁、诉讼与行政程序', en: 'Arbitration, court and authorities' },
  { prefix: 'T', zh: '城市之间移送（联盟约定）', en: 'Between cities (the alliance’s own limits)' },
];

/** Everything that the template shows, in one language. */
export function duePage(asked: DueQuestion, language: Language, calendar: Calendar) {
  const words = PAGE_WORDS[language];
  const other = language === 'zh' ? 'en' : 'zh';
  const query = new URLSearchParams({ ...asked, lang: other });
  return {
    language,
    words,
    asked,
    groups: GROUPS.map(({ prefix, ...labels }) => ({
      label: labels[language],
      rules: rulesOf(prefix, language),
    })),
    otherLanguage: {
      href: `/due?${query.toString()}`,
      lang: other === 'zh' ? 'zh-CN' : 'en',
      label: other === 'zh' ? '中文' : 'English',
    },
    ...answerOf(asked, language, calendar),
  };
}

function rulesOf(prefix: string, language: Language) {
  return DEADLINE_RULES.filter(({ code }) => code.startsWith(prefix)).map(({ code, name }) => ({
    code,
    name: name[language],
  }));
}

function answerOf({ rule, from, region }: DueQuestion, language: Language, calendar: Calendar) {
  if (from === '') return {};
  try {
    const request = parseDeadlineRequest({ rule, from, ...(region === '' ? {} : { region }) });
    const deadline = deadlineOfRequest(request, calendar);
    return { answer: answerView(deadline, language, { calendar, region: request.region }) };
  } catch (error) {
    if (!(error instanceof DeadlineInputError)) throw error;
    const field = ['rule', 'region'].includes(error.field) ? error.field : 'from';
    return { problem: { field, text: inputErrorText(error)[language] } };
  }
}

interface Place {
  calendar: Calendar;
  region: string | undefined;
}

function answerView(deadline: Deadline, language: Language, { calendar, region }: Place) {
  const { rule, dueOn, provisional } = deadline;
  const words = PAGE_WORDS[language];
  const marked = markedDays(deadline, calendar, region);
  const sheets = monthSheets(marked, calendar.workingDays(region)).map((sheet) => ({
    caption: words.month(sheet.year, sheet.month),
    gap: sheet.skippedBefore > 0 ? words.gap(sheet.skippedBefore) : '',
    weeks: sheet.weeks.map((week) => week.map((day) => day && cellView(day, language))),
  }));
  const used = new Set(marked.map(({ mark }) => mark));
  return {
    name: `${rule} ${ruleOf(rule).name[language]}`,
    dueOn,
    due: dueOn === null ? null : weekdayText(dueOn)[language],
    provisional,
    worker: explainDeadline(deadline, { language, audience: 'worker' }),
    mediator: explainDeadline(deadline, { language, audience: 'mediator' }),
    legend: [
      ...Object.entries(MARK_WORDS)
        .map(([mark, texts]) => ({ mark, ...texts[language] }))
        .filter(({ mark }) => [...used].some((name) => name === mark)),
      { mark: 'off', ...words.off },
      { mark: 'worked', ...words.worked },
    ],
    sheets,
  };
}

function cellView({ day, mark, off, worked, ordinal }: MarkedDay, language: Language) {
  const number = Number(day.slice(8, 10));
  const named = mark === 'outside' || mark === 'counted' ? '' : MARK_WORDS[mark][language].sign;
  const count = ordinal > 0 ? String(ordinal) : '';
  const shift = worked ? PAGE_WORDS[language].worked.sign : '';
  return { number, mark, off, sign: [count, named, shift].filter(Boolean).join(' ') };
}
