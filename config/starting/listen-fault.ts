import { createServer } from 'node:net';
import type { SettingFault } from '../settings/setting-fault.ts';

function describe(host: string, port: number, code: string): SettingFault {
  switch (code) {
    case 'EADDRINUSE':
      return {
        setting: 'PORT',
        wrong: `${port} is taken: another program listens on it at ${host}`,
        remedy: `Stop that program, or set PORT to another port, for example PORT=${port < 65_535 ? port + 1 : 3000} npm start`,
      };
    case 'EACCES':
      return {
        setting: 'PORT',
        wrong: `${port} needs rights that this user has not`,
        remedy: 'Set it to a port from 1024 on, for example PORT=3000',
      };
    default:
      return {
        setting: 'HOST',
        wrong: `"${host}" is no address of this machine (${code})`,
        remedy: 'Set it to 127.0.0.1 for this machine only, or to 0.0.0.0 for every network',
      };
  }
}

/** Tries to listen where the web process will; null when it can. */
export function listenFault(host: string, port: number): Promise<SettingFault | null> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      resolve(describe(host, port, error.code ?? error.message));
    });
    probe.listen({ host, port, exclusive: true }, () => {
      probe.close(() => resolve(null));
    });
  });
}
