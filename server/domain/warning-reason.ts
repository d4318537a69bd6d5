import type { Bilingual } from './bilingual.ts';
import type { RiskKind } from './risk.ts';
import type { WarningGrade } from './warning-grade.ts';
import type { Measure } from './warning-rules.ts';

/** Why a case is of a grade. */
export interface WarningReason {
  code: Measure | RiskKind;
  grade: WarningGrade;
  /** From when on it held. */
  at: Date;
  /** Where the grade begins, for what is measured: people, fen, provinces, cases, days. Null for a risk. */
  threshold: number | null;
}

/** Who reads: those who answer for the case, or another union, which learns no more than it needs. */
export type WarningReader = 'own' | 'other';

const DANGER: Bilingual = {
  zh: '存在人身安全风险',
  en: 'there is a danger to life or safety',
};

interface ReasonText {
  own: Bilingual;
  /** For other unions, where the plain reason could point at one person. */
  other?: Bilingual;
}

/** With {threshold}; never with the exact number, which is in the case for those who may read it. */
const TEXTS: Readonly<Record<WarningReason['code'], ReasonText>> = {
  workers: { own: { zh: '涉及职工{threshold}人以上', en: '{threshold} or more workers are concerned' } },
  'claimed-fen': {
    own: {
      zh: '主张金额合计{threshold}元以上',
      en: 'the sums claimed come to ¥{threshold} or more',
    },
  },
  provinces: {
    own: {
      zh: '职工来自{threshold}个以上省份',
      en: 'the workers come from {threshold} or more provinces',
    },
  },
  'open-cases': {
    own: {
      zh: '近期同一用人单位（按统一社会信用代码）有{threshold}件以上未结案件',
      en: '{threshold} or more open cases stand against one employer, by its credit code',
    },
  },
  'limitation-days': {
    own: {
      zh: '申请劳动仲裁的期限将在{threshold}天内届满',
      en: 'the time to apply for arbitration ends within {threshold} days',
    },
  },
  'petition-or-stoppage-planned': {
    own: { zh: '可能发生集体上访或停工', en: 'a collective petition or a stoppage is planned' },
  },
  'employer-may-flee': {
    own: { zh: '用人单位有逃匿迹象', en: 'the employer is suspected of being about to flee' },
  },
  'employer-fled': { own: { zh: '用人单位已逃匿', en: 'the employer has fled' } },
  'death-at-work': { own: { zh: '发生因工死亡', en: 'somebody died at work' }, other: DANGER },
  'violence-threatened': {
    own: { zh: '有暴力冲突风险', en: 'violence has been threatened' },
    other: DANGER,
  },
  'self-harm-threatened': {
    own: { zh: '有自伤自残风险', en: 'self-harm has been threatened' },
    other: DANGER,
  },
};

const FEN_PER_YUAN = 100;

/** A reason in words, for a reader. Without names and without exact numbers. */
export function reasonText({ code, threshold }: WarningReason, reader: WarningReader): Bilingual {
  const { own, other } = TEXTS[code];
  const { zh, en } = reader === 'other' ? (other ?? own) : own;
  const amount = threshold === null ? '' : amountText(code, threshold);
  return { zh: zh.replace('{threshold}', amount), en: en.replace('{threshold}', amount) };
}

function amountText(code: WarningReason['code'], threshold: number): string {
  return code === 'claimed-fen'
    ? (threshold / FEN_PER_YUAN).toLocaleString('en-US')
    : threshold.toLocaleString('en-US');
}
