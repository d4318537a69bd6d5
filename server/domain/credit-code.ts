/** Without I, O, S, V and Z, which are taken for digits and other letters. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const MODULUS = CHARACTERS.length;
const FACTOR = 3;
const FORM = new RegExp(`^[${CHARACTERS}]{18}$`);

/** Whether a text is a unified social credit code (GB 32100-2015): 18 characters, the last by ISO 7064 MOD 31-3. */
export function isCreditCode(text: string): boolean {
  if (!FORM.test(text)) return false;
  let weight = 1;
  let sum = 0;
  for (const character of text.slice(0, -1)) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * FACTOR) % MODULUS;
  }
  return text.endsWith(CHARACTERS.charAt((MODULUS - (sum % MODULUS)) % MODULUS));
}
