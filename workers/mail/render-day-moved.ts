import { clockContext } from '../../server/deadlines/clock-context.ts';
import type { Bilingual } from '../../server/domain/bilingual.ts';
import { ruleOf } from '../../server/domain/deadline-rules.ts';
import { deadlinesOf } from '../../server/domain/deadlines.ts';
import { explainDeadline } from '../../server/domain/explain-deadline.ts';
import type { DayMoved } from '../../server/domain/notices.ts';
import type { NoticeMaterial } from '../../server/notices/notice-channel.ts';

/** Tells those who were told the old day the new one, and why it is now that one. */
export function renderDayMoved(
  notice: DayMoved,
  { subject, organisation, account, calendar }: NoticeMaterial,
) {
  const { rule, subject: about, dueOn } = notice;
  const deadline = deadlinesOf(subject.clock, clockContext(subject, organisation, calendar)).findLast(
    (candidate) => candidate.rule === rule && (candidate.subject ?? null) === about,
  );
  const line = movedLine(notice, { subject });
  const explained = (language: 'zh' | 'en') =>
    deadline === undefined ? '' : explainDeadline(deadline, { language, audience: 'mediator' });
  return {
    subject: `和议通知：一项期限改为 ${dueOn} / Heyi: the day of one task is now ${dueOn}`,
    text: [
      `${account.displayName}，您好：`,
      `放假安排已公布。${line.zh}`,
      explained('zh'),
      '',
      `Dear ${account.displayName},`,
      `The holidays have been published. ${line.en}`,
      explained('en'),
      '',
    ].join('\n'),
  };
}

/** The move in one sentence. */
export function movedLine(
  { rule, from, dueOn }: DayMoved,
  { subject }: Pick<NoticeMaterial, 'subject'>,
): Bilingual {
  const { name } = ruleOf(rule);
  return {
    zh: `案件 ${subject.number}：${name.zh}（${rule}）由 ${from ?? '未定'} 改为 ${dueOn}。`,
    en: `Case ${subject.number}: ${name.en} (${rule}) moves from ${from ?? 'an open day'} to ${dueOn}.`,
  };
}
