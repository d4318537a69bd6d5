import { originsElsewhere } from '../../server/domain/cross-region.ts';
import { legalDayOf } from '../../server/domain/legal-day.ts';
import { GRADE_NAMES } from '../../server/domain/warning-grade.ts';
import type { WarningNotice } from '../../server/domain/warning-notices.ts';
import { reasonText, type WarningReader, type WarningReason } from '../../server/domain/warning-reason.ts';
import { warningRulesOn } from '../../server/domain/warning-rules.ts';
import { workplaceText } from '../../server/domain/workplace-text.ts';
import type { NoticeMaterial } from '../../server/notices/notice-channel.ts';

/**
 * An early warning (预警). Neither subject nor text holds a name, a number that identifies, a sum or what somebody
 * wrote down; those who may read the case find them there.
 */
export function renderWarning(notice: WarningNotice, material: NoticeMaterial) {
  const { account, subject } = material;
  const own = account.organisationId !== null && subject.organisationPath.includes(account.organisationId);
  const { zh, en } = own ? ownText(notice, material) : otherText(notice, material);
  return {
    subject: `和议预警（${GRADE_NAMES[notice.grade].zh}）：请查看 / Heyi early warning (${notice.grade}): please look`,
    text: [`${account.displayName}，您好：`, ...zh, '', `Dear ${account.displayName},`, ...en, ''].join('\n'),
  };
}

/** The reasons of a warning, one a line, in both languages. */
export function reasonLines(reasons: readonly WarningReason[], reader: WarningReader) {
  const texts = reasons.map((reason) => reasonText(reason, reader));
  return {
    zh: [...new Set(texts.map(({ zh }) => `· ${zh}`))],
    en: [...new Set(texts.map(({ en }) => `- ${en}`))],
  };
}

function ownText({ grade, at, reasons }: WarningNotice, { subject, organisation }: NoticeMaterial) {
  const lines = reasonLines(reasons, 'own');
  const days = warningRulesOn(organisation.warningRules, legalDayOf(at)).acknowledgeWithinDays[grade];
  return {
    zh: [
      `案件 ${subject.number}（${organisation.name}）进入${GRADE_NAMES[grade].zh}预警：`,
      ...lines.zh,
      `请在 ${days} 个工作日内登录系统确认；无人确认的，将报上级工会。`,
    ],
    en: [
      `Case ${subject.number} (${organisation.name}) is under early warning (${grade}):`,
      ...lines.en,
      `Acknowledge it in the service within ${days} working ${days === 1 ? 'day' : 'days'}; otherwise it goes to the union above.`,
    ],
  };
}

/** To unions elsewhere: the place, the reasons in general words, whom to call; and which of their own cases. */
function otherText({ grade, reasons }: WarningNotice, { account, subject, organisation }: NoticeMaterial) {
  const lines = reasonLines(reasons, 'other');
  const places = originsElsewhere(subject).map(({ name }) => name);
  const theirs = subject.employerPatterns
    .flatMap(({ cases }) => cases)
    .filter(({ organisationId }) => organisationId === account.organisationId)
    .map(({ number }) => number);
  const workplace = workplaceText(subject);
  return {
    zh: [
      `${organisation.name}的案件 ${subject.number}（工作地：${workplace.zh}）进入${GRADE_NAMES[grade].zh}预警：`,
      ...lines.zh,
      ...(places.length === 0 ? [] : [`涉及来自${places.join('、')}的务工人员。`]),
      ...(theirs.length === 0 ? [] : [`贵单位有针对同一用人单位的案件：${theirs.join('、')}。`]),
      `如需协助，请致电 ${organisation.name}：${organisation.phone}。本通报不含当事人姓名和证件号码。`,
    ],
    en: [
      `Case ${subject.number} of ${organisation.name} (place of work: ${workplace.en}) is under early warning (${grade}):`,
      ...lines.en,
      ...(places.length === 0 ? [] : [`It concerns migrant workers from ${places.join(', ')}.`]),
      ...(theirs.length === 0 ? [] : [`Your own cases against the same employer: ${theirs.join(', ')}.`]),
      `To help, call ${organisation.name}: ${organisation.phone}. This notice holds no names or identity numbers.`,
    ],
  };
}
