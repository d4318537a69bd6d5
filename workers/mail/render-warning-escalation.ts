import { legalDayOf } from '../../server/domain/legal-day.ts';
import { GRADE_NAMES } from '../../server/domain/warning-grade.ts';
import type { WarningEscalation } from '../../server/domain/warning-notices.ts';
import type { NoticeMaterial } from '../../server/notices/notice-channel.ts';
import { reasonLines } from './render-warning.ts';

/** Tells those above that nobody has taken note of a warning. No names, no sums. */
export function renderWarningEscalation(
  { grade, raisedAt, reasons }: WarningEscalation,
  { account, subject, organisation }: NoticeMaterial,
) {
  const raisedOn = legalDayOf(raisedAt);
  const lines = reasonLines(reasons, 'own');
  return {
    subject: `和议预警（${GRADE_NAMES[grade].zh}）尚未确认 / Heyi early warning (${grade}) not acknowledged`,
    text: [
      `${account.displayName}，您好：`,
      `案件 ${subject.number}（${organisation.name}，${organisation.phone}）自 ${raisedOn} 起处于${GRADE_NAMES[grade].zh}预警，至今无人确认：`,
      ...lines.zh,
      '请督促办理，或登录系统确认。',
      '',
      `Dear ${account.displayName},`,
      `Case ${subject.number} (${organisation.name}, ${organisation.phone}) has been under early warning (${grade}) since ${raisedOn}, and nobody has acknowledged it:`,
      ...lines.en,
      'See to it that it is handled, or acknowledge it in the service.',
      '',
    ].join('\n'),
  };
}
