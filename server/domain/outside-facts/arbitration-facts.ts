import { type OutsideFact, onTheClock } from './outside-fact.ts';

/** Of a group some may apply, and be refused, by themselves. */
const ofSome = { details: ['partial'] } as const;

/** What the commission and the parties before it do: A3 to A7, A9, A14 and the receipt of the award (A8). */
export const ARBITRATION_FACTS = {
  'arbitration-applied': onTheClock('arbitration-applied', { details: ['collective', 'partial'] }),
  'mediation-advice-agreed': onTheClock('mediation-advice-agreed'),
  'papers-asked': onTheClock('papers-asked'),
  'papers-completed': onTheClock('papers-completed'),
  'referred-elsewhere': onTheClock('referred-elsewhere', {
    name: {
      zh: '仲裁委员会书面告知应向其他仲裁委员会申请',
      en: 'the commission named the competent one in writing',
    },
    ...ofSome,
  }),
  'arbitration-accepted-outside': onTheClock('arbitration-accepted', { details: ['collective'] }),
  'arbitration-refused-outside': onTheClock('arbitration-refused', {
    name: { zh: '仲裁不予受理', en: 'the commission did not take the case' },
    ...ofSome,
  }),
  'arbitration-withdrawn-outside': onTheClock('arbitration-withdrawn', ofSome),
  'application-copy-served': onTheClock('application-copy-served'),
  'panel-told': onTheClock('panel-told'),
  'collective-notice-given': onTheClock('collective-notice-given', {
    name: { zh: '集体争议一次性通知送达', en: 'everything was told in one notice (collective case)' },
  }),
  'defence-received': onTheClock('defence-received'),
  'defence-passed-on': onTheClock('defence-passed-on'),
  'counterclaim-received': onTheClock('counterclaim-received'),
  'counterclaim-decided': onTheClock('counterclaim-decided'),
  'counterclaim-joined': onTheClock('counterclaim-joined'),
  'delegated-mediation-agreed': onTheClock('delegated-mediation-agreed'),
  'hearing-set': onTheClock('hearing-set', { details: ['hearingOn'] }),
  'hearing-notified': onTheClock('hearing-notified'),
  'postponement-asked': onTheClock('postponement-asked'),
  'hearing-held': onTheClock('hearing-held', {
    name: { zh: '开庭审理', en: 'a hearing was held' },
  }),
  'party-added': onTheClock('party-added'),
  'claims-changed': onTheClock('claims-changed'),
  'case-moved': onTheClock('case-moved'),
  'arbitration-suspended': onTheClock('arbitration-suspended'),
  'arbitration-resumed': onTheClock('arbitration-resumed'),
  'public-notice-began': onTheClock('public-notice-began'),
  'public-notice-ended': onTheClock('public-notice-ended'),
  'award-extended': onTheClock('extension-approved', {
    name: { zh: '仲裁审理期限经批准延长', en: 'more time for the award was approved' },
    marks: { rule: 'A6' },
    details: ['days'],
  }),
  'review-extended': onTheClock('extension-approved', {
    name: { zh: '仲裁审查期限经批准延长', en: 'more time for the review of the agreement was approved' },
    marks: { rule: 'M5-review' },
    details: ['days'],
  }),
  'award-made-outside': onTheClock('award-made', { name: { zh: '作出裁决', en: 'an award was made' } }),
  'award-received': onTheClock('award-received', { details: ['final', 'party'] }),
} as const satisfies Record<string, OutsideFact>;
