import type { Bilingual } from '../domain/bilingual.ts';
import type { FAULT_STATUS } from './fault-status.ts';

/** What each status of a problem says in short. */
export const STATUS_TITLES: Record<(typeof FAULT_STATUS)[keyof typeof FAULT_STATUS], Bilingual> = {
  400: { en: 'The request cannot be read', zh: '请求无法读取' },
  401: { en: 'Nobody is logged in', zh: '尚未登录' },
  403: { en: 'This is not permitted', zh: '无权进行此操作' },
  404: { en: 'There is nothing here', zh: '未找到' },
  405: { en: 'This method does not work here', zh: '不支持该请求方法' },
  409: { en: 'This does not fit how things stand', zh: '与当前状态不符' },
  412: { en: 'It has changed meanwhile', zh: '内容已被修改' },
  413: { en: 'The request is too large', zh: '请求过大' },
  415: { en: 'This type of content is not read', zh: '不支持该内容类型' },
  422: { en: 'Something in the request is wrong', zh: '请求内容有误' },
  428: { en: 'The version is missing', zh: '缺少版本' },
  429: { en: 'There were too many attempts', zh: '尝试次数过多' },
  500: { en: 'Something went wrong here', zh: '服务内部错误' },
  503: { en: 'This is out of order for the moment', zh: '服务暂不可用' },
};
