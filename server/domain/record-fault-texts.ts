import type { Bilingual } from './bilingual.ts';

/** What can be wrong with a correction of the record. */
export const RECORD_FAULT_TEXTS = {
  line_without_day: {
    en: 'This line of the timeline has no such day. Leave day out for the one on which it happened; others that it may have: {days}.',
    zh: '该条记录没有这个日期。更正发生日期时请不要填写 day；该记录可更正的其他日期：{days}。',
  },
  name_without_consent: {
    en: 'A name may be written down only with consent to process it (PIPL 13). Say in consentToProcessOn the day on which the worker agreed.',
    zh: '登记姓名须经本人同意（个人信息保护法第十三条），请在 consentToProcessOn 中填写同意之日。',
  },
  respondent_unnamed: {
    en: 'This would leave the respondent without a name and without a description. Say at least who it is in description.',
    zh: '更正后被申请人既无名称也无说明，请至少在 description 中说明对方是谁。',
  },
  claim_sum_and_duty: {
    en: 'A claim is a sum or a duty. Set the other one to null in the same correction.',
    zh: '一项请求只能是金额或者义务，请在同一次更正中清空另一项。',
  },
  helper_not_found: {
    en: 'The case has no helper with this id whose authority stands. See helpers of the workers in the case.',
    zh: '案件中没有该代办人，或其委托已撤销，请查看案件 workers 中的 helpers。',
  },
} as const satisfies Record<string, Bilingual>;
