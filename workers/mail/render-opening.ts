import { instantText } from '../../server/domain/instant-text.ts';
import type { OpeningNotice } from '../../server/domain/opening-notices.ts';
import type { NoticeMaterial } from '../../server/notices/notice-channel.ts';

/** Tells who oversees a case that somebody opened it in an emergency. Why is not said: a reason may speak of people. */
export function renderOpening(
  { at, until, openedBy }: OpeningNotice,
  { account, subject, organisation }: NoticeMaterial,
) {
  const [from, to] = [instantText(at), instantText(until)];
  return {
    subject: '和议通知：一次紧急查看 / Heyi: an emergency opening',
    text: [
      `${account.displayName}，您好：`,
      `${openedBy}于 ${from} 紧急查看了案件 ${subject.number}（${organisation.name}，${organisation.phone}），权限至 ${to}（北京时间）。`,
      '理由见系统的紧急查看清单（GET /api/v1/break-glass），请核实是否必要。',
      '',
      `Dear ${account.displayName},`,
      `${openedBy} opened case ${subject.number} (${organisation.name}, ${organisation.phone}) in an emergency at ${from}, until ${to} (Beijing time).`,
      'The reason stands in the list of emergency openings in the service (GET /api/v1/break-glass). Please see whether it was needed.',
      '',
    ].join('\n'),
  };
}
