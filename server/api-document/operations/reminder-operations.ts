import { remindersThatHoldAnswer } from '../../../schemas/answers/settings-answers.ts';
import { organisationAnswer } from '../../../schemas/answers/staff-answers.ts';
import { taskAnswer, taskListAnswer } from '../../../schemas/answers/task-answers.ts';
import { webhookAnswer, webhookSetAnswer } from '../../../schemas/answers/webhook-answers.ts';
import { reminderSettingsRequest } from '../../../schemas/requests/reminder-requests.ts';
import { taskDoneRequest, taskListQuery } from '../../../schemas/requests/task-requests.ts';
import { webhookRequest } from '../../../schemas/requests/webhook-requests.ts';
import type { Operation } from '../operation.ts';

const WEBHOOK = '/api/v1/organisations/{id}/webhook';

export const reminderOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/v1/tasks',
    tag: 'notices',
    summary: {
      en: 'Lists the calls that wait for you, the longest first',
      zh: '列出待您拨打的电话（等待最久的在前）',
    },
    access: 'staff',
    query: taskListQuery,
    answer: { status: 200, content: taskListAnswer },
  },
  {
    method: 'get',
    path: '/api/v1/tasks/{id}',
    tag: 'notices',
    summary: { en: 'Shows a call with the whole number', zh: '查看电话任务及完整号码' },
    access: 'staff',
    answer: { status: 200, content: taskAnswer },
    refusals: ['task_not_found'],
  },
  {
    method: 'post',
    path: '/api/v1/tasks/{id}/done',
    tag: 'notices',
    summary: { en: 'Records what came of a call', zh: '记录通话结果' },
    access: 'staff',
    body: taskDoneRequest,
    example: { result: 'reached', note: '已告知' },
    answer: { status: 200, content: taskAnswer },
    refusals: ['task_not_found', 'task_not_open'],
  },
  {
    method: 'get',
    path: '/api/v1/organisations/{id}/reminder-settings',
    tag: 'notices',
    summary: {
      en: 'Shows when and how an organisation reminds, and what of it is its own',
      zh: '查看组织的提醒时间与方式（含沿用默认的部分）',
    },
    access: 'staff',
    answer: { status: 200, content: remindersThatHoldAnswer, headers: ['ETag'] },
    refusals: ['not_permitted', 'organisation_not_found'],
  },
  {
    method: 'put',
    path: '/api/v1/organisations/{id}/reminder-settings',
    tag: 'notices',
    summary: { en: 'Sets when and how an organisation reminds', zh: '设置组织的提醒时间与方式' },
    access: 'staff',
    ifMatch: true,
    body: reminderSettingsRequest,
    example: { workerHours: { fromHour: 9, untilHour: 19 } },
    answer: { status: 200, content: organisationAnswer, headers: ['ETag'] },
    refusals: ['not_permitted', 'organisation_not_found'],
  },
  {
    method: 'get',
    path: WEBHOOK,
    tag: 'notices',
    summary: { en: 'Whom an organisation’s events go to', zh: '查看组织的事件推送地址' },
    access: 'staff',
    answer: { status: 200, content: webhookAnswer },
    refusals: ['not_permitted', 'organisation_not_found'],
  },
  {
    method: 'put',
    path: WEBHOOK,
    tag: 'notices',
    summary: {
      en: 'Sets where events go, with a new key to check them',
      zh: '设置事件推送地址并生成新的签名密钥',
    },
    access: 'staff',
    body: webhookRequest,
    example: { url: 'https://oa.union.example/heyi-events' },
    answer: { status: 200, content: webhookSetAnswer },
    refusals: ['not_permitted', 'organisation_not_found'],
  },
  {
    method: 'delete',
    path: WEBHOOK,
    tag: 'notices',
    summary: { en: 'Sends events no more', zh: '停止事件推送' },
    access: 'staff',
    answer: { status: 204, content: null },
    refusals: ['not_permitted', 'organisation_not_found'],
  },
];
