import { z } from 'zod';
import { WARNING_GRADES } from '../../server/domain/warning-grade.ts';
import { DEFAULT_WARNING_RULES, type Thresholds } from '../../server/domain/warning-rules.ts';
import { legalDay, pageCursor } from './fields.ts';
import { says } from './says.ts';

const MOST_THRESHOLD = 100_000_000_000;

export const warningsQuery = z.strictObject({
  grade: z.enum(WARNING_GRADES).nullable().default(null),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: pageCursor.optional(),
});
export type WarningsQuery = z.infer<typeof warningsQuery>;

export const acknowledgementRequest = z.strictObject({ grade: z.enum(WARNING_GRADES) });

const threshold = z.int().min(1).max(MOST_THRESHOLD).nullable();
const grades = z.strictObject({ blue: threshold, yellow: threshold, orange: threshold, red: threshold });

const IN_ORDER = {
  rising: says({ en: 'must rise from blue to red', zh: '须从蓝色到红色依次增大' }),
  falling: says({ en: 'must fall from blue to red', zh: '须从蓝色到红色依次减小' }),
};

/** A graver grade must begin further on, or the one below it could never be. */
function ordered(direction: 'rising' | 'falling') {
  return grades.refine((thresholds: Thresholds) => {
    const set = WARNING_GRADES.flatMap((grade) => thresholds[grade] ?? []);
    return set.every((value, index) => {
      const before = set[index - 1];
      return before === undefined || (direction === 'rising' ? value > before : value < before);
    });
  }, IN_ORDER[direction]);
}

const { thresholds, employerWindowDays, acknowledgeWithinDays } = DEFAULT_WARNING_RULES;
const withinDays = z.int().min(1).max(30);

/** An organisation's numbers for early warnings, from a day on; what is not named is as usual. */
export const warningRulesRequest = z.strictObject({
  fromOn: legalDay,
  thresholds: z
    .strictObject({
      workers: ordered('rising').default(thresholds.workers),
      'claimed-fen': ordered('rising').default(thresholds['claimed-fen']),
      provinces: ordered('rising').default(thresholds.provinces),
      'open-cases': ordered('rising').default(thresholds['open-cases']),
      'limitation-days': ordered('falling').default(thresholds['limitation-days']),
    })
    .default(thresholds),
  employerWindowDays: z.int().min(1).max(366).default(employerWindowDays),
  acknowledgeWithinDays: z
    .strictObject({ blue: withinDays, yellow: withinDays, orange: withinDays, red: withinDays })
    .default(acknowledgeWithinDays),
});
export type WarningRulesRequest = z.infer<typeof warningRulesRequest>;
