const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const TEN = 10;
const FIRST_TENS = 2;

/** A whole number as pages write it: 12, 1,120, twelve, twenty-one. Text for a pattern, without groups. */
export const NUMBER = `(?:\\d{1,3}(?:,\\d{3})+|\\d{1,4}|(?:${TENS.join('|')})(?:-(?:${UNITS.join('|')}))?|${UNITS.toReversed().join('|')})(?![\\d-])`;

/** What such a number comes to. */
export function numberOf(written: string): number {
  if (/^\d/.test(written)) return Number(written.replaceAll(',', ''));
  const [first = '', second] = written.split('-');
  const tens = TENS.indexOf(first);
  if (tens === -1) return UNITS.indexOf(first);
  return (tens + FIRST_TENS) * TEN + (second === undefined ? 0 : UNITS.indexOf(second));
}
