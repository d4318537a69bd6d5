import type { Bilingual } from './bilingual.ts';
import { dayText, spanText, weekdayText } from './day-text.ts';
import type { CautiousReason, HolidaySpan, NoDayReason, NoEffectReason, TraceStep } from './deadline.ts';
import { EVENT_NAMES } from './deadline-events.ts';
import type { PeriodUnit } from './deadline-rule.ts';
import { ruleOf } from './deadline-rules.ts';
import { citation, cite } from './laws.ts';
import type { Standing } from './legal-footing.ts';

export type Audience = 'mediator' | 'worker';

const UNITS: Record<PeriodUnit, (amount: number) => Bilingual> = {
  'calendar-day': (n) => ({ zh: `${n}日（日历日）`, en: `${n} calendar day${n === 1 ? '' : 's'}` }),
  'working-day': (n) => ({ zh: `${n}个工作日`, en: `${n} working day${n === 1 ? '' : 's'}` }),
  month: (n) => ({ zh: `${n}个月`, en: `${n} month${n === 1 ? '' : 's'}` }),
  year: (n) => ({ zh: `${n}年`, en: `${n} year${n === 1 ? '' : 's'}` }),
};

const STANDINGS: Record<Standing, Bilingual> = {
  law: { zh: '法定期限', en: 'a limit set by law' },
  'local-target': {
    zh: '本单位自定的目标，不是法定期限',
    en: 'the organisation’s own target, not a limit set by law',
  },
  alliance: { zh: '协作城市之间的约定，不是法定期限', en: 'the alliance’s own limit, not set by law' },
};

const NO_EFFECT: Record<NoEffectReason, Bilingual> = {
  'not-agreed-by-both': { zh: '没有双方的书面同意', en: 'both parties did not agree to it in writing' },
  'too-late': { zh: '期限已经届满', en: 'the period had already ended' },
  'already-running': {
    zh: '期限已经在计算，以较早的为准',
    en: 'the period was already running; the earlier day holds',
  },
  'not-longer': { zh: '没有比原来更晚', en: 'it does not make the period longer' },
  'cap-reached': { zh: '已经达到延长的上限', en: 'the cap on extensions has been reached' },
  'same-day': { zh: '当日暂停当日恢复', en: 'it was lifted on the same day' },
  'no-limit-while-employed': {
    zh: '劳动关系存续期间拖欠工资不受时效限制',
    en: 'wage arrears have no limit while employed',
  },
  'of-some': {
    zh: '只涉及部分职工，其他职工的时效不重新计算，以较早的为准',
    en: 'it befell some of the workers only, and for the others the period does not start again; the earlier day holds',
  },
};

const NO_DAY: Record<NoDayReason, Bilingual> = {
  check: { zh: '没有截止日期，需要人工核对。', en: 'There is no last day; a person has to check.' },
  hint: { zh: '没有截止日期，仅供人工判断。', en: 'There is no last day; this is a hint to a person.' },
  paused: {
    zh: '期限目前暂停，恢复后才能算出最后一天。',
    en: 'The period is stopped now; its last day is known once it goes on.',
  },
  'no-limit-while-employed': {
    zh: '拖欠工资的，在职期间不受一年时效的限制；离职后一年内要提出。',
    en: 'For wage arrears there is no limit while employed; after the employment ends there is one year.',
  },
  'no-number': {
    zh: '法律只要求“及时”，没有天数，本单位也没有设定目标。',
    en: 'The law only says “promptly”, and no target of its own is set.',
  },
};

const CAUTIOUS: Record<CautiousReason, Bilingual> = {
  'not-rolled': { zh: '不依赖节假日顺延', en: 'does not rely on the roll over days off' },
  unproven: { zh: '不计入没有书面证据的中断或者中止', en: 'leaves out what has no written proof' },
  provisional: { zh: '当年放假安排未定', en: 'the holidays of that year are not settled' },
};

const joined = (texts: readonly Bilingual[]): Bilingual => ({
  zh: texts.map(({ zh }) => zh).join('，'),
  en: texts.map(({ en }) => en).join('; '),
});

function holidayText(holidays: readonly HolidaySpan[]): Bilingual {
  const texts = holidays.map(({ from, to, name }) => {
    const span = spanText(from, to);
    return { zh: `${name.zh}（${span.zh}）`, en: `${name.en} (${span.en})` };
  });
  return { zh: texts.map(({ zh }) => zh).join('、'), en: texts.map(({ en }) => en).join(', ') };
}

