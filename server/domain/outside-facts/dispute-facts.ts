import { besideTheClock, type OutsideFact, onTheClock } from './outside-fact.ts';

/** Only in writing does it surely interrupt or suspend: the cautious day leaves out what nobody can prove. */
const provable = { details: ['unproven'] } as const;

/** The employment, the dispute and what the parties did about it themselves: A1 to A3, M4 (LDMAA 27, O33 27, O17 31). */
export const DISPUTE_FACTS = {
  'employment-began': besideTheClock('入职', 'employment began'),
  'employment-ended': onTheClock('employment-ended', { name: { zh: '离职', en: 'employment ended' } }),
  'dispute-arose': besideTheClock('争议发生', 'the dispute arose'),
  'situation-reported': besideTheClock('发现苗头并上报', 'somebody noticed and reported it'),
  'right-known': onTheClock('right-known', { details: ['claimId', 'employmentGoesOn'] }),
  'application-received': onTheClock('application-received'),
  'claim-made': onTheClock('claim-made', provable),
  'relief-asked': onTheClock('relief-asked', provable),
  'debt-acknowledged': onTheClock('debt-acknowledged', provable),
  'promise-broken': onTheClock('settlement-breached', {
    name: { zh: '对方未履行承诺或者和解', en: 'a promise or settlement was not kept' },
    ...provable,
  }),
  'negotiation-requested': onTheClock('negotiation-requested', provable),
  'negotiation-agreed': onTheClock('negotiation-agreed', { details: ['dueOn'] }),
  'negotiation-refused': onTheClock('negotiation-refused', provable),
  'negotiation-unanswered': onTheClock('negotiation-unanswered', provable),
  'negotiation-stopped': onTheClock('negotiation-stopped', provable),
  'negotiation-expired': onTheClock('negotiation-expired', provable),
  'obstacle-began': onTheClock('obstacle-began', provable),
  'obstacle-ended': onTheClock('obstacle-ended'),
  'passed-on': besideTheClock('转交其他单位', 'passed on to another body'),
  'refused-elsewhere': besideTheClock('其他单位不予受理', 'another body did not take it'),
  'accepted-elsewhere': besideTheClock('其他单位受理', 'another body took it'),
  'mediated-elsewhere': besideTheClock('其他单位组织调解', 'another body mediated'),
  'withdrawn-elsewhere': besideTheClock(
    '在其他单位撤回申请或者撤诉',
    'an application to another body or a suit was withdrawn',
  ),
  'crime-referred': besideTheClock('移送公安机关', 'referred to the police as a crime'),
  'transfer-acknowledged': onTheClock('transfer-acknowledged'),
  'transfer-progress-reported': onTheClock('transfer-progress-reported'),
  'transfer-closed': onTheClock('transfer-closed'),
  'transfer-result-reported': onTheClock('transfer-result-reported'),
} as const satisfies Record<string, OutsideFact>;
