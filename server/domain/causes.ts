import type { Bilingual } from './bilingual.ts';

/**
 * What a dispute is about. Codes of our own that stay; the official lists (案由) are renumbered every few years and
 * are never a key.
 */
export const CAUSES = {
  'labour-relation': { zh: '确认劳动关系', en: 'whether there is a labour relation' },
  contract: { zh: '劳动合同的订立、履行、变更', en: 'making, keeping or changing the contract' },
  termination: { zh: '解除、终止劳动合同', en: 'ending of the contract' },
  'unlawful-termination': { zh: '违法解除劳动关系赔偿金', en: 'damages for unlawful termination' },
  wages: { zh: '追索劳动报酬', en: 'wages' },
  'overtime-pay': { zh: '加班工资', en: 'overtime pay' },
  'minimum-wage': { zh: '最低工资差额', en: 'difference to the minimum wage' },
  'double-wage': { zh: '未签劳动合同二倍工资', en: 'double wages for want of a written contract' },
  'annual-leave-pay': { zh: '未休年休假工资', en: 'pay for annual leave not taken' },
  'service-remuneration': { zh: '劳务报酬', en: 'pay for services' },
  'economic-compensation': { zh: '经济补偿', en: 'economic compensation' },
  'social-insurance': { zh: '社会保险', en: 'social insurance' },
  'work-injury': { zh: '工伤待遇', en: 'work-injury benefits' },
  'work-injury-death': { zh: '工亡待遇', en: 'benefits for death at work' },
  'hours-and-leave': { zh: '工作时间和休息休假', en: 'hours and leave' },
  welfare: { zh: '福利待遇', en: 'welfare' },
  'training-and-non-compete': { zh: '培训、竞业限制', en: 'training and non-competition' },
  safety: { zh: '劳动保护和职业病', en: 'safety and occupational disease' },
  'female-and-minor-workers': { zh: '女职工和未成年工保护', en: 'female and minor workers' },
  dispatch: { zh: '劳务派遣', en: 'dispatch' },
  'collective-contract': { zh: '集体合同', en: 'collective contract' },
  'platform-work': { zh: '新就业形态用工', en: 'platform work' },
  'over-retirement-age': { zh: '超龄人员用工', en: 'work over the retirement age' },
  'personnel-matter': { zh: '人事争议', en: 'civil-servant personnel matters' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Record<string, Bilingual>;

export type Cause = keyof typeof CAUSES;
export const CAUSE_CODES = Object.keys(CAUSES).filter(isCause);

export function isCause(text: string): text is Cause {
  return Object.hasOwn(CAUSES, text);
}
