export type Language = 'zh' | 'en';

const zh = {
  title: '本机邮件',
  notice: '所有邮件都保存在本机，不会发往任何收件人。',
  empty: '还没有邮件。系统发出的每一封邮件都会显示在这里。',
  newestFirst: '最新的邮件在最前面。',
  refresh: '刷新',
  received: '收到时间',
  from: '发件人',
  to: '收件人',
  subject: '主题',
  noSubject: '（无主题）',
  older: '更早的邮件',
  back: '返回邮件列表',
  text: '纯文本',
  html: '网页版',
  noText: '此邮件没有纯文本部分。',
  attachments: '附件',
  headers: '信头',
  source: '查看原文',
  missing: '没有这封邮件。',
  other: 'English',
};

const en: typeof zh = {
  title: 'Mail on this machine',
  notice: 'Every message is kept on this machine. Nothing is sent to anybody.',
  empty: 'No mail yet. Every message that the service sends is shown here.',
  newestFirst: 'Newest first.',
  refresh: 'Refresh',
  received: 'Received',
  from: 'From',
  to: 'To',
  subject: 'Subject',
  noSubject: '(no subject)',
  older: 'Older messages',
  back: 'Back to the list',
  text: 'Plain text',
  html: 'HTML',
  noText: 'This message has no plain text part.',
  attachments: 'Attachments',
  headers: 'Headers',
  source: 'Source',
  missing: 'There is no such message.',
  other: '中文',
};

export const mailSinkWords: Record<Language, typeof zh> = { zh, en };