/** A citation in brackets for those who check it by hand; nothing for workers. */
function cited(audience: Audience, ...articles: number[]): Bilingual {
  if (audience === 'worker') return { zh: '', en: '' };
  const { zh, en } = citation(cite('CivilCode', ...articles));
  return { zh: `（${zh}）`, en: ` (${en})` };
}

export type StepOf<Kind extends TraceStep['step']> = Extract<TraceStep, { step: Kind }>;

export function ruleText(step: StepOf<'rule'>, audience: Audience): Bilingual | null {
  const standing = STANDINGS[step.standing];
  if (audience === 'worker')
    return step.standing === 'law' ? null : { zh: `这是${standing.zh}。`, en: `This is ${standing.en}.` };
  const { name } = ruleOf(step.rule);
  const basis = step.basis.map(citation);
  const zh = [...basis.map((b) => b.zh), standing.zh].join('；');
  const en = [...basis.map((b) => b.en), standing.en].join('; ');
  return { zh: `${step.rule} ${name.zh}（${zh}）。`, en: `${step.rule}, ${name.en} (${en}).` };
}

/** Workers read 15天; the kind of day is named only where it matters to them. */
function lengthText({ unit, amount }: StepOf<'count'>, audience: Audience): Bilingual {
  const text = UNITS[unit](amount);
  if (audience === 'mediator' || unit !== 'calendar-day') return text;
  return { zh: `${amount}天`, en: `${amount} day${amount === 1 ? '' : 's'}` };
}

export function countText(step: StepOf<'count'>, audience: Audience): Bilingual {
  const length = lengthText(step, audience);
  const [from, to] = [dayText(step.from), dayText(step.to)];
  const law = cited(audience, ...(step.unit === 'month' || step.unit === 'year' ? [201, 202] : [201]));
  const notes: Bilingual[] = [];
  if (step.holidays.length > 0) {
    const { zh, en } = holidayText(step.holidays);
    notes.push({ zh: `跳过${zh}`, en: `skipping ${en}` });
  }
  if (step.restDays > 0) {
    notes.push({
      zh: `跳过休息日${step.restDays}天`,
      en: `skipping ${step.restDays} rest day${step.restDays === 1 ? '' : 's'}`,
    });
  }
  if (step.workedWeekends.length > 0) {
    const days = step.workedWeekends.map((day) => spanText(day, day));
    const counted = step.unit === 'working-day';
    notes.push({
      zh: `${days.map(({ zh }) => zh).join('、')}是周末但调休上班，${counted ? '计入' : '不顺延'}`,
      en: `${days.map(({ en }) => en).join(', ')} ${counted ? 'counted' : 'not rolled over'}: a weekend day that is worked`,
    });
  }
  const note =
    notes.length === 0 ? { zh: '', en: '' } : { zh: `，${joined(notes).zh}`, en: `, ${joined(notes).en}` };
  const backward = step.direction === 'backward';
  return {
    zh: `从${from.zh}${backward ? '往前' : '起'}数${length.zh}，当日不计${law.zh}${note.zh}，到${to.zh}。`,
    en: `${length.en} counted ${backward ? 'back from' : 'from'} ${from.en}, that day left out${law.en}${note.en}: ${to.en}.`,
  };
}

export function rollText(step: StepOf<'roll'>, audience: Audience): Bilingual {
  const [from, to] = [dayText(step.from), weekdayText(step.to)];
  const law = cited(audience, 203);
  const why =
    step.holidays.length > 0
      ? {
          zh: `逢${holidayText(step.holidays).zh}放假`,
          en: `falls on days off (${holidayText(step.holidays).en})`,
        }
      : { zh: '是休息日', en: 'is a rest day' };
  if (step.direction === 'previous') {
    const wages = audience === 'worker' ? { zh: '', en: '' } : citation(cite('Wages', 14));
    const bracket = wages.zh ? { zh: `（${wages.zh}）`, en: ` (${wages.en})` } : wages;
    return {
      zh: `${from.zh}${why.zh}，工资应当提前到${to.zh}支付${bracket.zh}。`,
      en: `${from.en} ${why.en}, so wages are paid before it, on ${to.en}${bracket.en}.`,
    };
  }
  return {
    zh: `${from.zh}${why.zh}，顺延到${to.zh}${law.zh}。`,
    en: `${from.en} ${why.en}, so the period ends on ${to.en}${law.en}.`,
  };
}

