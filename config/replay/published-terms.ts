import type { IntakeChannel } from '../../server/domain/case.ts';
import { CAUSE_CODES, CAUSES, type Cause } from '../../server/domain/causes.ts';
import type { BodyKind } from '../../server/domain/participant.ts';
import { RESPONDENT_KINDS, type RespondentKind } from '../../server/domain/respondent.ts';

/** The codes for what published pages say in words of their own. */

const CAUSE_WORDS: Record<string, Cause> = {
  追索劳动报酬: 'wages',
  劳动报酬: 'wages',
  工资: 'wages',
  欠薪: 'wages',
  提成: 'wages',
  奖金: 'wages',
  年终奖: 'wages',
  劳务报酬: 'service-remuneration',
  劳务费: 'service-remuneration',
  劳务合同: 'service-remuneration',
  经济补偿金: 'economic-compensation',
  经济补偿: 'economic-compensation',
  代通知金: 'termination',
  确认劳动关系: 'labour-relation',
  劳动关系确认: 'labour-relation',
  工伤: 'work-injury',
  停工留薪期工资: 'work-injury',
  伤残: 'work-injury',
  人身损害: 'work-injury',
  提供劳务者受害: 'work-injury',
  工亡: 'work-injury-death',
  死亡赔偿: 'work-injury-death',
  丧葬: 'work-injury-death',
  供养亲属抚恤金: 'work-injury-death',
  继续履行劳动合同: 'contract',
  恢复劳动关系: 'contract',
  调岗: 'contract',
  加班工资: 'overtime-pay',
  加班费: 'overtime-pay',
  年休假: 'annual-leave-pay',
  违法解除: 'unlawful-termination',
  违法终止: 'unlawful-termination',
  二倍工资: 'double-wage',
  双倍工资: 'double-wage',
  最低工资: 'minimum-wage',
  社会保险: 'social-insurance',
  社保: 'social-insurance',
  养老保险: 'social-insurance',
  医疗保险: 'social-insurance',
  失业保险: 'social-insurance',
  工作时间: 'hours-and-leave',
  病假: 'hours-and-leave',
  竞业限制: 'training-and-non-compete',
  服务期: 'training-and-non-compete',
  培训费: 'training-and-non-compete',
  职业病: 'safety',
  尘肺: 'safety',
  女职工: 'female-and-minor-workers',
  未成年工: 'female-and-minor-workers',
  产假: 'female-and-minor-workers',
  生育: 'female-and-minor-workers',
  孕期: 'female-and-minor-workers',
  哺乳: 'female-and-minor-workers',
  劳务派遣: 'dispatch',
  集体合同: 'collective-contract',
  福利: 'welfare',
  津贴: 'welfare',
  住房公积金: 'welfare',
  新就业形态: 'platform-work',
  超龄: 'over-retirement-age',
  人事争议: 'personnel-matter',
  解除: 'termination',
  终止: 'termination',
};

/** From the longest to the shortest; of two of one length the one that names more than money goes first. */
const KNOWN_WORDS = Object.keys(CAUSE_WORDS).toSorted(
  (a, b) => b.length - a.length || Number(CAUSE_WORDS[a] === 'wages') - Number(CAUSE_WORDS[b] === 'wages'),
);

/** The cause by its name, by the longest word of it that is known, else `other`; the words stay with the claim. */
export function causeOf(stated: string): Cause {
  const exact =
    CAUSE_WORDS[stated] ?? CAUSE_CODES.find((code) => code === stated || CAUSES[code].zh === stated);
  if (exact !== undefined) return exact;
  const found = KNOWN_WORDS.find((word) => stated.includes(word));
  return (found === undefined ? undefined : CAUSE_WORDS[found]) ?? 'other';
}

const CHANNEL_WORDS: readonly (readonly [RegExp, IntakeChannel])[] = [
  [/hotline|\b123\d\d\b/, 'hotline'],
  [/walk-in|counter/, 'counter'],
  [/telephone|phone/, 'telephone'],
  [/petition|letters and visits/, 'petition-office'],
  [/arbitration/, 'arbitration'],
  [/court/, 'court'],
  [/(?:union|field) (?:inspection|visit)|site visit|\bvisits?\b/, 'field-visit'],
  [/inspection/, 'labour-inspection'],
  [/online|\bapp\b|wechat|mini-?program|\bplatform\b/, 'online'],
  [/union|partner/, 'partner-union'],
  [/field/, 'field-visit'],
];

