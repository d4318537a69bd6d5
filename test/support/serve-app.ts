import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { appServer } from '../../server/http/app-server.ts';

/** Lets an application listen as the service does, for as long as the work takes that is given its server and address. */
export async function serveApp(
  app: Express,
  work: (address: string, server: Server) => Promise<void>,
): Promise<void> {
  const server = appServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    await work(`http://127.0.0.1:${port}`, server);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
