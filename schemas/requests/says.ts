import type { Bilingual } from '../../server/domain/bilingual.ts';

const chinese = new Map<string, string>();

/**
 * What a schema says of its own field, as a part of zod's options: `.refine(isDay, says({ en, zh }))`. An issue of
 * zod's carries one text: the English goes with it, and by it `inChinese` finds the other.
 */
export function says({ en, zh }: Bilingual): { error: string } {
  chinese.set(en, zh);
  return { error: en };
}

/** The Chinese of what a schema said; what is not known stays as it is. */
export function inChinese(english: string): string {
  return chinese.get(english) ?? english;
}
