import {
  auditAnswer,
  auditVerdictAnswer,
  barListAnswer,
  barredAnswer,
  grantAnswer,
  grantListAnswer,
  serviceAuditAnswer,
} from '../../../schemas/answers/access-answers.ts';
import {
  caseAuditQuery,
  serviceAuditQuery,
  verifyAuditQuery,
} from '../../../schemas/requests/audit-requests.ts';
import {
  barRequest,
  breakGlassRequest,
  grantsQuery,
} from '../../../schemas/requests/case-access-requests.ts';
import type { Operation } from '../operation.ts';

const ACCOUNT = '8c2f3a77-7c55-4b0e-9a55-0f7e6a1f2b90';

/** Who looked at what, who may not look at one case, and who looked in an emergency. */
export const accessOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/v1/cases/{id}/audit',
    tag: 'cases',
    summary: { en: 'Who read or changed a case, and when (head)', zh: '案件的访问和操作记录（负责人）' },
    access: 'staff',
    query: caseAuditQuery,
    answer: { status: 200, content: auditAnswer },
    refusals: ['case_not_found', 'not_permitted'],
  },
  {
    method: 'get',
    path: '/api/v1/audit',
    tag: 'running',
    summary: {
      en: 'Accesses that are about no one case (administrator of the instance)',
      zh: '不属于单个案件的访问记录（系统管理员）',
    },
    access: 'staff',
    query: serviceAuditQuery,
    answer: { status: 200, content: serviceAuditAnswer },
    refusals: ['not_permitted'],
  },
  {
    method: 'get',
    path: '/api/v1/audit/verify',
    tag: 'running',
    summary: {
      en: 'Whether the audit is whole, of one case or of all',
      zh: '校验审计记录是否完整（单个案件或全部）',
    },
    access: 'staff',
    query: verifyAuditQuery,
    answer: { status: 200, content: auditVerdictAnswer },
    refusals: ['case_not_found', 'not_permitted'],
  },
  {
    method: 'get',
    path: '/api/v1/cases/{id}/bars',
    tag: 'cases',
    summary: { en: 'Who is barred from a case', zh: '被限制接触案件的人员' },
    access: 'staff',
    answer: { status: 200, content: barListAnswer },
    refusals: ['case_not_found', 'not_permitted'],
  },
  {
    method: 'post',
    path: '/api/v1/cases/{id}/bars',
    tag: 'cases',
    summary: { en: 'Bars somebody from a case: recusal or lock', zh: '限制人员接触案件：回避或锁定' },
    access: 'staff',
    body: barRequest,
    example: { accountId: ACCOUNT, kind: 'recusal', reason: '与被申请人有亲属关系' },
    answer: { status: 201, content: barredAnswer },
    refusals: ['case_not_found', 'not_permitted', 'account_not_found'],
  },
  {
    method: 'delete',
    path: '/api/v1/cases/{id}/bars/{accountId}',
    tag: 'cases',
    summary: { en: 'Lifts a bar', zh: '解除限制' },
    access: 'staff',
    answer: { status: 200, content: barListAnswer },
    refusals: ['case_not_found', 'not_permitted', 'bar_not_found'],
  },
  {
    method: 'post',
    path: '/api/v1/cases/{id}/break-glass',
    tag: 'cases',
    summary: { en: 'Opens a case in an emergency, for an hour', zh: '紧急查看案件，一小时内有效' },
    access: 'staff',
    body: breakGlassRequest,
    example: { reason: '承办调解员失联，职工有自伤风险' },
    answer: { status: 201, content: grantAnswer },
    refusals: ['case_not_found', 'not_permitted', 'case_erased', 'break_glass_needless', 'case_changed'],
  },
  {
    method: 'get',
    path: '/api/v1/break-glass',
    tag: 'cases',
    summary: {
      en: 'Emergencies in the organisations below you (supervisor)',
      zh: '下级组织的紧急查看（上级工会）',
    },
    access: 'staff',
    query: grantsQuery,
    answer: { status: 200, content: grantListAnswer },
    refusals: ['not_permitted'],
  },
];
