import { clockContext } from '../../server/deadlines/clock-context.ts';
import { deadlinesOf } from '../../server/domain/deadlines.ts';
import { explainDeadline } from '../../server/domain/explain-deadline.ts';
import type { DayMoved, DeadlineReminder } from '../../server/domain/notices.ts';
import type { DeliveryMaterial } from '../../server/notices/notice-channel.ts';
import { renderNotice } from '../mail/render-notice.ts';

/** For whoever can be found. */
const NOBODY = { displayName: '同志', organisationId: null };

/** What a colleague says on the telephone: to a worker in plain words, to staff what the mail would have said. */
export function renderCall({ addressee, notice, ...material }: DeliveryMaterial): string {
  if (notice.kind === 'case-event') return '';
  if (addressee.kind === 'worker' && (notice.kind === 'deadline-reminder' || notice.kind === 'day-moved')) {
    return workerWords(notice, material);
  }
  const account = addressee.kind === 'staff' ? addressee.account : NOBODY;
  return renderNotice({ ...material, notice, account }).text;
}

function workerWords(
  { kind, rule, subject: about }: DeadlineReminder | DayMoved,
  { subject, organisation, calendar }: Omit<DeliveryMaterial, 'addressee' | 'notice'>,
): string {
  const deadline = deadlinesOf(subject.clock, clockContext(subject, organisation, calendar)).findLast(
    (candidate) => candidate.rule === rule && (candidate.subject ?? null) === about,
  );
  if (deadline === undefined) return '';
  const moved = kind === 'day-moved';
  return [
    ...(moved ? ['放假安排已公布，之前告知的日期有变：'] : []),
    explainDeadline(deadline, { language: 'zh', audience: 'worker' }),
    '',
    ...(moved ? ['The holidays have been published; the day that was told before is now another:'] : []),
    explainDeadline(deadline, { language: 'en', audience: 'worker' }),
  ].join('\n');
}
