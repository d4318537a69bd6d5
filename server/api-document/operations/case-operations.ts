import { z } from 'zod';
import {
  caseAfterStepAnswer,
  caseAnswer,
  caseListAnswer,
  receiptAnswer,
  registeredAnswer,
} from '../../../schemas/answers/case-answers.ts';
import { deliveryListAnswer } from '../../../schemas/answers/delivery-answers.ts';
import { disclosureAnswer } from '../../../schemas/answers/disclosure-answers.ts';
import { erasureAnswer } from '../../../schemas/answers/erasure-answers.ts';
import { workerListAnswer } from '../../../schemas/answers/worker-list-answers.ts';
import { actionRequests } from '../../../schemas/requests/action-requests.ts';
import { caseListQuery } from '../../../schemas/requests/case-list-query.ts';
import { registerCaseRequest } from '../../../schemas/requests/case-requests.ts';
import { caseDeliveriesQuery } from '../../../schemas/requests/delivery-requests.ts';
import { disclosureRequest } from '../../../schemas/requests/disclosure-requests.ts';
import { erasureRequest } from '../../../schemas/requests/erasure-requests.ts';
import { replaceReceiptCodeRequest } from '../../../schemas/requests/receipt-requests.ts';
import { workerListQuery } from '../../../schemas/requests/worker-list-query.ts';
import { LIST_TYPES, WORKBOOK_TYPE } from '../../case-import/list-types.ts';
import { ACTION_TEXTS } from '../../domain/action-texts.ts';
import { CASE_ACTIONS, isActionName } from '../../domain/case-actions.ts';
import { MEDIATION_GOES_ON } from '../../domain/consent-to-go-on.ts';
import type { FaultCode } from '../../domain/fault-texts.ts';
import { ACTION_EXAMPLES } from '../action-examples.ts';
import type { Operation } from '../operation.ts';

const EXAMPLE = {
  channel: 'telephone',
  receivedOn: '2026-09-01',
  workers: [
    {
      name: '王建国',
      phone: '13800001234',
      origin: { regionCode: '371402', name: '德州市德城区' },
      categories: ['migrant'],
      claims: [{ cause: 'wages', claimedFen: 1_250_000 }],
    },
  ],
  respondents: [
    {
      kind: 'employer',
      name: '上海某建筑劳务有限公司',
      registeredAt: { regionCode: '310115', name: '上海市浦东新区' },
    },
  ],
  workplace: { regionCode: '370102', name: '济南市历下区' },
  summary: '2026年3月至8月的工资没有支付。',
  rightKnownOn: '2026-08-31',
  consentToProcessOn: '2026-09-01',
};

/** What no longer goes on with workers who took back the consent to be recorded. */
const GOES_ON: readonly string[] = [...MEDIATION_GOES_ON, 'reopen'];

/** What gives a worker's data to somebody else. */
const HANDING_ON: ReadonlySet<string> = new Set(['offer-transfer', 'hand-to-arbitration', 'refer']);

const BRINGING_PLACES: ReadonlySet<string> = new Set([
  'add-workers',
  'add-respondent',
  'correct-worker',
  'correct-respondent',
]);
const PLACE_REFUSALS = ['region_code_unknown', 'place_contradicts_code'] as const;
/** What a step may lack beside what all lack. */
const OF_ACTION: Partial<Record<string, readonly FaultCode[]>> = {
  'acknowledge-warning': ['warning_not_raised', 'warning_acknowledged'],
  'add-workers': ['case_full'],
  'correct-claim': ['claim_sum_and_duty'],
  'correct-respondent': ['respondent_unnamed'],
  'correct-worker': ['name_without_consent'],
  'record-breach': ['not_yet_missed'],
  'record-fact': ['application_known'],
  'record-performance': ['instalments_open'],
};
/** What a field names must be there. */
const NAMED_BY: Record<string, readonly FaultCode[]> = {
  agreementId: ['agreement_not_found'],
  claimId: ['claim_not_found'],
  dutyId: ['duty_not_found'],
  factId: ['fact_not_found', 'line_without_day'],
  helperId: ['helper_not_found'],
  instalmentId: ['instalment_not_found'],
  mediatorId: ['mediator_unsuitable'],
  referralId: ['referral_not_found'],
  respondentId: ['respondent_not_found'],
  successorId: ['respondent_not_found'],
  workerId: ['worker_not_found'],
  workerIds: ['worker_not_found', 'worker_not_concerned'],
};

function namedIn(body: z.ZodType): FaultCode[] {
  const schema = JSON.stringify(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }));
  const named = Object.entries(NAMED_BY).filter(([field]) => schema.includes(`"${field}":`));
  return [...new Set(named.flatMap(([, codes]) => codes))];
}

