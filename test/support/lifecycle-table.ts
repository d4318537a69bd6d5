import type { ActionName } from '../../server/domain/case-actions.ts';
import { CASE_STATES, type CaseState } from '../../server/domain/case-state.ts';
import type { StaffRole } from '../../server/domain/staff.ts';

/** What the lifecycle allows, written by hand and apart from the code: where an action may be taken, and by whom. */
export interface LifecycleRow {
  in: readonly CaseState[];
  by: readonly StaffRole[];
}

const BEFORE: CaseState[] = ['registered', 'awaiting-consent'];
const MEDIATING: CaseState[] = ['in-mediation'];
const AGREED: CaseState[] = ['agreed', 'confirmation-pending', 'confirmed', 'breached'];
const AT_COMMISSION: CaseState[] = ['handed-to-arbitration', 'arbitration-accepted'];
const OVER: CaseState[] = [
  'performed',
  'withdrawn',
  'terminated',
  'settled-in-arbitration',
  'transferred',
  'archived',
];
const LIVE = CASE_STATES.filter((state) => !OVER.includes(state));
const KEPT = CASE_STATES.filter((state) => state !== 'archived');
const CLOSED: CaseState[] = [
  'not-accepted',
  'failed',
  'arbitration-refused',
  'awarded',
  'arbitration-withdrawn',
  ...OVER.filter((state) => state !== 'archived'),
];

const CASEWORKERS: StaffRole[] = ['clerk', 'mediator', 'head'];
const MEDIATORS: StaffRole[] = ['mediator', 'head'];
const HEAD: StaffRole[] = ['head'];

export const LIFECYCLE: Record<ActionName, LifecycleRow> = {
  'ask-respondent': { in: BEFORE, by: CASEWORKERS },
  accept: { in: BEFORE, by: ['clerk', 'head'] },
  refuse: { in: BEFORE, by: HEAD },
  'start-mediation': { in: ['accepted'], by: HEAD },
  'assign-mediator': { in: LIVE, by: HEAD },
  'record-session': { in: [...MEDIATING, ...AGREED], by: MEDIATORS },
  'extend-mediation': { in: MEDIATING, by: MEDIATORS },
  'pause-mediation': { in: MEDIATING, by: MEDIATORS },
  'resume-mediation': { in: MEDIATING, by: MEDIATORS },
  agree: { in: [...MEDIATING, ...AGREED], by: MEDIATORS },
  'apply-for-confirmation': {
    in: [...MEDIATING, 'agreed', 'confirmation-pending', 'breached'],
    by: CASEWORKERS,
  },
  'record-confirmation': {
    in: [...MEDIATING, 'agreed', 'confirmation-pending', 'breached'],
    by: CASEWORKERS,
  },
  'record-payment': {
    in: [...LIVE, 'performed', 'withdrawn', 'terminated', 'settled-in-arbitration'],
    by: CASEWORKERS,
  },
  'record-duty': { in: AGREED, by: CASEWORKERS },
  'record-performance': {
    in: [...MEDIATING, ...AGREED, 'failed', ...AT_COMMISSION, 'awarded', 'settled-in-arbitration'],
    by: MEDIATORS,
  },
  'record-breach': { in: [...MEDIATING, ...AGREED], by: MEDIATORS },
  fail: { in: [...MEDIATING, ...AGREED], by: MEDIATORS },
  withdraw: { in: [...BEFORE, 'accepted', ...MEDIATING], by: CASEWORKERS },
  terminate: { in: [...BEFORE, 'accepted', ...MEDIATING], by: HEAD },
  'hand-to-arbitration': {
    in: [
      'failed',
      'breached',
      'not-accepted',
      ...MEDIATING,
      'agreed',
      'confirmation-pending',
      'confirmed',
      'performed',
    ],
    by: MEDIATORS,
  },
  'record-arbitration-acceptance': { in: ['handed-to-arbitration'], by: CASEWORKERS },
  'record-arbitration-refusal': { in: ['handed-to-arbitration'], by: CASEWORKERS },
  'record-award': { in: ['arbitration-accepted'], by: CASEWORKERS },
  'record-arbitration-settlement': { in: ['arbitration-accepted', 'awarded'], by: CASEWORKERS },
  'record-arbitration-withdrawal': { in: AT_COMMISSION, by: CASEWORKERS },
  'record-arbitration-return': {
    in: [...AT_COMMISSION, 'arbitration-refused', 'arbitration-withdrawn'],
    by: CASEWORKERS,
  },
  'offer-transfer': { in: LIVE.filter((state) => state !== 'transfer-offered'), by: HEAD },
  'record-transfer-acceptance': { in: ['transfer-offered'], by: HEAD },
  'record-transfer-return': { in: ['transfer-offered'], by: HEAD },
  archive: { in: CLOSED, by: ['archivist', 'head'] },
  reopen: { in: [...CLOSED, 'archived'], by: HEAD },
  'record-fact': { in: KEPT, by: CASEWORKERS },
  'correct-fact': { in: KEPT, by: MEDIATORS },
  'add-workers': { in: LIVE, by: CASEWORKERS },
  'remove-workers': { in: LIVE, by: CASEWORKERS },
  'correct-worker': { in: KEPT, by: CASEWORKERS },
  'end-representation': { in: LIVE, by: CASEWORKERS },
  'name-representatives': { in: LIVE, by: CASEWORKERS },
  'tell-headcount': { in: LIVE, by: CASEWORKERS },
  'add-respondent': { in: LIVE, by: CASEWORKERS },
  'change-respondent': { in: LIVE, by: CASEWORKERS },
  'correct-respondent': { in: KEPT, by: CASEWORKERS },
  'add-helper': { in: KEPT, by: CASEWORKERS },
  'revoke-helper': { in: KEPT, by: CASEWORKERS },
  'add-claims': { in: LIVE, by: CASEWORKERS },
  'correct-claim': { in: LIVE, by: CASEWORKERS },
  'assess-claim': { in: LIVE, by: MEDIATORS },
  'tell-sums': {
    in: [...LIVE, 'performed', 'withdrawn', 'terminated', 'settled-in-arbitration'],
    by: CASEWORKERS,
  },
  refer: { in: KEPT, by: CASEWORKERS },
  'record-referral-answer': { in: KEPT, by: CASEWORKERS },
  'link-case': { in: KEPT, by: CASEWORKERS },
  'add-participant': { in: KEPT, by: CASEWORKERS },
  'write-closing': { in: KEPT, by: ['mediator', 'head', 'archivist'] },
  'record-risk': { in: LIVE, by: CASEWORKERS },
  'record-consent': { in: CASE_STATES, by: CASEWORKERS },
  'set-legal-hold': { in: CASE_STATES, by: ['head', 'archivist'] },
  'lift-legal-hold': { in: CASE_STATES, by: ['head', 'archivist'] },
  'acknowledge-warning': { in: LIVE, by: ['head', 'supervisor'] },
};
