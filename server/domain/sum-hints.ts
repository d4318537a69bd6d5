import { agreedTotalFen, undatedFen } from './agreed-total.ts';
import type { Bilingual } from './bilingual.ts';
import type { MediationCase } from './case.ts';
import type { ActionName } from './case-actions.ts';
import { sumsOf } from './case-sums.ts';
import { paidFen } from './payment.ts';
import type { Sum } from './worker.ts';
import { yuanText } from './yuan-text.ts';

export const SUM_HINTS = [
  'instalment-overpaid',
  'paid-above-agreed',
  'paid-above-claimed',
  'agreed-above-claimed',
  'assessed-above-claimed',
  'instalments-below-sum',
] as const;

/** Something that may be true but is odd: it was taken, and is told back to whoever entered it. */
export interface SumHint extends Bilingual {
  code: (typeof SUM_HINTS)[number];
}

/**
 * What is odd about the sums of a case after an action that told one: more paid than agreed (interest, a gross sum, or
 * a slip of yuan and fen), more agreed than claimed, less by instalments than in all.
 */
export function sumHints(subject: MediationCase, action: ActionName): SumHint[] {
  switch (action) {
    case 'record-payment':
    case 'record-performance':
      return paymentHints(subject);
    case 'agree':
      return agreementHints(subject);
    case 'assess-claim':
      return above(sumsOf(subject).assessed, sumsOf(subject).claimed, 'assessed-above-claimed');
    case 'tell-sums':
      return [
        ...paidHints(subject),
        ...above(subject.toldSums?.agreed, sumsOf(subject).claimed, 'agreed-above-claimed'),
      ];
    default:
      return [];
  }
}

function paymentHints(subject: MediationCase): SumHint[] {
  const { agreements, payments = [] } = subject;
  const last = payments.at(-1)?.instalmentId ?? null;
  const instalment = agreements.flatMap(({ instalments }) => instalments).find(({ id }) => id === last);
  const agreed = exactly(instalment?.amountFen);
  const paid = instalment === undefined ? null : exactly(paidFen(payments, [instalment.id]));
  return [...above(paid, agreed, 'instalment-overpaid'), ...paidHints(subject)];
}

function exactly(fen: number | null | undefined): Sum | null {
  return fen === null || fen === undefined ? null : { fen, precision: 'exact' };
}

function paidHints(subject: MediationCase): SumHint[] {
  const { claimed, agreed, paid } = sumsOf(subject);
  if (agreed === null) return above(paid, claimed, 'paid-above-claimed');
  const penaltyFen = subject.agreements.reduce((total, one) => total + (one.penaltyFen ?? 0), 0);
  return above(paid, { ...agreed, fen: agreed.fen + penaltyFen }, 'paid-above-agreed');
}

function agreementHints(subject: MediationCase): SumHint[] {
  const agreement = subject.agreements.at(-1);
  if (agreement === undefined) return [];
  // A second one after a breach agrees on the same money again, so it is looked at by itself.
  const agreed = agreement.sum ?? exactly(agreedTotalFen(agreement));
  const restFen = undatedFen(agreement);
  const rest =
    restFen === 0 ? [] : [hint('instalments-below-sum', agreedTotalFen(agreement), agreed?.fen ?? 0)];
  return [...rest, ...above(agreed, sumsOf(subject).claimed, 'agreed-above-claimed')];
}

/** Nothing can be said against a limit of which only the least is known. */
function above(sum: Sum | null | undefined, limit: Sum | null | undefined, code: SumHint['code']): SumHint[] {
  if (!sum || !limit || limit.precision === 'floor' || sum.fen <= limit.fen) return [];
  return [hint(code, sum.fen, limit.fen)];
}

function hint(code: SumHint['code'], fen: number, limitFen: number): SumHint {
  const { zh, en } = WORDS[code];
  const filled = (text: string) =>
    text.replace('{sum}', yuanText(fen)).replace('{limit}', yuanText(limitFen));
  return { code, zh: filled(zh), en: filled(en) };
}

const WORDS: Record<SumHint['code'], Bilingual> = {
  'instalment-overpaid': {
    zh: '本期实付合计 {sum} 元，超过约定的 {limit} 元。如含利息、违约金或税前金额，无需处理；否则请核对金额（单位为分）。',
    en: 'For this instalment ¥{sum} came, more than the ¥{limit} agreed. Nothing is to be done if that is interest, a penalty or a gross sum; else check the sum (in fen).',
  },
  'paid-above-agreed': {
    zh: '已付合计 {sum} 元，超过约定的 {limit} 元（含违约金）。如含利息或税前金额，无需处理；否则请核对金额（单位为分）。',
    en: '¥{sum} came in all, more than the ¥{limit} agreed with its penalty. Nothing is to be done if that is interest or a gross sum; else check the sums (in fen).',
  },
  'paid-above-claimed': {
    zh: '已付合计 {sum} 元，超过请求总额 {limit} 元。请核对金额（单位为分）和请求。',
    en: '¥{sum} came in all, more than the ¥{limit} claimed. Check the sums (in fen) and the claims.',
  },
  'agreed-above-claimed': {
    zh: '协议金额 {sum} 元，超过请求总额 {limit} 元。请核对金额（单位为分）和请求。',
    en: '¥{sum} is agreed, more than the ¥{limit} claimed. Check the sum (in fen) and the claims.',
  },
  'assessed-above-claimed': {
    zh: '核定合计 {sum} 元，超过请求总额 {limit} 元。请核对金额（单位为分）和请求。',
    en: '¥{sum} is assessed in all, more than the ¥{limit} claimed. Check the sums (in fen) and the claims.',
  },
  'instalments-below-sum': {
    zh: '各期合计 {sum} 元，少于协议金额 {limit} 元，差额没有履行日，不会提醒；收到差额后请登记到账，案件才能因全部履行而结束。',
    en: 'The instalments come to ¥{sum}, less than the ¥{limit} agreed: the rest has no day, and nobody is reminded of it. Record it when it comes; until then the last instalment does not end the case.',
  },
};
