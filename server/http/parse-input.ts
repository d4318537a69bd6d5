import type { z } from 'zod';
import { inChinese } from '../../schemas/requests/says.ts';
import { type FieldError, InvalidFields, pointerTo } from '../domain/invalid-fields.ts';
import { fieldWords } from './field-words.ts';

/**
 * Reads input by its schema.
 * @throws InvalidFields naming every field at fault
 */
export function parseInput<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  // The schema words its issues while it parses, so each language is a parse of its own.
  throw new InvalidFields((language) => {
    const { error } = schema.safeParse(input, { error: (issue) => fieldWords(issue)[language] });
    const errors = (error?.issues ?? []).flatMap(fieldErrors);
    return firstOfEach(language === 'en' ? errors : errors.map(translated));
  });
}

/** A field that is none is at fault itself, not what it stands in. */
function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const { path, message: detail } = issue;
  if (issue.code !== 'unrecognized_keys') return [{ pointer: pointerTo(path), detail }];
  return issue.keys.map((key) => ({ pointer: pointerTo([...path, key]), detail }));
}

const translated = ({ pointer, detail }: FieldError): FieldError => ({ pointer, detail: inChinese(detail) });

/** Where a field has several faults, the first says it: a list in the place of a text is not too short as well. */
function firstOfEach(errors: readonly FieldError[]): FieldError[] {
  const first = new Map<string, FieldError>();
  for (const error of errors) if (!first.has(error.pointer)) first.set(error.pointer, error);
  return [...first.values()];
}
