import type { z } from 'zod';
import { en, zhCN } from 'zod/locales';
import { InvalidFields, pointerTo } from '../domain/invalid-fields.ts';

const ZOD_WORDS = { en: en().localeError, zh: zhCN().localeError };
const MISSING = { en: 'is missing: add it', zh: '缺少这一项，请补上' };

/** The library's words, but for the commonest fault, which it words for programmers. */
function wordsIn(language: 'zh' | 'en'): z.core.$ZodErrorMap {
  return (issue) =>
    issue.code === 'invalid_type' && issue.input === undefined
      ? MISSING[language]
      : ZOD_WORDS[language](issue);
}

const LOCALES = { en: wordsIn('en'), zh: wordsIn('zh') };

/**
 * Reads input by its schema.
 * @throws InvalidFields naming every field at fault
 */
export function parseInput<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  // The schema words its issues while it parses, so each language is a parse of its own.
  throw new InvalidFields((language) => {
    const { error } = schema.safeParse(input, { error: LOCALES[language] });
    return (error?.issues ?? []).map(({ path, message }) => ({ pointer: pointerTo(path), detail: message }));
  });
}
