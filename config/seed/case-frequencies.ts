import type { IntakeChannel } from '../../server/domain/case.ts';
import type { Cause } from '../../server/domain/causes.ts';
import type { RespondentKind } from '../../server/domain/respondent.ts';

/**
 * How often what occurs in 24 published cases of courts, unions and the press; every figure is a count among them.
 * What is published is larger and ends better than what comes in every day: it is a hard mixture, and a known one.
 */
export const CASES_COUNTED = 24;

/** Workers concerned, of each case. */
export const HEADCOUNTS = [
  1, 1, 1, 1, 1, 1, 1, 3, 4, 5, 9, 10, 11, 11, 12, 25, 25, 48, 49, 50, 50, 50, 120, 144,
] as const;

/** What is claimed for each worker, in yuan, of the 18 cases that name a sum. */
export const YUAN_A_WORKER = [
  1583, 3090, 4000, 5455, 6320, 11_111, 13_237, 13_333, 23_636, 30_000, 30_612, 36_000, 38_125, 38_400,
  65_000, 79_200, 80_000, 3_400_000,
] as const;
export const CASES_WITH_A_SUM = YUAN_A_WORKER.length;

export const CAUSES_CLAIMED = {
  wages: 16,
  'service-remuneration': 4,
  'economic-compensation': 3,
  'annual-leave-pay': 2,
  'labour-relation': 1,
  'work-injury': 1,
  'work-injury-death': 1,
  contract: 1,
  'overtime-pay': 1,
  'unlawful-termination': 1,
} as const satisfies Partial<Record<Cause, number>>;
/** Of these causes nobody claims money. */
export const DUTIES: Partial<Record<Cause, string>> = {
  'labour-relation': '确认双方存在劳动关系',
  contract: '继续履行劳动合同',
};
export const CAUSES_A_CASE = { 1: 18, 2: 5, 3: 1 } as const;

export const CHANNELS = {
  counter: 5,
  court: 5,
  arbitration: 4,
  'early-warning': 3,
  hotline: 2,
  'petition-office': 2,
  'labour-inspection': 1,
  'partner-union': 1,
  online: 1,
} as const satisfies Partial<Record<IntakeChannel, number>>;

/** Sections of GB/T 4754; 0: nobody says. */
export const INDUSTRIES = { E: 9, '0': 6, C: 3, A: 1, F: 1, G: 1, I: 1, K: 1, O: 1 } as const;

export const RESPONDENTS = {
  employer: 15,
  'general-contractor': 5,
  'individual-contractor': 5,
  subcontractor: 3,
  platform: 1,
  client: 1,
  guarantor: 1,
  'public-body': 1,
} as const satisfies Partial<Record<RespondentKind, number>>;
export const RESPONDENTS_A_CASE = { 1: 17, 2: 6, 3: 1 } as const;

/** Cases of migrant workers; some of them come from the next county. */
export const MIGRANT_CASES = 13;
export const CROSS_REGION_CASES = 8;
/** Where those come from who come from afar: codes of GB/T 2260. */
export const ORIGINS = { 511300: 3, 421000: 2, 500101: 1, 360700: 1, 530300: 1 } as const;

/** How a case goes on that is not over sooner. */
export const ENDS = {
  performed: 9,
  confirmed: 5,
  arbitration: 4,
  agreed: 3,
  breached: 2,
  withdrawn: 1,
  refused: 1,
} as const;
export type SeededEnd = keyof typeof ENDS;
