import { once } from 'node:events';
import type { Server } from 'node:http';

/** Lets a server listen on loopback; gives its address. */
export async function listenOnSparePort(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('A TCP port was asked for.');
  return `http://127.0.0.1:${address.port}`;
}
