import type { IndexOptions, Schema } from 'mongoose';

/**
 * Adds an index, and tells its name for the searches that go by it. A search with a limit must name its index: some servers
 * else read the documents one after the other, in the hope that so many will soon be found.
 */
export function indexed(
  schema: Pick<Schema, 'index'>,
  fields: Record<string, 1 | -1>,
  options: IndexOptions = {},
): string {
  schema.index(fields, options);
  return Object.entries(fields).flat().join('_');
}
