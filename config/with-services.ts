import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compose, type Services } from '../server/compose.ts';
import { connectDatabase } from '../server/database/connect-database.ts';
import { databaseClock } from '../server/database/database-clock.ts';
import { type Config, dataFolder, readConfig } from './config.ts';
import { startLocalServices } from './local-services/local-services.ts';
import { readEnvFile } from './settings/env-file.ts';
import { ConfigError } from './settings/setting-fault.ts';
import { secretFileOf, serviceEnvironment } from './starting/service-environment.ts';
import { readStartSettings } from './starting/start-settings.ts';

// What commands never speak to.
const NO_REDIS = 'redis://127.0.0.1:6379';
const NO_MAIL = 'smtp://127.0.0.1:25';

export interface WithServicesOptions {
  /** The service has run before: a secret that were made now would be the wrong one. */
  hasRun?: boolean;
  environment?: NodeJS.ProcessEnv;
}

/**
 * Gives a command the service's own use cases, on the database that npm start would use with the same settings. A
 * database of the data folder is started for it, unless npm start has it.
 */
export async function withServices(
  task: (services: Services, config: Config) => Promise<void>,
  { hasRun = false, environment = process.env }: WithServicesOptions = {},
): Promise<void> {
  const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  const start = readStartSettings(environment, readEnvFile(root, environment['HEYI_ENV_FILE']));
  if (start.faults.length > 0) throw new ConfigError(start.faults);
  const { settings, written, demo } = start;
  const dataDir = dataFolder(settings.DATA_DIR ?? 'data');
  if (hasRun && settings.HEYI_SECRET === undefined && !existsSync(secretFileOf(dataDir))) {
    const wrong = `is not set, and ${dataDir} keeps none`;
    const remedy = 'Set it to the secret that the service runs with, or DATA_DIR to its data folder';
    throw new ConfigError([{ setting: 'HEYI_SECRET', wrong, remedy }]);
  }
  const database = await startLocalServices({
    dataDir,
    cacheDir: settings.HEYI_CACHE_DIR,
    given: { mongodbUri: settings.MONGODB_URI, redisUrl: NO_REDIS },
    say: (line) => console.error(line),
  });
  try {
    const { mongodbUri } = database;
    const addresses = { mongodbUri, redisUrl: NO_REDIS, smtpUrl: NO_MAIL };
    const config = readConfig(serviceEnvironment({ written, dataDir, demo }, addresses).env);
    const connection = await connectDatabase(config.mongodbUri);
    const { now } = await databaseClock(connection);
    const { secret, masterKeys } = config;
    const services = compose({ connection, secret, masterKeys, setupToken: undefined, now, loginHours: 0 });
    try {
      await task(services, config);
    } finally {
      await connection.close();
    }
  } finally {
    await database.stop();
  }
}
