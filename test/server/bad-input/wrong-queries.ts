import type { BodyField } from './body-fields.ts';

export interface WrongQuery {
  query: string;
  pointer: string;
}

const CURSORS = ['cursor', 'after', 'before'];

/** What one field of a query cannot be. */
function wrongTexts({ kind, path, schema }: BodyField): string[] {
  const wrong = ['%00'];
  if (kind === 'number') wrong.push('-1', '0', '1.5', '1e400', 'NaN', 'x', '', '9007199254740993');
  if (schema.enum !== undefined || schema.const !== undefined) wrong.push('no-such-word', '__proto__', '');
  if (schema.format === 'date') wrong.push('2026-02-30', '2026-09-16T10:00:00Z', '2026');
  if (schema.format === 'uuid') wrong.push('x', '%7B%22$gt%22:%22%22%7D');
  if (CURSORS.includes(String(path[0]))) wrong.push('-1', '{}', '1-2-3', 'x'.repeat(2000));
  return wrong;
}

/** Each field of a query wrong in each way, sent twice, and with an operator; and fields that are none. */
export function wrongQueries(fields: readonly BodyField[]): WrongQuery[] {
  const known = fields.filter(({ path }) => path.length === 1);
  const single = known.flatMap((field) => {
    const name = String(field.path[0]);
    const twice = { query: `${name}=1&${name}=2`, pointer: field.pointer };
    const operator = { query: `${name}[$gt]=1`, pointer: `${field.pointer}[$gt]` };
    return [
      ...wrongTexts(field).map((text) => ({ query: `${name}=${text}`, pointer: field.pointer })),
      twice,
      operator,
    ];
  });
  const none = ['nope', '$where', '__proto__'].map((name) => ({ query: `${name}=1`, pointer: `/${name}` }));
  return [...single, ...none];
}
