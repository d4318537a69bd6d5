import { workplaceText } from '../../server/domain/workplace-text.ts';
import type { NoticeMaterial } from '../../server/notices/notice-channel.ts';

/** Tells the union where migrant workers come from that a case concerns them; no names, no sums (PIPL 23). */
export function renderOriginAlert({ subject, organisation, account, notice }: NoticeMaterial) {
  const region = notice.to.role === 'union-of-region' ? notice.to.regionCode : '';
  const origins = subject.workers.flatMap(({ origin }) => origin ?? []);
  const yours = origins.filter(({ regionCode }) => regionCode === region);
  const places = [...new Set(yours.map(({ name }) => name))].join('、');
  const workplace = workplaceText(subject);
  return {
    subject: '和议通报：一件跨区域事项与贵地有关 / Heyi: a cross-region matter concerns your city',
    text: [
      `${account.displayName}，您好：`,
      `${organisation.name}已登记一件异地案件 ${subject.number}，涉及来自${places}的务工人员，工作地为${workplace.zh}。`,
      `如需协助，请致电 ${organisation.name}：${organisation.phone}。本通报不含当事人姓名和证件号码。`,
      '',
      `Dear ${account.displayName},`,
      [
        `${organisation.name} has registered a cross-region case, ${subject.number}, of migrant workers`,
        `from ${places} who worked in ${workplace.en}. To help, call ${organisation.name}: ${organisation.phone}.`,
      ].join(' '),
      'This notice holds no names or identity numbers.',
      '',
    ].join('\n'),
  };
}
