import type { Connection } from 'mongoose';

/** An application that is empty. */
export interface EmptyApp {
  connection: Connection;
  /** What it was started with, as far as documents depend on it. */
  conditions: object;
}

interface Making<Made> {
  by: object;
  make: () => Promise<Made>;
}

/**
 * Something that is made of an empty application through the API once in a run, for each conditions; into the
 * next empty applications its documents are put as they lie. A city takes twenty passwords and as many requests,
 * more than most tests need for themselves.
 */
export function madeOnce<Made>() {
  const before = new Map<string, { made: Made; documents: Map<string, Record<string, unknown>[]> }>();

  return async ({ connection, conditions }: EmptyApp, { by, make }: Making<Made>): Promise<Made> => {
    const key = JSON.stringify({ conditions, by });
    const known = before.get(key);
    if (known === undefined) {
      const made = await make();
      before.set(key, { made, documents: await documentsOf(connection) });
      return made;
    }
    await Promise.all(
      [...known.documents].map(([name, documents]) => connection.collection(name).insertMany(documents)),
    );
    return known.made;
  };
}

async function documentsOf(connection: Connection) {
  const collections = (await connection.db?.collections()) ?? [];
  const all = await Promise.all(
    collections.map(async (one) => [one.collectionName, await one.find().toArray()] as const),
  );
  return new Map(all.filter(([, documents]) => documents.length > 0));
}
