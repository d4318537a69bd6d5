import type { Bilingual } from '../../server/domain/bilingual.ts';
import type { PromiseKind, PromiseReminder } from '../../server/domain/promised-days.ts';
import type { NoticeMaterial } from '../../server/notices/notice-channel.ts';

/** What was promised stands in the case: its words may speak of people. */
const PROMISES: Record<PromiseKind, Bilingual> = {
  duty: { zh: '查看协议中一项义务是否履行', en: 'a look at whether a duty of the agreement was done' },
  'referral-answer': { zh: '一项转介的答复', en: 'the answer to a referral' },
};

/** A reminder of a day that people agreed on. Its subject names neither a person nor a dispute. */
export function renderPromiseReminder(
  notice: PromiseReminder,
  { subject, organisation, account, today }: NoticeMaterial,
) {
  const { dueOn } = notice;
  const line = promiseLine(notice, { subject, today });
  return {
    subject:
      today > dueOn
        ? `和议提醒：一项工作已于 ${dueOn} 到期 / Heyi: one task was due on ${dueOn}`
        : `和议提醒：一项工作将于 ${dueOn} 到期 / Heyi: one task is due on ${dueOn}`,
    text: [
      `${account.displayName}，您好：`,
      line.zh,
      `请与有关方面核实，并在案件中记录结果（${organisation.name}，${organisation.phone}）。`,
      '',
      `Dear ${account.displayName},`,
      line.en,
      `Please ask those concerned and record in the case what came of it (${organisation.name}, ${organisation.phone}).`,
      '',
    ].join('\n'),
  };
}

/** The reminder in one sentence, by the day on which it goes out. */
export function promiseLine(
  { promise, dueOn }: PromiseReminder,
  { subject, today }: Pick<NoticeMaterial, 'subject' | 'today'>,
): Bilingual {
  const { zh, en } = PROMISES[promise];
  const overdue = today > dueOn;
  return {
    zh: `案件 ${subject.number}：${zh}${overdue ? '已于' : '将于'} ${dueOn} 到期，尚无记录。`,
    en: `Case ${subject.number}: ${en} ${overdue ? 'was' : 'is'} due on ${dueOn}, and nothing is recorded yet.`,
  };
}
