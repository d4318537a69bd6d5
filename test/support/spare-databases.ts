import { randomUUID } from 'node:crypto';
import type { Connection } from 'mongoose';
import { connectDatabase } from '../../server/database/connect-database.ts';
import { testServices } from './test-services.ts';

// Making the indexes of a new database takes longer than most tests do. So a test leaves its database, emptied,
// to the next one of the run.

interface TestDatabase {
  connection: Connection;
  uri: string;
  /** It was another test's before: its indexes are there. */
  usedBefore: boolean;
}

const spare: string[] = [];
const shared = new Set<string>();

export async function takeDatabase(): Promise<TestDatabase> {
  const left = spare.pop();
  const uri = left ?? testServices().mongodbUri(randomUUID().slice(0, 8));
  return { uri, connection: await connectDatabase(uri), usedBefore: left !== undefined };
}

/** Other processes write to this database too, perhaps after the end of its test: nobody else gets it. */
export function keepDatabase(name: string): void {
  shared.add(name);
}

export async function leaveDatabase({ connection, uri }: Omit<TestDatabase, 'usedBefore'>): Promise<void> {
  if (shared.has(connection.name)) {
    await connection.dropDatabase();
  } else {
    const collections = (await connection.db?.collections()) ?? [];
    await Promise.all(collections.map((collection) => collection.deleteMany({})));
    spare.push(uri);
  }
  await connection.close();
}
