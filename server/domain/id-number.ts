import { isLegalDay } from './legal-day.ts';

const CHECK_CHARACTERS = '10X98765432';
const CHECK_MODULUS = 11;

/**
 * Whether a text is a citizen's identity number (GB 11643-1999): region, day of birth, order, and a check character
 * by ISO 7064 MOD 11-2. Residence permits of Hong Kong, Macao and Taiwan residents have the same form.
 */
export function isIdNumber(text: string): boolean {
  const [, year, month, day] = /^[1-9]\d{5}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(text) ?? [];
  if (year === undefined || !isLegalDay(`${year}-${month}-${day}`)) return false;
  return text.endsWith(checkCharacter(text.slice(0, -1)));
}

/** The check character that follows from the first 17 digits. */
export function checkCharacter(digits: string): string {
  const weigh = (place: number) => 2 ** (digits.length - place) % CHECK_MODULUS;
  const sum = Array.from(digits).reduce((total, digit, place) => total + Number(digit) * weigh(place), 0);
  return CHECK_CHARACTERS.charAt(sum % CHECK_MODULUS);
}
