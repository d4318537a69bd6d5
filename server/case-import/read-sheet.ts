import { Fault } from '../domain/fault.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';
import type { Sheet } from './sheet.ts';

const ZIP = Buffer.from('PK');
/** .xls of before 2007, and every workbook that is locked with a password. */
const OLD_OFFICE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** A list as Excel saves it. What it is, its first bytes tell; what the sender calls it does not count. @throws Fault */
export async function readSheet(bytes: Buffer): Promise<Sheet> {
  const beginsWith = (mark: Buffer) => bytes.subarray(0, mark.length).equals(mark);
  if (beginsWith(OLD_OFFICE)) throw new Fault('list_unreadable');
  return beginsWith(ZIP) ? readWorkbook(bytes) : readCsv(bytes);
}
