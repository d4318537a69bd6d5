/** Without I, O, S, V and Z, which are taken for digits and other letters. */
export const CREDIT_CODE_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const MODULUS = CREDIT_CODE_CHARACTERS.length;
const FACTOR = 3;
const FORM = new RegExp(`^[${CREDIT_CODE_CHARACTERS}]{18}$`);

/** Whether a text is a unified social credit code (GB 32100-2015): 18 characters, the last by ISO 7064 MOD 31-3. */
export function isCreditCode(text: string): boolean {
  return FORM.test(text) && text.endsWith(creditCheckCharacter(text.slice(0, -1)));
}

/** The check character that follows from the first 17. */
export function creditCheckCharacter(characters: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of characters) {
    sum += CREDIT_CODE_CHARACTERS.indexOf(character) * weight;
    weight = (weight * FACTOR) % MODULUS;
  }
  return CREDIT_CODE_CHARACTERS.charAt((MODULUS - (sum % MODULUS)) % MODULUS);
}
