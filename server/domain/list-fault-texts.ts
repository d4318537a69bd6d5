import type { Bilingual } from './bilingual.ts';

/** What can be wrong with a list of workers as a whole. */
export const LIST_FAULT_TEXTS = {
  list_unreadable: {
    en: 'The list is neither an .xlsx workbook nor CSV text that can be read. Save it in Excel as .xlsx without a password, or as CSV, and send the file itself as the body with its Content-Type.',
    zh: '无法读取该名单：它不是 .xlsx 工作簿或 CSV 文本。请在 Excel 中另存为不带密码的 .xlsx 或 CSV，并把文件本身作为请求正文发送，注明 Content-Type。',
  },
  list_too_large: {
    en: 'The workbook unpacks to more than this service reads. Copy the list alone into a new workbook, or save it as CSV.',
    zh: '该工作簿解压后过大，请只把名单复制到新的工作簿，或另存为 CSV。',
  },
  list_without_names: {
    en: 'None of the first ten rows names a column 姓名 (Name). Head the columns as in GET /api/v1/worker-list-template.xlsx.',
    zh: '前十行中没有找到“姓名”列，请按 GET /api/v1/worker-list-template.xlsx 的模板填写表头。',
  },
  list_empty: {
    en: 'There is nobody below the header of the list. Fill in a row for each worker.',
    zh: '表头下面没有内容，请每名职工填写一行。',
  },
  list_too_long: {
    en: 'The list has {rows} rows; at most {most} are taken at once. Divide it into several files.',
    zh: '名单有 {rows} 行，每次最多导入 {most} 行，请分成多个文件。',
  },
  list_faulty: {
    en: 'Nothing was added: the list has {count} faults; see errors for each with its row and column. Mend them and send it again.',
    zh: '没有导入任何职工：名单有 {count} 处问题，errors 中逐一列出行、列和改法，请改正后重新上传。',
  },
} as const satisfies Record<string, Bilingual>;
