import { createHash } from 'node:crypto';
import type { TestApp } from '../../support/test-app.ts';

const withoutUse = (name: string, value: unknown) => (name === 'lastUsedAt' ? undefined : value);

/**
 * Every document of every collection in short; the audit aside, which writes down refusals too, and when a login was
 * last used.
 */
export async function fingerprint({
  connection,
}: Pick<TestApp, 'connection'>): Promise<Record<string, string>> {
  const collections = (await connection.listCollections())
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('audit'));
  const rows = await Promise.all(
    collections.map(async (name): Promise<[string, string]> => {
      const documents = await connection.collection(name).find().sort({ _id: 1 }).toArray();
      const hash = createHash('sha256').update(JSON.stringify(documents, withoutUse)).digest('base64url');
      return [name, `${documents.length} documents, ${hash}`];
    }),
  );
  return Object.fromEntries(rows);
}
