import path from 'node:path';
import { documentdbBuild } from './documentdb-build.ts';
import { ferretdbBuild } from './ferretdb-build.ts';
import { startFerretdb } from './ferretdb-server.ts';
import type { Say } from './narrate.ts';
import type { RunningServer } from './running-server.ts';
import { ensureBuild } from './server-cache.ts';

export interface MongodbRequest {
  folder: string;
  cache: string;
  say: Say;
}

export async function startMongodb({ folder, cache, say }: MongodbRequest): Promise<RunningServer> {
  const [ferretdb, documentdb] = await Promise.all([
    ensureBuild(cache, ferretdbBuild, say),
    ensureBuild(cache, documentdbBuild(), say),
  ]);
  return startFerretdb({ folder: path.join(folder, 'documentdb'), builds: { ferretdb, documentdb }, say });
}
