import type { DeliveryMaterial } from '../../server/notices/notice-channel.ts';

/**
 * One text message of 70 characters at most. The telephone may be in other hands: no name, no dispute, no sum, not
 * even what kind of office it is.
 */
export function renderTextMessage({ notice, organisation, today }: DeliveryMaterial): string {
  const dueOn = notice.kind === 'deadline-reminder' ? notice.dueOn : null;
  const what =
    dueOn !== null && dueOn >= today
      ? `您有一项事项，请留意${chineseDay(dueOn)}这个日期，`
      : '您有一项事项有新进展，';
  return `【和议】${what}请凭回执查询或致电${organisation.phone}。`;
}

function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
