import type { Bilingual } from '../domain/bilingual.ts';
import { CAUSE_CODES, CAUSES, type Cause } from '../domain/causes.ts';
import { WORKER_CATEGORIES, type WorkerCategory } from '../domain/worker.ts';

const CATEGORIES: Record<WorkerCategory, Bilingual> = {
  migrant: { zh: '农民工', en: 'migrant' },
  platform: { zh: '新就业形态', en: 'platform' },
  dispatched: { zh: '劳务派遣', en: 'dispatched' },
  'part-time': { zh: '非全日制', en: 'part-time' },
  'over-age': { zh: '超龄', en: 'over-age' },
  female: { zh: '女职工', en: 'female' },
  minor: { zh: '未成年工', en: 'minor' },
  trainee: { zh: '实习生', en: 'trainee' },
  injured: { zh: '工伤', en: 'injured' },
  'in-hardship': { zh: '困难职工', en: 'in-hardship' },
};

/** How lists say it besides. */
const ALSO_CATEGORIES: Record<string, WorkerCategory> = {
  新就业形态劳动者: 'platform',
  派遣: 'dispatched',
  派遣工: 'dispatched',
  女: 'female',
  学徒: 'trainee',
  困难: 'in-hardship',
};
const ALSO_CAUSES: Record<string, Cause> = {
  工资: 'wages',
  欠薪: 'wages',
  拖欠工资: 'wages',
  劳动报酬: 'wages',
  加班费: 'overtime-pay',
  二倍工资: 'double-wage',
  双倍工资: 'double-wage',
  年休假工资: 'annual-leave-pay',
  经济补偿金: 'economic-compensation',
  赔偿金: 'unlawful-termination',
  社保: 'social-insurance',
  工伤: 'work-injury',
  劳务费: 'service-remuneration',
};

const CATEGORY_OF = wordsFor(WORKER_CATEGORIES, CATEGORIES, ALSO_CATEGORIES);
const CAUSE_OF = wordsFor(CAUSE_CODES, CAUSES, ALSO_CAUSES);

export const CATEGORIES_KNOWN = knownWords(WORKER_CATEGORIES, CATEGORIES);
export const CAUSES_KNOWN = knownWords(CAUSE_CODES, CAUSES);

export function categoryOf(word: string): WorkerCategory | undefined {
  return CATEGORY_OF.get(word.toLowerCase());
}

export function causeOf(word: string): Cause | undefined {
  return CAUSE_OF.get(word.toLowerCase());
}

/** By its code and its words in either language. */
function wordsFor<Code extends string>(
  codes: readonly Code[],
  texts: Record<Code, Bilingual>,
  also: Record<string, Code>,
): ReadonlyMap<string, Code> {
  return new Map([
    ...codes.flatMap((code) =>
      [code, texts[code].zh, texts[code].en].map((word) => [word.toLowerCase(), code] as const),
    ),
    ...Object.entries(also),
  ]);
}

function knownWords<Code extends string>(codes: readonly Code[], texts: Record<Code, Bilingual>): Bilingual {
  return { zh: codes.map((code) => texts[code].zh).join('、'), en: codes.join(', ') };
}
