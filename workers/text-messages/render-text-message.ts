import type { Language } from '../../server/domain/bilingual.ts';
import type { DeliveryMaterial } from '../../server/notices/notice-channel.ts';

/** One text message in the alphabet of Chinese. */
const MOST_CHARACTERS = 70;

/**
 * One text message of 70 characters at most, in the language that the worker chose; who chose none is told in Chinese,
 * and in English as far as there is room. The telephone may be in other hands: no name, no dispute, no sum, not even
 * what kind of office it is.
 */
export function renderTextMessage({ notice, organisation, addressee, today }: DeliveryMaterial): string {
  const hasDay = notice.kind === 'deadline-reminder' || notice.kind === 'day-moved';
  const dueOn = hasDay && notice.dueOn >= today ? notice.dueOn : null;
  const chosen = addressee.kind === 'worker' ? (addressee.worker.contact.language ?? null) : null;
  const texts = textsOf(dueOn, organisation.phone);
  if (chosen !== null) return texts[chosen];
  const both = `${texts.zh}${dueOn === null ? 'You have news, please call.' : `Note ${dueOn}.`}`;
  return both.length > MOST_CHARACTERS ? texts.zh : both;
}

function textsOf(dueOn: string | null, phone: string): Record<Language, string> {
  const what =
    dueOn === null ? '您有一项事项有新进展，' : `您有一项事项，请留意${chineseDay(dueOn)}这个日期，`;
  const about = dueOn === null ? 'You have news' : `Note ${dueOn}`;
  return {
    zh: `【和议】${what}请凭回执查询或致电${phone}。`,
    en: `【和议】${about}: see your receipt or call ${phone}.`,
  };
}

function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
