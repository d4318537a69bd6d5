import type { IntakeChannel } from '../../server/domain/case.ts';
import { CAUSE_CODES, CAUSES, type Cause } from '../../server/domain/causes.ts';
import type { BodyKind } from '../../server/domain/participant.ts';
import { RESPONDENT_KINDS, type RespondentKind } from '../../server/domain/respondent.ts';

/** The codes for what published pages say in words of their own. */

const CAUSE_WORDS: Record<string, Cause> = {
  追索劳动报酬: 'wages',
  劳动报酬: 'wages',
  工资: 'wages',
  劳务报酬: 'service-remuneration',
  劳务合同: 'service-remuneration',
  经济补偿金: 'economic-compensation',
  经济补偿: 'economic-compensation',
  确认劳动关系: 'labour-relation',
  工伤待遇: 'work-injury',
  工伤保险待遇: 'work-injury',
  工亡待遇: 'work-injury-death',
  继续履行劳动合同: 'contract',
  加班工资: 'overtime-pay',
  加班费: 'overtime-pay',
  未休年休假工资: 'annual-leave-pay',
  违法解除劳动关系赔偿金: 'unlawful-termination',
  违法解除劳动合同赔偿金: 'unlawful-termination',
  二倍工资: 'double-wage',
  双倍工资: 'double-wage',
  最低工资: 'minimum-wage',
  社会保险: 'social-insurance',
  竞业限制: 'training-and-non-compete',
  职业病: 'safety',
  女职工: 'female-and-minor-workers',
  劳务派遣: 'dispatch',
  集体合同: 'collective-contract',
  福利: 'welfare',
  解除: 'termination',
  终止: 'termination',
};

/** The cause by its name, by the longest word of it that is known, else `other`; the words stay with the claim. */
export function causeOf(stated: string): Cause {
  const exact =
    CAUSE_WORDS[stated] ?? CAUSE_CODES.find((code) => code === stated || CAUSES[code].zh === stated);
  if (exact !== undefined) return exact;
  const words = Object.keys(CAUSE_WORDS).sort((a, b) => b.length - a.length);
  const found = words.find((word) => stated.includes(word));
  return (found === undefined ? undefined : CAUSE_WORDS[found]) ?? 'other';
}

const CHANNEL_WORDS: readonly (readonly [RegExp, IntakeChannel])[] = [
  [/^hotline/, 'hotline'],
  [/walk-in|counter/, 'counter'],
  [/telephone|phone/, 'telephone'],
  [/arbitration/, 'arbitration'],
  [/court/, 'court'],
  [/inspection/, 'labour-inspection'],
  [/union|partner/, 'partner-union'],
  [/petition/, 'petition-office'],
  [/online|app|wechat/, 'online'],
  [/field|visit/, 'field-visit'],
];

export function channelOf(stated: string | null | undefined): IntakeChannel {
  const text = (stated ?? '').toLowerCase();
  if (text.startsWith('alert') || text.includes('early warning')) return 'early-warning';
  return CHANNEL_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

const BODY_WORDS: readonly (readonly [RegExp, BodyKind])[] = [
  [/union/, 'union'],
  [/arbitration/, 'arbitration-commission'],
  [/court|enforcement/, 'court'],
  [/inspection/, 'labour-inspection'],
  [/hr\b|human|social security/, 'human-resources'],
  [/people's mediat|mediation committee|mediation centre/, 'peoples-mediation'],
  [/lawyer|legal.aid|legal adviser/, 'legal-aid'],
  [/justice/, 'justice-bureau'],
  [/petition/, 'petition-office'],
  [/stability/, 'stability-office'],
  [/police/, 'police'],
  [/procurat/, 'procuratorate'],
  [/zone/, 'development-zone'],
  [/community/, 'community'],
  [/street|township/, 'street-or-township'],
  [/housing/, 'housing-authority'],
  [/hospital/, 'hospital'],
  [/government/, 'government'],
];

export function bodyKindOf(stated: string): BodyKind {
  const text = stated.toLowerCase();
  return BODY_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

export function respondentKindOf(stated: string): RespondentKind {
  return RESPONDENT_KINDS.find((kind) => kind === stated) ?? 'other';
}

/** 「E 建筑业（…）」: the letter of the section and the words after it. */
export function industryOf(stated: string): { section: string; description: string } | null {
  const [, section, description] = /^([A-T]) ?(.+)$/.exec(stated.trim()) ?? [];
  return section === undefined || description === undefined ? null : { section, description };
}

/** 「保障农民工工资支付条例 3条」, with a remark in brackets where there is one. */
export function lawPointOf(stated: string): { law: string; article: string | null; note: string | null } {
  const [, body = stated, note = null] = /^(.*?)（(.+)）$/.exec(stated) ?? [];
  const [, law = body, article = null] = /^(.+?) ?第?(\d+(?:之\d+)?)条$/.exec(body) ?? [];
  return { law, article, note };
}

/** Other words for the events of a published case; the outside facts of the record by their own names besides. */
const EVENT_WORDS: Record<string, string> = {
  refused: 'not-accepted',
  settled: 'agreed',
  'mediation-failed': 'failed',
  'court-confirmed': 'confirmed-by-court',
  paid: 'partly-performed',
  'payment-received': 'partly-performed',
  breached: 'defaulted',
  awarded: 'award',
  resigned: 'employment-ended',
  dismissed: 'employment-ended',
  claimed: 'claim-made',
  complained: 'inspection-complained',
  inspection: 'inspection-complained',
  'inspection-complaint': 'inspection-complained',
  'inspection-order': 'inspection-ordered',
  'injury-recognition': 'injury-recognised',
  'legal-aid': 'legal-aid-given',
  'arbitration-application': 'arbitration-applied',
  'arbitration-refused': 'arbitration-refused-outside',
  sued: 'suit-filed',
  suit: 'suit-filed',
  lawsuit: 'suit-filed',
  hearing: 'hearing-held',
  appeal: 'appeal-filed',
  appealed: 'appeal-filed',
};

/** The name that the replay has for an event, whichever way a page writes it: notAccepted, not accepted, refused. */
export function eventOf(what: string): string {
  const word = what.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll(/[ _]/g, '-');
  return EVENT_WORDS[word] ?? word;
}
