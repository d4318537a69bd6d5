import type { Bilingual } from '../../server/domain/bilingual.ts';
import type { RenderDigest } from '../../server/notices/mail-channel.ts';
import type { NoticeMaterial } from '../../server/notices/notice-channel.ts';
import { movedLine } from './render-day-moved.ts';
import { reminderLine } from './render-deadline-reminder.ts';
import { promiseLine } from './render-promise-reminder.ts';

/** The reminders of a day in one mail, a line each; why a day is what it is stands with the case. */
export const renderDigest: RenderDigest = (materials) => {
  const name = materials[0]?.account.displayName ?? '';
  const count = materials.length;
  const lines = materials.map(lineOf);
  return {
    subject: `和议每日提醒：${count} 项 / Heyi daily reminders: ${count}`,
    texts: lines.map(({ zh, en }) => `${zh}\n${en}\n`),
    text: [
      `${name}，您好：`,
      `今天有 ${count} 项提醒：`,
      ...lines.map(({ zh }) => `· ${zh}`),
      '',
      `Dear ${name},`,
      `You have ${count} reminders today:`,
      ...lines.map(({ en }) => `- ${en}`),
      '',
    ].join('\n'),
  };
};

function lineOf(material: NoticeMaterial): Bilingual {
  const { notice } = material;
  switch (notice.kind) {
    case 'deadline-reminder':
      return reminderLine(notice, material);
    case 'promise-reminder':
      return promiseLine(notice, material);
    case 'day-moved':
      return movedLine(notice, material);
    default:
      throw new Error(`A ${notice.kind} waits for no digest.`);
  }
}
