import mongoose, { type Connection } from 'mongoose';

const SERVER_WAIT_MS = 5000;

/** Opens the connection that all stores share. A field that no schema knows is an error in a query too. */
export async function connectDatabase(uri: string): Promise<Connection> {
  mongoose.set('strictQuery', 'throw');
  const connection = mongoose.createConnection(uri, {
    serverSelectionTimeoutMS: SERVER_WAIT_MS,
    autoIndex: false,
    autoCreate: false,
  });
  return connection.asPromise();
}

/** The name and version of the database engine, as people know it. */
export async function databaseEngine(connection: Connection): Promise<string> {
  const info: Record<string, unknown> = (await connection.db?.admin().command({ buildInfo: 1 })) ?? {};
  const ferret = info['ferretdb'];
  if (typeof ferret === 'object' && ferret !== null && 'version' in ferret)
    return `FerretDB ${String(ferret.version)}`;
  return `MongoDB ${String(info['version'])}`;
}