const actionOperations: Operation[] = Object.keys(CASE_ACTIONS)
  .filter(isActionName)
  .map((name) => ({
    method: 'post',
    path: `/api/v1/cases/{id}/actions/${name}`,
    tag: 'actions',
    summary: ACTION_TEXTS[name],
    access: 'staff',
    ifMatch: true,
    body: actionRequests[name],
    example: ACTION_EXAMPLES[name],
    answer: { status: 200, content: caseAfterStepAnswer, headers: ['ETag'] },
    refusals: [
      'not_permitted',
      'case_not_found',
      'action_not_open',
      'day_in_future',
      'day_too_early',
      'days_out_of_order',
      ...(name === 'agree' ? (['instalments_above_sum'] as const) : []),
      ...(BRINGING_PLACES.has(name) ? PLACE_REFUSALS : []),
      'day_missing',
      ...namedIn(actionRequests[name]),
      ...(OF_ACTION[name] ?? []),
      ...(HANDING_ON.has(name) ? (['consent_missing'] as const) : []),
      ...(HANDING_ON.has(name) || GOES_ON.includes(name) ? (['consent_withdrawn'] as const) : []),
    ],
  }));

export const caseOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/v1/cases',
    tag: 'cases',
    summary: { en: 'Registers a case and gives the worker a receipt', zh: '登记案件，向职工出具回执' },
    access: 'staff',
    body: registerCaseRequest,
    example: EXAMPLE,
    answer: { status: 201, content: registeredAnswer, headers: ['ETag', 'Location'] },
    refusals: ['not_permitted', 'day_in_future', 'days_out_of_order', ...PLACE_REFUSALS],
  },
  {
    method: 'get',
    path: '/api/v1/cases',
    tag: 'cases',
    summary: { en: 'Lists the cases that you may see', zh: '列出您有权查看的案件' },
    access: 'staff',
    query: caseListQuery,
    answer: { status: 200, content: caseListAnswer },
  },
  {
    method: 'get',
    path: '/api/v1/cases/{id}',
    tag: 'cases',
    summary: {
      en: 'Shows a case, its deadlines and what may be done next',
      zh: '查看案件、期限与可执行的操作',
    },
    access: 'staff',
    answer: { status: 200, content: caseAnswer, headers: ['ETag'] },
    refusals: ['case_not_found'],
  },
  ...actionOperations,
  {
    method: 'post',
    path: '/api/v1/cases/{id}/worker-list',
    tag: 'cases',
    summary: {
      en: 'Adds the workers of an Excel or CSV list, all or none; dryRun=true tries it out first',
      zh: '从 Excel 或 CSV 名单导入职工（全部导入或全部不导入；dryRun=true 为试导入）',
    },
    access: 'staff',
    ifMatch: true,
    query: workerListQuery,
    file: LIST_TYPES,
    answer: { status: 200, content: workerListAnswer, headers: ['ETag'] },
    refusals: [
      'not_permitted',
      'case_not_found',
      'action_not_open',
      'day_in_future',
      'day_too_early',
      'list_unreadable',
      'list_too_large',
      'list_without_names',
      'list_empty',
      'list_too_long',
      'list_faulty',
      'case_full',
    ],
  },
  {
    method: 'get',
    path: '/api/v1/worker-list-template.xlsx',
    tag: 'cases',
    summary: { en: 'The workbook to fill in with the workers of a group', zh: '下载职工名单模板' },
    access: 'open',
    answer: { status: 200, content: WORKBOOK_TYPE },
  },
  {
    method: 'post',
    path: '/api/v1/cases/{id}/receipt-code',
    tag: 'cases',
    summary: {
      en: 'Gives the worker another code, shown this once; the old one opens nothing more',
      zh: '为职工换发查询码（仅显示一次），原查询码随即失效',
    },
    access: 'staff',
    body: replaceReceiptCodeRequest,
    example: { reason: 'lost', note: '回执遗失，已核对身份证。' },
    answer: { status: 201, content: receiptAnswer, headers: ['ETag'] },
    refusals: ['case_not_found', 'case_changed', 'case_erased'],
  },
  {
    method: 'post',
    path: '/api/v1/cases/{id}/disclosures',
    tag: 'cases',
    summary: {
      en: 'Shows numbers of a worker or of a helper whole; the timeline says who asked and why',
      zh: '查看职工的完整电话、身份证号或代办人的完整电话（查看人和理由记入时间线）',
    },
    access: 'staff',
    body: disclosureRequest,
    example: {
      workerId: '11111111-1111-4111-8111-111111111111',
      fields: ['phone'],
      reason: '电话回访',
    },
    answer: { status: 200, content: disclosureAnswer, headers: ['ETag'] },
    refusals: ['case_not_found', 'worker_not_found', 'helper_not_found', 'case_changed'],
  },
  {
    method: 'post',
    path: '/api/v1/cases/{id}/erasure',
    tag: 'cases',
    summary: {
      en: 'Erases the personal data of a case that has ended, for good',
      zh: '永久删除已结束案件的个人信息',
    },
    access: 'staff',
    body: erasureRequest,
    example: { basis: 'retention-over', reason: '保存期限已满' },
    answer: { status: 200, content: erasureAnswer },
    refusals: [
      'not_permitted',
      'case_not_found',
      'case_not_ended',
      'case_under_hold',
      'reason_names_somebody',
      'case_changed',
    ],
  },
  {
    method: 'get',
    path: '/api/v1/cases/{id}/deliveries',
    tag: 'notices',
    summary: {
      en: 'What was sent for a case, as it was sent, the newest first',
      zh: '查看就该案件发出的通知原文（新的在前）',
    },
    access: 'staff',
    query: caseDeliveriesQuery,
    answer: { status: 200, content: deliveryListAnswer },
    refusals: ['case_not_found'],
  },
];
