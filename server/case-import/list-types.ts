export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** As what browsers and programs send a list; what it is, its first bytes tell. */
export const LIST_TYPES = [
  WORKBOOK_TYPE,
  'text/csv',
  'text/tab-separated-values',
  'text/plain',
  // What Windows calls a CSV file.
  'application/vnd.ms-excel',
  'application/octet-stream',
] as const;
