import { clockContext } from '../../server/deadlines/clock-context.ts';
import type { Bilingual } from '../../server/domain/bilingual.ts';
import { ruleOf } from '../../server/domain/deadline-rules.ts';
import { deadlinesOf } from '../../server/domain/deadlines.ts';
import { explainDeadline } from '../../server/domain/explain-deadline.ts';
import type { DeadlineReminder } from '../../server/domain/notices.ts';
import type { NoticeMaterial } from '../../server/notices/notice-channel.ts';

/** A reminder of a legal deadline. Its subject names neither a person nor a dispute. */
export function renderDeadlineReminder(
  notice: DeadlineReminder,
  { subject, organisation, account, calendar, today }: NoticeMaterial,
) {
  const { rule, dueOn } = notice;
  const line = reminderLine(notice, { subject, today });
  const deadline = deadlinesOf(subject.clock, clockContext(subject, organisation, calendar)).findLast(
    (candidate) => candidate.rule === rule && (candidate.subject ?? null) === notice.subject,
  );
  const explained = (language: 'zh' | 'en') =>
    deadline === undefined ? '' : explainDeadline(deadline, { language, audience: 'mediator' });
  const overdue = today > dueOn;
  return {
    subject: overdue
      ? `和议提醒：一项工作已于 ${dueOn} 到期 / Heyi: one task was due on ${dueOn}`
      : `和议提醒：一项工作将于 ${dueOn} 到期 / Heyi: one task is due on ${dueOn}`,
    text: [
      `${account.displayName}，您好：`,
      line.zh,
      explained('zh'),
      '',
      `Dear ${account.displayName},`,
      line.en,
      explained('en'),
      '',
    ].join('\n'),
  };
}

/** The reminder in one sentence. By the day on which it goes out: after an outage its day may have passed. */
export function reminderLine(
  { rule, dueOn }: DeadlineReminder,
  { subject, today }: Pick<NoticeMaterial, 'subject' | 'today'>,
): Bilingual {
  const { name } = ruleOf(rule);
  const overdue = today > dueOn;
  return {
    zh: `案件 ${subject.number}：${name.zh}（${rule}）${overdue ? '已于' : '将于'} ${dueOn} 到期。`,
    en: `Case ${subject.number}: ${name.en} (${rule}) ${overdue ? 'was' : 'is'} due on ${dueOn}.`,
  };
}
