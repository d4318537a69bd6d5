import type { MediationCase } from '../../server/domain/case.ts';
import type { ActionName } from '../../server/domain/case-actions.ts';
import type { CaseState } from '../../server/domain/case-state.ts';
import { HELPER, ID, ON, SIGNED } from './lived-case.ts';
import { worker } from './warned-case.ts';

interface ActionExample {
  body: Record<string, unknown>;
  /** What the case must hold besides for the action to be open. */
  needs?: Partial<MediationCase>;
  /** A step from one state to the next; without it the case stays where it is. */
  from: CaseState;
  to?: CaseState;
}

const NOTICE = { on: ON, reference: '济劳人仲案〔2026〕7号', note: null };

const FAILED = [worker({ id: ID.worker, outcome: { kind: 'failed', on: ON } })];

/** For each action a body that the API takes, and where it leads. */
export const ACTION_EXAMPLES: Record<ActionName, ActionExample> = {
  'ask-respondent': { body: { askedOn: ON, by: 'telephone' }, from: 'registered', to: 'awaiting-consent' },
  accept: {
    body: { acceptedOn: ON, applicantConsentOn: ON, respondentConsentOn: ON },
    from: 'awaiting-consent',
    to: 'accepted',
  },
  refuse: {
    body: { decidedOn: ON, reason: 'outside-scope', directedTo: '人民法院' },
    from: 'registered',
    to: 'not-accepted',
  },
  'start-mediation': {
    body: { startedOn: ON, mediatorId: ID.mediator, recusalCheckedOn: ON, rightsNoticeOn: ON },
    from: 'accepted',
    to: 'in-mediation',
  },
  'assign-mediator': { body: { assignedOn: ON, mediatorId: ID.mediator, reason: '回避' }, from: 'accepted' },
  'record-session': { body: { heldOn: ON, by: 'video', record: '双方到场。' }, from: 'in-mediation' },
  'extend-mediation': {
    body: { days: 10, workerSignedOn: ON, respondentSignedOn: ON },
    from: 'in-mediation',
  },
  'pause-mediation': {
    body: { pausedOn: ON, reason: '等待工伤认定', agreedByBoth: true },
    from: 'in-mediation',
  },
  'resume-mediation': {
    body: { resumedOn: ON },
    needs: {
      timeline: [
        {
          id: ID.fact,
          kind: 'mediation-paused',
          happenedOn: '2026-11-05',
          recordedAt: new Date('2026-11-05T10:00:00+08:00'),
          recordedBy: 'mediator',
          note: null,
        },
      ],
    },
    from: 'in-mediation',
  },
  agree: { body: { terms: '一次性支付。', ...SIGNED, instalments: [] }, from: 'in-mediation', to: 'agreed' },
  'apply-for-confirmation': {
    body: { by: 'court', appliedOn: ON },
    from: 'agreed',
    to: 'confirmation-pending',
  },
  'record-confirmation': {
    body: { by: 'court', result: 'confirmed', decidedOn: ON },
    from: 'confirmation-pending',
    to: 'confirmed',
  },
  'record-payment': {
    body: { paidOn: ON, workerConfirmedOn: ON, sum: { fen: 50_000 }, ground: 'interim' },
    from: 'in-mediation',
  },
  'record-duty': { body: { dutyId: ID.duty, doneOn: ON }, from: 'agreed' },
  'record-performance': {
    body: { performedOn: ON, calledBackOn: ON, sum: { fen: 100_000 } },
    from: 'confirmed',
    to: 'performed',
  },
  'record-breach': {
    body: { instalmentId: ID.instalment, notedOn: '2026-11-15', nextStep: 'payment-order' },
    from: 'confirmed',
    to: 'breached',
  },
  fail: {
    body: { failedOn: ON, reason: 'no-agreement', adviceGivenOn: ON },
    from: 'in-mediation',
    to: 'failed',
  },
  withdraw: { body: { withdrawnOn: ON, reason: '自行和解' }, from: 'accepted', to: 'withdrawn' },
  terminate: {
    body: { terminatedOn: ON, reason: 'party-not-found' },
    from: 'in-mediation',
    to: 'terminated',
  },
  'hand-to-arbitration': {
    body: {
      handedOn: ON,
      commission: '济南市劳动人事争议仲裁委员会',
      consentOn: ON,
      documents: ['调解申请书'],
    },
    needs: { workers: FAILED },
    from: 'failed',
    to: 'handed-to-arbitration',
  },
  'record-arbitration-acceptance': {
    body: NOTICE,
    from: 'handed-to-arbitration',
    to: 'arbitration-accepted',
  },
  'record-arbitration-refusal': { body: NOTICE, from: 'handed-to-arbitration', to: 'arbitration-refused' },
  'record-award': { body: { ...NOTICE, receivedOn: ON }, from: 'arbitration-accepted', to: 'awarded' },
  'record-arbitration-settlement': {
    body: NOTICE,
    from: 'arbitration-accepted',
    to: 'settled-in-arbitration',
  },
  'record-arbitration-withdrawal': {
    body: NOTICE,
    from: 'arbitration-accepted',
    to: 'arbitration-withdrawn',
  },
  'record-arbitration-return': { body: NOTICE, from: 'arbitration-refused', to: 'in-mediation' },
  'offer-transfer': {
    body: { offeredOn: ON, to: '德州市总工会', reason: '职工已返乡', consentOn: ON },
    from: 'in-mediation',
    to: 'transfer-offered',
  },
  'record-transfer-acceptance': {
    body: { answeredOn: ON },
    from: 'transfer-offered',
    to: 'transferred',
  },
  'record-transfer-return': {
    body: { answeredOn: ON, reason: '管辖不符' },
    from: 'transfer-offered',
    to: 'in-mediation',
  },
  archive: { body: { archivedOn: ON }, from: 'performed', to: 'archived' },
  reopen: { body: { reopenedOn: ON, reason: '职工再次申请' }, from: 'archived', to: 'registered' },
  'record-fact': { body: { kind: 'suit-filed', happenedOn: ON }, from: 'failed' },
  'correct-fact': {
    body: { factId: ID.fact, happenedOn: '2026-11-03', note: '申请日期有误' },
    from: 'failed',
  },
  'add-workers': { body: { joinedOn: ON, workers: [{ name: '李四', origin: null }] }, from: 'registered' },
  'remove-workers': { body: { workerIds: [ID.worker], leftOn: ON, reason: '误登记' }, from: 'registered' },
  'correct-worker': {
    body: { workerId: ID.worker, changes: { phone: '13800004321' }, note: '号码有误' },
    from: 'performed',
  },
  'correct-respondent': {
    body: { respondentId: ID.respondent, changes: { name: '某建筑公司' }, note: '以执照为准' },
    from: 'performed',
  },
  'add-claims': {
    body: { workerId: ID.worker, addedOn: ON, claims: [{ cause: 'overtime-pay', claimedFen: 20_000 }] },
    from: 'registered',
  },
  'correct-claim': {
    body: { claimId: ID.claim, changes: { claimedFen: 110_000 }, note: '核对后变更' },
    from: 'registered',
  },
  'add-helper': {
    body: { workerId: ID.worker, helper: { kind: 'relative', name: '李四', grantedOn: ON } },
    from: 'registered',
  },
  'revoke-helper': {
    body: { helperId: ID.helper, revokedOn: ON },
    needs: { workers: [worker({ id: ID.worker, helpers: [HELPER] })] },
    from: 'registered',
  },
  'end-representation': {
    body: { workerIds: [ID.worker], endedOn: ON },
    needs: {
      workers: [worker({ id: ID.worker, representativeSince: ON }), worker({ id: ID.other })],
    },
    from: 'registered',
  },
  'name-representatives': { body: { workerIds: [ID.worker], electedOn: ON }, from: 'registered' },
  'tell-headcount': { body: { workers: 120, on: ON }, from: 'registered' },
  'add-respondent': {
    body: { joinedOn: ON, respondent: { kind: 'general-contractor', name: '某建设公司' } },
    from: 'registered',
  },
  'change-respondent': {
    body: { respondentId: ID.respondent, kind: 'fled', on: ON },
    from: 'registered',
  },
  'assess-claim': { body: { claimId: ID.claim, assessedOn: ON, assessedFen: 90_000 }, from: 'in-mediation' },
  'tell-sums': { body: { toldOn: ON, agreed: null, paid: { fen: 1_000_000 } }, from: 'agreed' },
  refer: {
    body: { purpose: 'hardship-help', to: '困难帮扶中心', why: '家庭困难', consentOn: ON, sentOn: ON },
    from: 'registered',
  },
  'record-referral-answer': {
    body: { referralId: ID.referral, answeredOn: ON, answer: '已指派律师' },
    from: 'registered',
  },
  'link-case': { body: { kind: 'same-dispute', reference: '鲁0102民初1号' }, from: 'registered' },
  'add-participant': { body: { kind: 'police', name: '历下区公安分局' }, from: 'registered' },
  'write-closing': { body: { writtenOn: ON, summary: '达成协议并履行完毕。' }, from: 'performed' },
  'record-risk': { body: { kind: 'employer-fled', knownOn: ON }, from: 'registered' },
  'record-consent': { body: { purpose: 'text-message', givenOn: ON, how: 'oral' }, from: 'registered' },
  'set-legal-hold': { body: { reason: '法院调取证据' }, from: 'archived' },
  'lift-legal-hold': {
    body: { reason: '诉讼已结束' },
    needs: {
      legalHold: { reason: '法院调取证据', setAt: new Date('2026-11-05T10:00:00+08:00'), by: 'head' },
    },
    from: 'archived',
  },
  'acknowledge-warning': {
    body: { grade: 'blue' },
    needs: {
      employerPatterns: [
        {
          creditCode: '91310115MA1K4AAA0D',
          openCases: 2,
          sinceOn: ON,
          notedAt: new Date('2026-11-11T10:00:00+08:00'),
          cases: [],
        },
      ],
    },
    from: 'registered',
  },
};
