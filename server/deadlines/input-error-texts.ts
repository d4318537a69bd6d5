import type { Bilingual } from '../domain/bilingual.ts';
import type { DeadlineInputCode, DeadlineInputError } from '../domain/deadline-input-error.ts';

const CHINESE: Record<DeadlineInputCode, string> = {
  'impossible-day': '这一天不存在，请按 2026-09-16 的格式填写（1900—2199年）。',
  'out-of-range': '算出的日期超出1900—2199年，请换一个日期。',
  'unknown-rule': '没有这条期限规则，请从列表中选择。',
  'unknown-event': '没有这种事件，请按文档中的名称填写。',
  'missing-start': '缺少起算日，请填写起算日或者起算事件。',
  'missing-field': '缺少这一项，请补上。',
  'bad-value': '这一项填写有误，请更正或者去掉。',
  'bad-region': '地区代码应当是六位数字，如 370100；也可以不填。',
  'not-in-force': '起算日那天这条规则还没有施行，请换一个较晚的日期。',
  'not-json': '不是有效的 JSON。',
};

/** What is wrong and what to do, in both languages; the field is named in each. */
export function inputErrorText({ code, field, message }: DeadlineInputError): Bilingual {
  return { zh: `${field}：${CHINESE[code]}`, en: message };
}
