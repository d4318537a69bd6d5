import { deliveryAnswer, deliveryListAnswer } from '../../../schemas/answers/delivery-answers.ts';
import {
  overdueListAnswer,
  warnedCaseAnswer,
  warningListAnswer,
} from '../../../schemas/answers/warning-answers.ts';
import {
  deliveryListQuery,
  deliveryResolveRequest,
  deliveryRetryRequest,
} from '../../../schemas/requests/delivery-requests.ts';
import { overdueQuery } from '../../../schemas/requests/overdue-query.ts';
import { acknowledgementRequest, warningsQuery } from '../../../schemas/requests/warning-requests.ts';
import type { Operation } from '../operation.ts';

export const noticeOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/v1/warnings',
    tag: 'warnings',
    summary: { en: 'Lists the cases under an early warning', zh: '列出处于预警状态的案件' },
    access: 'staff',
    query: warningsQuery,
    answer: { status: 200, content: warningListAnswer },
  },
  {
    method: 'get',
    path: '/api/v1/overdue',
    tag: 'warnings',
    summary: {
      en: 'Lists what is overdue in an organisation and below, the oldest first',
      zh: '列出本组织及下级组织的逾期事项（最早的在前）',
    },
    access: 'staff',
    query: overdueQuery,
    answer: { status: 200, content: overdueListAnswer },
  },
  {
    method: 'post',
    path: '/api/v1/warnings/{caseId}/acknowledgement',
    tag: 'warnings',
    summary: {
      en: 'Takes note of a warning, also without a right to its case',
      zh: '确认已知悉预警（无须案件查看权）',
    },
    access: 'staff',
    ifMatch: true,
    body: acknowledgementRequest,
    example: { grade: 'orange' },
    answer: { status: 200, content: warnedCaseAnswer, headers: ['ETag'] },
    refusals: [
      'action_not_open',
      'case_not_found',
      'not_permitted',
      'warning_not_raised',
      'warning_acknowledged',
    ],
  },
  {
    method: 'get',
    path: '/api/v1/deliveries',
    tag: 'notices',
    summary: { en: 'Lists notices that stand still, the newest first', zh: '列出停滞的通知（新的在前）' },
    access: 'staff',
    query: deliveryListQuery,
    answer: { status: 200, content: deliveryListAnswer },
    refusals: ['not_permitted'],
  },
  {
    method: 'post',
    path: '/api/v1/deliveries/{id}/retry',
    tag: 'notices',
    summary: { en: 'Lets a notice be sent again', zh: '重新发送通知' },
    access: 'staff',
    body: deliveryRetryRequest,
    example: { confirmedNotReceived: true },
    answer: { status: 200, content: deliveryAnswer },
    refusals: [
      'not_permitted',
      'delivery_not_found',
      'delivery_not_standing',
      'delivery_in_doubt',
      'delivery_without_addressee',
    ],
  },
  {
    method: 'post',
    path: '/api/v1/deliveries/{id}/resolve',
    tag: 'notices',
    summary: { en: 'Ends the doubt about a notice', zh: '认定存疑通知的结果' },
    access: 'staff',
    body: deliveryResolveRequest,
    example: { resolution: 'received', note: '已电话核实收到' },
    answer: { status: 200, content: deliveryAnswer },
    refusals: ['not_permitted', 'delivery_not_found', 'delivery_not_standing'],
  },
];
