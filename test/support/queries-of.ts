import mongoose from 'mongoose';

/** A search as it was sent to the database. */
export interface SentQuery {
  filter: object;
  /** 0: without one. */
  limit: number;
  hint: string | undefined;
}

/** The searches that a piece of work sends for documents of a collection, as they are sent. */
export async function queriesOf<Result>(
  collection: string,
  work: () => Promise<Result>,
): Promise<{ result: Result; queries: SentQuery[] }> {
  const queries: SentQuery[] = [];
  type Options = { limit?: number; hint?: string };
  mongoose.set('debug', (...[name, method, filter, options]: [string, string, object, Options?]) => {
    if (name !== collection || !['find', 'findOne'].includes(method)) return;
    const limit = method === 'findOne' ? 1 : (options?.limit ?? 0);
    queries.push({ filter, limit, hint: options?.hint });
  });
  try {
    const result = await work();
    if (queries.length === 0) throw new Error(`Nothing was searched for in ${collection}.`);
    return { result, queries };
  } finally {
    mongoose.set('debug', false);
  }
}
