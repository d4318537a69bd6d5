const SHOWN_DIGITS = 4;

/** Enough to recognise a number, not enough to call it. */
export function maskedPhone(phone: string | null): string | null {
  return phone === null ? null : `*******${phone.slice(-SHOWN_DIGITS)}`;
}
