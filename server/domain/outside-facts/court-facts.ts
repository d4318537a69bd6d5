import { besideTheClock, type OutsideFact, onTheClock } from './outside-fact.ts';

/** What courts do and are asked for: payment orders (M7), suits (A8), enforcement (A10), preserved assets (A15). */
export const COURT_FACTS = {
  'payment-order-applied': onTheClock('payment-order-applied'),
  'payment-order-accepted': onTheClock('payment-order-accepted'),
  'payment-order-refused': onTheClock('payment-order-refused'),
  'payment-order-issued': onTheClock('payment-order-issued', {
    name: { zh: '发出支付令', en: 'a payment order was issued' },
  }),
  'payment-order-served': onTheClock('payment-order-served'),
  'payment-order-objected': onTheClock('payment-order-objected', {
    name: { zh: '对支付令提出异议', en: 'the debtor objected to the payment order' },
  }),
  'suit-filed': onTheClock('suit-filed', { name: { zh: '提起诉讼', en: 'a suit was filed' } }),
  'set-aside-applied': onTheClock('set-aside-applied'),
  'award-set-aside': onTheClock('award-set-aside', { details: ['party'] }),
  'award-in-force': onTheClock('award-in-force', { details: ['performUntilOn', 'assetsPreserved'] }),
  'appeal-filed': besideTheClock('提起上诉', 'an appeal was filed'),
  'judgment-made': besideTheClock('作出判决', 'a judgment was made'),
  'judgment-in-force': onTheClock('judgment-in-force', { details: ['performUntilOn'] }),
  'court-confirmed-outside': besideTheClock('法院确认', 'a court confirmed agreements'),
  'assets-preserved': besideTheClock('财产保全', 'assets were frozen or seized'),
  // Only those of before have to be followed by an application within 30 days (CPL 104).
  'assets-preserved-before': onTheClock('assets-preserved', {
    name: { zh: '申请仲裁或者起诉前采取财产保全', en: 'assets were preserved before arbitration or a suit' },
  }),
  'enforcement-applied': onTheClock('enforcement-applied'),
  'enforcement-ended': besideTheClock('执行终结', 'enforcement ended'),
  'pay-order-disobeyed': onTheClock('pay-order-disobeyed'),
} as const satisfies Record<string, OutsideFact>;
