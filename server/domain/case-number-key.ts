/**
 * A case number as it is looked up: whatever brackets, spaces or widths somebody typed. 历工调〔2026〕12号, 历工调(2026)12 and
 * 历工调 2026 12 are all 历工调-2026-12.
 */
export function caseNumberKey(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/号/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