export function channelOf(stated: string | null | undefined): IntakeChannel {
  const text = (stated ?? '').toLowerCase();
  if (text.startsWith('alert') || text.includes('early warning')) return 'early-warning';
  return CHANNEL_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

const BODY_WORDS: readonly (readonly [RegExp, BodyKind])[] = [
  [/union/, 'union'],
  [/\barbitra/, 'arbitration-commission'],
  [/court|tribunal|enforcement|\bjudges?\b/, 'court'],
  [/discipline|market/, 'other'],
  [/inspection|labour supervision/, 'labour-inspection'],
  [/hr\b|human|social security|labour (?:bureau|department|office)/, 'human-resources'],
  [/people's mediat|mediation committee|mediation centre/, 'peoples-mediation'],
  [/lawyer|law firm|legal.aid|legal adviser/, 'legal-aid'],
  [/justice/, 'justice-bureau'],
  [/petition|letters and visits/, 'petition-office'],
  [/stability/, 'stability-office'],
  [/police|public security/, 'police'],
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

const RESPONDENT_WORDS: Record<string, RespondentKind> = {
  company: 'employer',
  enterprise: 'employer',
  dispatch: 'dispatch-agency',
  'dispatch-company': 'dispatch-agency',
  'labour-dispatch': 'dispatch-agency',
  'receiving-unit': 'user-unit',
  'host-unit': 'user-unit',
  'main-contractor': 'general-contractor',
  contractor: 'general-contractor',
  'labour-company': 'subcontractor',
  'labour-subcontractor': 'subcontractor',
  foreman: 'individual-contractor',
  'crew-leader': 'individual-contractor',
  developer: 'client',
  owner: 'client',
  'project-owner': 'client',
  'platform-partner': 'partner-firm',
  franchisee: 'partner-firm',
  shareholder: 'investor',
  'parent-company': 'investor',
  partner: 'investor',
  'legal-representative': 'individual',
  household: 'individual',
  person: 'individual',
  heirs: 'heir',
  government: 'public-body',
  insurance: 'insurer',
  'insurance-company': 'insurer',
  'labour-agency': 'intermediary',
};

/** The kind by its code, or by another word for it. */
export function respondentKindOf(stated: string): RespondentKind {
  const word = stated.toLowerCase().replaceAll(/[ _]+/g, '-');
  return RESPONDENT_KINDS.find((kind) => kind === word) ?? RESPONDENT_WORDS[word] ?? 'other';
}

/** GB/T 4754-2017: words by which a trade is known where its letter is not given. */
const SECTIONS: readonly (readonly [string, RegExp])[] = [
  ['P', /教育|学校|培训/],
  ['Q', /卫生|医院|社会工作|养老/],
  ['R', /文化|体育|娱乐|直播/],
  ['J', /金融|银行|保险业/],
  ['K', /房地产|物业/],
  ['I', /信息传输|软件|互联网/],
  ['G', /交通|运输|仓储|邮政|快递|外卖|网约车/],
  ['H', /住宿|餐饮|酒店/],
  ['E', /建筑|施工|装修|工程/],
  ['B', /采矿|煤矿/],
  ['D', /电力|热力|燃气/],
  ['N', /水利|环境|环卫|公共设施/],
  ['O', /居民服务|家政|保洁|修理/],
  ['M', /科学研究|技术服务/],
  ['L', /租赁|商务服务|劳务派遣|保安/],
  ['F', /批发|零售|商贸|电商/],
  ['S', /公共管理|社会组织/],
  ['A', /农|林业|牧|渔|种植|养殖/],
  ['C', /制造|加工|工厂/],
];

/** 「E 建筑业（…）」: the letter of the section and the words after it; a trade without its letter by its words. */
export function industryOf(stated: string): { section: string; description: string } | null {
  const [, section, description] = /^([A-T])(?:[ .、:：-]*)(.+)$/.exec(stated.trim()) ?? [];
  if (section !== undefined && description !== undefined) return { section, description };
  if (/^[A-T]$/.test(stated)) return { section: stated, description: stated };
  const known = SECTIONS.find(([, words]) => words.test(stated))?.[0];
  return known === undefined ? null : { section: known, description: stated };
}

/** 「保障农民工工资支付条例 3条」, 「劳动合同法第三十八条、第四十六条」, with a remark in brackets where there is one. */
export function lawPointOf(stated: string): { law: string; article: string | null; note: string | null } {
  const [, body = stated, note = null] = /^(.*?)（(.+)）$/.exec(stated) ?? [];
  const [, law = body, articles] =
    /^(.+?) ?(第?[\d一二三四五六七八九十百零]+条(?:之[\d一二三四五六七八九十]+)?(?:[、,，和及] ?第?[\d一二三四五六七八九十百零]+条(?:之[\d一二三四五六七八九十]+)?)*)$/.exec(
      body,
    ) ?? [];
  return { law, article: articles?.replaceAll(/[第条 ]/g, '') ?? null, note };
}
