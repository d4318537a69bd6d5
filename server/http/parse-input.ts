import type { z } from 'zod';
import { en, zhCN } from 'zod/locales';
import { Fault } from '../domain/fault.ts';

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

/** Input that a schema refused; it says where and why, in either language. */
export class InvalidInput extends Fault {
  readonly #schema: z.ZodType;
  readonly #input: unknown;

  constructor(schema: z.ZodType, input: unknown) {
    super('invalid_input');
    this.#schema = schema;
    this.#input = input;
  }

  /** The schema words its issues while it parses, so each language is a parse of its own. */
  errorsIn(language: 'zh' | 'en'): { pointer: string; detail: string }[] {
    const { error } = this.#schema.safeParse(this.#input, { error: LOCALES[language] });
    return (error?.issues ?? []).map(({ path, message }) => ({ pointer: pointerTo(path), detail: message }));
  }
}

/**
 * Reads input by its schema.
 * @throws InvalidInput naming every field at fault
 */
export function parseInput<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const result = schema.safeParse(input);
  if (!result.success) throw new InvalidInput(schema, input);
  return result.data;
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
