import { besideTheClock, type OutsideFact, onTheClock } from './outside-fact.ts';

/** What labour inspection (A12), the injury authorities (A13) and legal aid (A16) do and are asked for. */
export const AUTHORITY_FACTS = {
  'breach-occurred': onTheClock('breach-occurred', { details: ['continuing'] }),
  'breach-ended': onTheClock('breach-ended'),
  'inspection-complained': onTheClock('inspection-complained', {
    name: { zh: '向劳动监察投诉', en: 'a complaint to labour inspection' },
    details: ['unproven'],
  }),
  'inspection-accepted': onTheClock('inspection-accepted'),
  'inspection-refused': onTheClock('inspection-refused'),
  'inspection-filed': onTheClock('inspection-filed'),
  'inspection-extended': onTheClock('extension-approved', {
    name: { zh: '监察办结期限经批准延长', en: 'more time for the inspection was approved' },
    marks: { rule: 'A12-close' },
    details: ['days'],
  }),
  // To order that the breach be mended is one of the ways to end an inspection (劳动保障监察条例 18).
  'inspection-ordered': onTheClock('inspection-decided', {
    name: { zh: '劳动监察责令改正', en: 'labour inspection ordered the breach to be mended' },
  }),
  'inspection-decided': onTheClock('inspection-decided'),
  'injury-occurred': onTheClock('injury-occurred'),
  'injury-claim-made': onTheClock('injury-claim-made'),
  'injury-claim-accepted': onTheClock('injury-claim-accepted', { details: ['clear'] }),
  'injury-decision-suspended': onTheClock('injury-decision-suspended'),
  'injury-decision-resumed': onTheClock('injury-decision-resumed'),
  'injury-recognised': onTheClock('injury-decided', {
    name: { zh: '认定工伤', en: 'a work injury was recognised' },
  }),
  'injury-not-recognised': onTheClock('injury-decided', {
    name: { zh: '不予认定工伤', en: 'a work injury was not recognised' },
  }),
  'appraisal-applied': onTheClock('appraisal-applied'),
  'appraisal-extended': onTheClock('extension-approved', {
    name: { zh: '劳动能力鉴定期限延长', en: 'more time for the appraisal was approved' },
    marks: { rule: 'A13-appraisal' },
    details: ['days'],
  }),
  'capacity-assessed': onTheClock('appraisal-made', {
    name: { zh: '作出劳动能力鉴定结论', en: 'the capacity to work was assessed' },
  }),
  'appraisal-received': onTheClock('appraisal-received'),
  'reappraisal-applied': onTheClock('reappraisal-applied'),
  'legal-aid-applied': onTheClock('legal-aid-applied'),
  'legal-aid-given': onTheClock('legal-aid-decided', {
    name: { zh: '决定给予法律援助', en: 'legal aid was granted' },
    marks: { granted: true },
  }),
  'legal-aid-refused': onTheClock('legal-aid-decided', {
    name: { zh: '决定不予法律援助', en: 'legal aid was not granted' },
    marks: { granted: false },
  }),
  'lawyer-assigned': onTheClock('lawyer-assigned'),
  'legal-aid-objected': onTheClock('legal-aid-objected'),
  'legal-aid-reviewed': onTheClock('legal-aid-reviewed'),
  'supervision-letter': besideTheClock('发出“一函两书”', 'a letter of notice or supervision went out'),
} as const satisfies Record<string, OutsideFact>;
