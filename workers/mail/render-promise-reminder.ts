import type { Bilingual } from '../../server/domain/bilingual.ts';
import { PROMISE_NAMES, type PromiseReminder } from '../../server/domain/promised-days.ts';
import type { NoticeMaterial } from '../../server/notices/notice-channel.ts';

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
  const { zh, en } = PROMISE_NAMES[promise];
  const overdue = today > dueOn;
  return {
    zh: `案件 ${subject.number}：${zh}${overdue ? '已于' : '将于'} ${dueOn} 到期，尚无记录。`,
    en: `Case ${subject.number}: ${en} ${overdue ? 'was' : 'is'} due on ${dueOn}, and nothing is recorded yet.`,
  };
}
