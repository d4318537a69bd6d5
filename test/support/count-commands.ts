import type { Connection } from 'mongoose';

/** What a piece of work asks of the database, as `accounts.find`, and how often. */
export async function countCommands<Result>(
  connection: Connection,
  work: () => Promise<Result>,
): Promise<{ result: Result; commands: Record<string, number> }> {
  const commands: Record<string, number> = {};
  connection.set('debug', (collection: string, method: string) => {
    const name = `${collection}.${method}`;
    commands[name] = (commands[name] ?? 0) + 1;
  });
  try {
    return { result: await work(), commands };
  } finally {
    // Not false, which would hide from mongoose.set('debug', …) what this connection does.
    connection.set('debug', undefined);
  }
}
