import type { Bilingual } from './bilingual.ts';

/** The laws that the rules cite, by the short names of this service. */
export const LAWS = {
  CivilCode: { zh: '民法典', en: 'Civil Code' },
  LDMAA: { zh: '劳动争议调解仲裁法', en: 'Labour Dispute Mediation and Arbitration Law' },
  O17: {
    zh: '企业劳动争议协商调解规定',
    en: 'Provisions on Negotiation and Mediation of Enterprise Labour Disputes (MOHRSS Order 17)',
  },
  O33: {
    zh: '劳动人事争议仲裁办案规则',
    en: 'Rules for Handling Labour and Personnel Arbitration (MOHRSS Order 33)',
  },
  CPL: { zh: '民事诉讼法', en: 'Civil Procedure Law' },
  PML: { zh: '人民调解法', en: "People's Mediation Law" },
  Platform2024: {
    zh: '关于加强新就业形态劳动纠纷一站式调解工作的通知（人社厅发〔2024〕4号）',
    en: 'Notice on one-stop mediation for platform workers (Renshetingfa [2024] No. 4)',
  },
  Inspection: { zh: '劳动保障监察条例', en: 'Regulation on Labour Security Inspection' },
  InspectionRules: {
    zh: '关于实施《劳动保障监察条例》若干规定',
    en: 'Provisions on Implementing the Inspection Regulation',
  },
  Injury: { zh: '工伤保险条例', en: 'Regulation on Work-Related Injury Insurance' },
  LabourInterpretation: {
    zh: '最高人民法院关于审理劳动争议案件适用法律问题的解释（一）（法释〔2020〕26号）',
    en: 'SPC Interpretation (I) on Labour Dispute Cases (Fashi [2020] No. 26)',
  },
  LegalAid: { zh: '法律援助法', en: 'Legal Aid Law' },
  Wages: { zh: '保障农民工工资支付条例', en: 'Regulation on Paying Migrant Workers’ Wages' },
  WageCrime: {
    zh: '最高人民法院关于审理拒不支付劳动报酬刑事案件适用法律若干问题的解释（法释〔2013〕3号）',
    en: 'SPC Interpretation on the Crime of Refusing to Pay Wages (Fashi [2013] No. 3)',
  },
} as const satisfies Record<string, Bilingual>;

export type LawCode = keyof typeof LAWS;

/** One article, or a run of them. */
type Article = number | readonly [first: number, last: number];

/** Where a rule stands written. */
export interface Basis {
  law: LawCode;
  articles: readonly Article[];
}

export function cite(law: LawCode, ...articles: Article[]): Basis {
  return { law, articles };
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number from 1 to 999 as articles are numbered: 14 → 十四, 205 → 二百零五. */
export function chineseNumber(value: number): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = DIGITS[value % 10] ?? '';
  if (hundreds === 0) return tens === 0 ? ones : `${tens === 1 ? '' : DIGITS[tens]}十${ones}`;
  const rest = tens > 0 ? `${DIGITS[tens]}十${ones}` : ones && `零${ones}`;
  return `${DIGITS[hundreds]}百${rest}`;
}

function articleText(article: Article): Bilingual {
  if (typeof article === 'number') return { zh: `第${chineseNumber(article)}条`, en: `${article}` };
  const [first, last] = article;
  return { zh: `第${chineseNumber(first)}条至第${chineseNumber(last)}条`, en: `${first}–${last}` };
}

/** A citation as users read it: 《人民调解法》第三十三条; People's Mediation Law, art. 33. */
export function citation({ law, articles }: Basis): Bilingual {
  const texts = articles.map(articleText);
  const name = LAWS[law];
  // A name that carries its own document number is not put in title marks a second time.
  const title = name.zh.includes('《') || name.zh.includes('〔') ? name.zh : `《${name.zh}》`;
  if (texts.length === 0) return { zh: title, en: name.en };
  return {
    zh: `${title}${texts.map(({ zh }) => zh).join('、')}`,
    en: `${name.en}, art. ${texts.map(({ en }) => en).join(', ')}`,
  };
}
