/** One cell as the file has it: digits as they are written there, never as a float. */
export interface SheetCell {
  text: string;
  /** `number` where the file says so; `broken` for #N/A and its kind; `unknown` for a formula without its result. */
  kind: 'text' | 'number' | 'broken' | 'unknown';
}

export interface SheetRow {
  /** As Excel counts them, from 1. */
  number: number;
  /** By their column, from 0; empty cells are left out. */
  cells: ReadonlyMap<number, SheetCell>;
}

/** The rows of a list that hold anything. */
export interface Sheet {
  rows: readonly SheetRow[];
  /** Days are counted from 1904, as old Macs did. */
  from1904: boolean;
}

const LETTERS = 26;
const LETTER_A = 65;

/** A for 0, Z for 25, AA for 26. */
export function columnName(column: number): string {
  const last = String.fromCharCode(LETTER_A + (column % LETTERS));
  return column < LETTERS ? last : columnName(Math.floor(column / LETTERS) - 1) + last;
}

/** 0 for A, 26 for AA. */
export function columnOf(name: string): number {
  return Array.from(name).reduce((sum, letter) => sum * LETTERS + letter.charCodeAt(0) - LETTER_A + 1, 0) - 1;
}
