import { pinyin } from 'pinyin-pro';

/** A name as it is compared: width and case do not matter, nor the dots and spaces between its parts. */
export function plainName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The first letters of a Chinese name's syllables, its surname read as surnames are: 曾小贤 → zxx. */
export function initialsOf(name: string): string {
  const letters = pinyin(name, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    surname: 'head',
    nonZh: 'removed',
  });
  return letters.join('').toLowerCase();
}

/** Every two neighbours: MongoDB does not split Chinese into words, and names need none. */
export function bigramsOf(text: string): string[] {
  const characters = Array.from(text);
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** A telephone number by its digits, those of a mainland mobile without 86. */
export function plainPhone(text: string): string {
  return text.replaceAll(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');
}
