import { z } from 'zod';
import {
  calendarImportAnswer,
  calendarMovesAnswer,
  calendarYearsAnswer,
} from '../../../schemas/answers/calendar-answers.ts';
import {
  codeRequestAnswer,
  deadlineAnswer,
  factKindsAnswer,
  healthAnswer,
  readinessAnswer,
  statusAnswer,
  statusByPhoneAnswer,
} from '../../../schemas/answers/open-answers.ts';
import { calendarYearRequest } from '../../../schemas/requests/calendar-requests.ts';
import {
  askCodeRequest,
  phoneLookupRequest,
  statusLookupRequest,
} from '../../../schemas/requests/status-requests.ts';
import { deadlineRequestShape } from '../../deadlines/deadline-request.ts';
import type { Operation } from '../operation.ts';

export const openOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/v1/deadlines/explain',
    tag: 'clock',
    summary: { en: 'When is it due, and why', zh: '何时到期，依据为何' },
    access: 'open',
    body: deadlineRequestShape,
    example: { rule: 'M3', from: '2026-09-04', region: '370102' },
    answer: { status: 200, content: deadlineAnswer },
  },
  {
    method: 'get',
    path: '/api/v1/fact-kinds',
    tag: 'clock',
    summary: {
      en: 'What can be told by record-fact, and what each starts and ends',
      zh: 'record-fact 可记录的事实，以及各自开始、结束哪些期限',
    },
    access: 'open',
    answer: { status: 200, content: factKindsAnswer },
  },
  {
    method: 'get',
    path: '/api/v1/calendar/years',
    tag: 'clock',
    summary: { en: 'The years of holidays that deadlines are counted with', zh: '计算期限所用的节假日年历' },
    access: 'staff',
    answer: { status: 200, content: calendarYearsAnswer },
  },
  {
    method: 'post',
    path: '/api/v1/calendar/years',
    tag: 'clock',
    summary: { en: 'Imports a year of holidays', zh: '导入节假日年历' },
    access: 'staff',
    body: calendarYearRequest,
    answer: { status: 201, content: calendarImportAnswer },
    refusals: ['not_permitted', 'calendar_of_instance'],
  },
  {
    method: 'get',
    path: '/api/v1/calendar/imports/{id}/moves',
    tag: 'clock',
    summary: { en: 'The days that an import moved', zh: '某次导入所移动的日期' },
    access: 'staff',
    answer: { status: 200, content: calendarMovesAnswer },
    refusals: ['import_not_found'],
  },
  {
    method: 'post',
    path: '/api/v1/status',
    tag: 'workers',
    summary: { en: 'What a worker sees with number and code', zh: '职工凭编号与查询码查询进度' },
    access: 'open',
    limited: true,
    body: statusLookupRequest,
    example: { number: '历工调〔2026〕1号', code: '7K3M-Q2XD-9RTA' },
    answer: { status: 200, content: statusAnswer },
    refusals: ['lookup_failed'],
  },
  {
    method: 'post',
    path: '/api/v1/status/codes',
    tag: 'workers',
    summary: {
      en: 'Asks for a one-time code by text message; the answer is the same whether a case has this number or not',
      zh: '获取短信验证码；无论该号码是否登记在案，答复相同',
    },
    access: 'open',
    limited: true,
    body: askCodeRequest,
    example: { phone: '13800001234' },
    answer: { status: 202, content: codeRequestAnswer },
  },
  {
    method: 'post',
    path: '/api/v1/status/by-phone',
    tag: 'workers',
    summary: { en: 'What a worker sees with the one-time code', zh: '职工凭短信验证码查询进度' },
    access: 'open',
    limited: true,
    body: phoneLookupRequest,
    example: { requestId: '00000000-0000-4000-8000-000000000000', code: '123456' },
    answer: { status: 200, content: statusByPhoneAnswer },
    refusals: ['code_failed'],
  },
  {
    method: 'get',
    path: '/healthz',
    tag: 'running',
    summary: { en: 'Whether this process answers', zh: '本进程是否存活' },
    access: 'open',
    answer: { status: 200, content: healthAnswer },
  },
  {
    method: 'get',
    path: '/readyz',
    tag: 'running',
    summary: {
      en: 'Whether every part behind it answers; 503 where one does not',
      zh: '各组成部分是否就绪，否则返回 503',
    },
    access: 'open',
    answer: { status: 200, content: readinessAnswer },
  },
  {
    method: 'get',
    path: '/metrics',
    tag: 'running',
    summary: { en: 'Figures for Prometheus', zh: 'Prometheus 监控指标' },
    access: 'metrics',
    answer: { status: 200, content: 'text/plain' },
    refusals: ['metrics_token_wrong'],
  },
  {
    method: 'get',
    path: '/openapi.json',
    tag: 'running',
    summary: { en: 'This document', zh: '本文档' },
    access: 'open',
    answer: { status: 200, content: z.looseObject({ openapi: z.literal('3.1.0') }) },
  },
  ...pages([
    ['get', '/', { en: 'The worker’s page: look a case up', zh: '职工查询页' }],
    ['post', '/', { en: 'The same page with its answer', zh: '职工查询页（结果）' }],
    [
      'get',
      '/qr',
      { en: 'The same page, where the QR code of a receipt leads', zh: '职工查询页（扫回执二维码进入）' },
    ],
    ['post', '/receipt', { en: 'The receipt as a page to print', zh: '可打印的回执' }],
    ['post', '/phone', { en: 'The same page, asking for a one-time code', zh: '职工查询页（获取验证码）' }],
    [
      'post',
      '/phone/code',
      { en: 'The same page with what the code opens', zh: '职工查询页（凭验证码查询）' },
    ],
    ['get', '/due', { en: 'The page “When is it due?”', zh: '期限计算页' }],
    ['get', '/api-docs', { en: 'This document as a page', zh: '本文档的网页' }],
  ]),
];

function pages(rows: readonly [Operation['method'], string, Operation['summary']][]): Operation[] {
  return rows.map(([method, path, summary]) => ({
    method,
    path,
    summary,
    tag: path === '/due' ? 'clock' : path === '/api-docs' ? 'running' : 'workers',
    access: 'open',
    answer: { status: 200, content: 'text/html' },
  }));
}
