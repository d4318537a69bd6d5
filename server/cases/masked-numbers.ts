const LEAST_HIDDEN = 4;

/** Enough to recognise a number, not enough to call it: 138****1234. */
export function maskedPhone(phone: string | null): string | null {
  return phone === null ? null : masked(phone, { first: 3, last: 4 });
}

/** Where it was issued and the last digits: 3701**********1234. */
export function maskedIdNumber(idNumber: string | null): string | null {
  return idNumber === null ? null : masked(idNumber, { first: 4, last: 4 });
}

/** Of a number that is too short for both ends only the last digits are left, of a very short one nothing. */
function masked(text: string, { first, last }: { first: number; last: number }): string {
  const shownFirst = text.length >= first + last + LEAST_HIDDEN ? first : 0;
  const shownLast = text.length > last ? last : 0;
  const stars = '*'.repeat(text.length - shownFirst - shownLast);
  return text.slice(0, shownFirst) + stars + text.slice(text.length - shownLast);
}