export function extendText({ on, days, untilOn, capped }: StepOf<'extend'>): Bilingual {
  const at = dayText(on);
  const until = untilOn && dayText(untilOn);
  const what = until
    ? { zh: `延长至${until.zh}`, en: `until ${until.en}` }
    : { zh: `延长${days}日`, en: `by ${days} day${days === 1 ? '' : 's'}` };
  const cap = capped ? { zh: '（以上限为准）', en: ' (held to the cap)' } : { zh: '', en: '' };
  return { zh: `${at.zh}${what.zh}${cap.zh}。`, en: `On ${at.en} it was extended ${what.en}${cap.en}.` };
}

export function pauseText({ event, on, until }: StepOf<'pause'>): Bilingual {
  const [name, from] = [EVENT_NAMES[event], dayText(on)];
  if (until === null)
    return {
      zh: `${from.zh}${name.zh}，此后停止计算。`,
      en: `On ${from.en} ${name.en}; the count has stood still since.`,
    };
  const to = dayText(until);
  return {
    zh: `${from.zh}${name.zh}，到${to.zh}恢复，其间不计。`,
    en: `On ${from.en} ${name.en}; until ${to.en} the days do not count.`,
  };
}

export function startText({ on, event }: StepOf<'start'>): Bilingual {
  const [at, name] = [dayText(on), EVENT_NAMES[event]];
  return { zh: `${at.zh}${name.zh}。`, en: `On ${at.en} ${name.en}.` };
}

export function restartText({ on, event, interrupted }: StepOf<'restart'>): Bilingual {
  const [at, name] = [dayText(on), EVENT_NAMES[event]];
  const verb = interrupted ? { zh: '时效中断，', en: 'which interrupts it: ' } : { zh: '', en: '' };
  return {
    zh: `${at.zh}${name.zh}，${verb.zh}重新计算。`,
    en: `On ${at.en} ${name.en}, ${verb.en}the count starts again.`,
  };
}

export function noEffectText({ on, event, reason }: StepOf<'no-effect'>): Bilingual {
  const [at, name, why] = [dayText(on), EVENT_NAMES[event], NO_EFFECT[reason]];
  return {
    zh: `${at.zh}${name.zh}，不影响期限：${why.zh}。`,
    en: `On ${at.en} ${name.en}, without effect on the period: ${why.en}.`,
  };
}

export function namedDayText({ on }: StepOf<'named-day'>): Bilingual {
  const at = dayText(on);
  return { zh: `定下的日期是${at.zh}。`, en: `The day that was set is ${at.en}.` };
}

export function provisionalText({ years }: StepOf<'provisional'>): Bilingual {
  return {
    zh: `系统中还没有国务院公布的${years.join('、')}年放假安排，暂按法定节日计算，公布后可能变动。`,
    en: `No published holiday calendar for ${years.join(', ')} is loaded; the statutory holidays alone are used, and the day may still move.`,
  };
}

export function cautiousText({ on, reasons }: StepOf<'cautious'>, audience: Audience): Bilingual {
  const at = weekdayText(on);
  if (audience === 'worker')
    return { zh: `稳妥起见，请在${at.zh}之前（含当日）办理。`, en: `To be safe, act by ${at.en}.` };
  const why = joined(reasons.map((reason) => CAUTIOUS[reason]));
  return { zh: `稳妥日：${at.zh}（${why.zh}）。`, en: `Cautious day: ${at.en} (${why.en}).` };
}

export function noDayText({ reason }: StepOf<'no-day'>): Bilingual {
  return NO_DAY[reason];
}

export function endText({ on, event }: StepOf<'end'>, dueOn: string | null): Bilingual {
  const [at, name] = [dayText(on), EVENT_NAMES[event]];
  const late = dueOn !== null && on > dueOn;
  return {
    zh: `${at.zh}${name.zh}，${late ? '已经超过期限' : '期限结束'}。`,
    en: `On ${at.en} ${name.en}${late ? ', after the last day' : '; the period is over'}.`,
  };
}
