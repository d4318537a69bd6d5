import type { ActionName } from '../domain/case-actions.ts';

// The ids are those of another case: put in what GET /api/v1/cases/{id} shows.
const MEDIATOR = '3f0e6a52-1c5b-4c55-9d0a-2f3f4d1c9b11';
const INSTALMENT = '9a4f5d7e-6a0d-4f0b-8f54-0c2d7a9be601';
const DUTY = '5c7d0b3a-9f53-4d8e-a1f4-6c1f1c0e7a52';
const FACT = '0d8e4b7f-52a5-4f6e-9c39-2b9a4e8b6d13';
const WORKER = 'b1f9d2c4-7e0a-4a7b-8d56-3e5c0a9f1d24';
const RESPONDENT = 'c2a8e3d5-6f1b-4b8c-9e67-4f6d1baf2e35';
const CLAIM = 'd3b7f4e6-5a2c-4c9d-8f78-5a7e2cb03f46';
const HELPER = 'f5d8b6a8-3c4e-4ebf-8b9a-7c9a4ed25b68';
const REFERRAL = 'e4c6a5f7-4b3d-4dae-9a89-6b8f3dc14a57';

/** For each action a body as it would be sent in a case that came in on 2026-09-01. */
export const ACTION_EXAMPLES: Record<ActionName, Record<string, unknown>> = {
  accept: {
    acceptedOn: '2026-09-03',
    applicantConsentOn: '2026-09-01',
    respondentConsentOn: '2026-09-03',
  },
  refuse: { decidedOn: '2026-09-03', reason: 'other-region', directedTo: '上海市浦东新区总工会' },
  'start-mediation': {
    startedOn: '2026-09-04',
    mediatorId: MEDIATOR,
    recusalCheckedOn: '2026-09-04',
    rightsNoticeOn: '2026-09-04',
  },
  'record-session': { heldOn: '2026-09-08', record: '双方到场，单位愿意分两期支付。' },
  'extend-mediation': { days: 7, workerSignedOn: '2026-09-14', respondentSignedOn: '2026-09-14' },
  agree: {
    terms: '单位分两期支付拖欠工资12500元。',
    workerSignedOn: '2026-09-15',
    respondentSignedOn: '2026-09-15',
    mediatorSignedOn: '2026-09-15',
    sealedOn: '2026-09-15',
    instalments: [
      { dueOn: '2026-10-15', amountFen: 650_000 },
      { dueOn: '2026-11-15', amountFen: 600_000 },
    ],
    duties: [{ duty: '出具解除劳动合同证明', checkOn: '2026-10-15' }],
  },
  'record-payment': {
    instalmentId: INSTALMENT,
    paidOn: '2026-10-15',
    workerConfirmedOn: '2026-10-16',
  },
  'record-breach': { instalmentId: INSTALMENT, notedOn: '2026-10-20' },
  fail: { failedOn: '2026-09-15', reason: 'no-agreement', adviceGivenOn: '2026-09-15' },
  withdraw: { withdrawnOn: '2026-09-05', reason: '单位已支付全部工资' },
  'hand-to-arbitration': {
    handedOn: '2026-09-20',
    commission: '济南市劳动人事争议仲裁委员会',
    consentOn: '2026-09-20',
    documents: ['仲裁申请书', '工资流水'],
  },
  'record-risk': { kind: 'employer-may-flee', knownOn: '2026-09-02', note: '工地设备正在外运。' },
  'acknowledge-warning': { grade: 'orange' },
  'ask-respondent': { askedOn: '2026-09-02', by: 'telephone' },
  'assign-mediator': { assignedOn: '2026-09-06', mediatorId: MEDIATOR, reason: '原调解员回避' },
  'pause-mediation': { pausedOn: '2026-09-10', reason: '等待工伤认定结论', agreedByBoth: true },
  'resume-mediation': { resumedOn: '2026-09-14' },
  'apply-for-confirmation': { by: 'court', appliedOn: '2026-09-18', acceptedOn: '2026-09-21' },
  'record-confirmation': {
    by: 'court',
    result: 'confirmed',
    decidedOn: '2026-09-28',
    reference: '（2026）鲁0102民特12号',
  },
  'record-duty': { dutyId: DUTY, doneOn: '2026-10-10' },
  'record-performance': { performedOn: '2026-11-15', calledBackOn: '2026-11-17', sum: { fen: 1_250_000 } },
  terminate: { terminatedOn: '2026-09-10', reason: 'party-not-found' },
  'record-arbitration-acceptance': { on: '2026-09-24', reference: '济劳人仲案〔2026〕7号' },
  'record-arbitration-refusal': { on: '2026-09-24', note: '超过仲裁时效' },
  'record-award': {
    on: '2026-11-05',
    receivedOn: '2026-11-10',
    reference: '济劳人仲案〔2026〕7号',
    sum: { fen: 1_250_000 },
  },
  'record-arbitration-settlement': { on: '2026-10-20', reference: '济劳人仲案〔2026〕7号' },
  'record-arbitration-withdrawal': { on: '2026-10-20', note: '单位已付清' },
  'record-arbitration-return': { on: '2026-09-24', note: '仲裁委员会委托调解' },
  'offer-transfer': {
    offeredOn: '2026-09-05',
    to: '德州市总工会',
    reason: '职工已返乡',
    consentOn: '2026-09-05',
  },
  'record-transfer-acceptance': { answeredOn: '2026-09-08' },
  'record-transfer-return': { answeredOn: '2026-09-08', reason: '用人单位不在本市' },
  archive: { archivedOn: '2026-11-20', files: ['调解申请书', '调解协议书'] },
  reopen: { reopenedOn: '2026-10-12', reason: '单位未按承诺支付，职工再次申请' },
  'record-fact': { kind: 'inspection-complained', happenedOn: '2026-09-03' },
  'correct-fact': { factId: FACT, happenedOn: '2026-08-31', note: '申请日期登记有误' },
  'add-workers': {
    joinedOn: '2026-09-04',
    workers: [
      {
        name: '李秀英',
        phone: '13900001234',
        origin: null,
        claims: [{ cause: 'wages', claimedFen: 800_000 }],
      },
    ],
  },
  'remove-workers': { workerIds: [WORKER], leftOn: '2026-09-05', reason: '重复登记' },
  'correct-worker': {
    workerId: WORKER,
    changes: { phone: '13800004321' },
    note: '电话号码登记有误，已与本人核对',
  },
  'correct-respondent': {
    respondentId: RESPONDENT,
    changes: { name: '上海某建筑劳务有限公司' },
    note: '以营业执照为准',
  },
  'add-claims': {
    workerId: WORKER,
    addedOn: '2026-09-05',
    claims: [{ cause: 'overtime-pay', claimedFen: 200_000 }],
  },
  'correct-claim': { claimId: CLAIM, changes: { claimedFen: 1_300_000 }, note: '核对工资流水后变更' },
  'add-helper': {
    workerId: WORKER,
    helper: { kind: 'relative', name: '李秀芳', phone: '13900004321', grantedOn: '2026-09-05' },
  },
  'revoke-helper': { helperId: HELPER, revokedOn: '2026-09-08' },
  'end-representation': { workerIds: [WORKER], endedOn: '2026-09-08' },
  'name-representatives': { workerIds: [WORKER], electedOn: '2026-09-04' },
  'tell-headcount': { workers: 36, on: '2026-09-04' },
  'add-respondent': {
    joinedOn: '2026-09-04',
    respondent: { kind: 'general-contractor', name: '某建设集团有限公司' },
    reason: '工地总承包单位',
  },
  'change-respondent': { respondentId: RESPONDENT, kind: 'fled', on: '2026-09-06' },
  'assess-claim': { claimId: CLAIM, assessedOn: '2026-09-07', assessedFen: 1_180_000 },
  'tell-sums': { toldOn: '2026-10-16', agreed: null, paid: { fen: 650_000 } },
  refer: {
    purpose: 'legal-aid',
    to: '济南市历下区法律援助中心',
    why: '职工需要律师代理仲裁',
    consentOn: '2026-09-06',
    sentOn: '2026-09-06',
  },
  'record-referral-answer': { referralId: REFERRAL, answeredOn: '2026-09-09', answer: '已指派律师' },
  'link-case': { kind: 'same-dispute', reference: '（2026）鲁0102民初1号' },
  'add-participant': { kind: 'police', name: '历下区公安分局', joinedOn: '2026-09-08' },
  'record-consent': { purpose: 'text-message', givenOn: '2026-09-01', how: 'oral' },
  'set-legal-hold': { reason: '法院调取证据' },
  'lift-legal-hold': { reason: '诉讼已结束' },
  'write-closing': { writtenOn: '2026-11-18', summary: '单位已付清拖欠工资，职工确认到账。' },
};
