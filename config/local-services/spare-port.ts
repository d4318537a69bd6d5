import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

// Below the range from which systems pick ports for outgoing connections: while a server is being restarted, no
// client (least of all its own, trying to reconnect) can be given the server's port by chance.
const FIRST_PORT = 20_000;
const LAST_PORT = 32_000;

/** A port that nobody listens on at 127.0.0.1; the preferred one if that is spare. */
export async function sparePort(preferred?: number): Promise<number> {
  for (let port = preferred ?? randomPort(); ; port = randomPort()) {
    if (await isSpare(port)) return port;
  }
}

function randomPort(): number {
  return randomInt(FIRST_PORT, LAST_PORT);
}

function isSpare(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
