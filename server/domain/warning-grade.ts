import type { Bilingual } from './bilingual.ts';

/** The grades of an early warning (预警), lowest first. */
export const WARNING_GRADES = ['blue', 'yellow', 'orange', 'red'] as const;
export type WarningGrade = (typeof WARNING_GRADES)[number];

export const GRADE_NAMES: Readonly<Record<WarningGrade, Bilingual>> = {
  blue: { zh: '蓝色', en: 'blue' },
  yellow: { zh: '黄色', en: 'yellow' },
  orange: { zh: '橙色', en: 'orange' },
  red: { zh: '红色', en: 'red' },
};

/** Orders grades: positive where the first is the graver one. */
export function compareGrades(one: WarningGrade, other: WarningGrade): number {
  return WARNING_GRADES.indexOf(one) - WARNING_GRADES.indexOf(other);
}
