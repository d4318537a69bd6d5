import writeWorkbook, { type Row } from 'write-excel-file/node';
import type { Language } from '../domain/bilingual.ts';
import { LIST_COLUMNS, LIST_FIELDS } from './list-columns.ts';

/** So many rows are formatted as text, that Excel takes no number of theirs for a sum. */
const ROWS_READY = 100;
const COLUMN_WIDTH = 18;
const HINT_WIDTH = 60;
const AS_TEXT = '@';

const WORDS = {
  list: { zh: '职工名单', en: 'Workers' },
  guide: { zh: '填写说明', en: 'How to fill it in' },
};

/** The workbook to fill in: a sheet for the list, whose cells are text, and one that says what goes where. */
export async function workerListTemplate(language: Language): Promise<Buffer> {
  const headers = LIST_FIELDS.map((field) => LIST_COLUMNS[field].header[language]);
  const empty: Row = headers.map(() => ({ value: '', type: String, format: AS_TEXT }));
  const list = [
    headers.map((value) => ({ value, type: String, format: AS_TEXT, fontWeight: 'bold' as const })),
    ...Array.from({ length: ROWS_READY }, () => empty),
  ];
  const guide = LIST_FIELDS.map((field) => [
    { value: LIST_COLUMNS[field].header[language] },
    { value: LIST_COLUMNS[field].hint[language] },
  ]);
  return writeWorkbook([
    {
      sheet: WORDS.list[language],
      data: list,
      columns: headers.map(() => ({ width: COLUMN_WIDTH })),
      stickyRowsCount: 1,
    },
    { sheet: WORDS.guide[language], data: guide, columns: [{ width: COLUMN_WIDTH }, { width: HINT_WIDTH }] },
  ]).toBuffer();
}
