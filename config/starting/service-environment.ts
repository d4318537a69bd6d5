import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { keptSecret } from '../local-services/kept-secret.ts';
import type { Environment } from '../settings/parse-settings.ts';
import type { StartPlan } from './plan-start.ts';

const SECRET_BYTES = 32;
const TOKEN_BYTES = 16;
// Seen on the local page only: with SMTP_URL a sender of one's own is required.
const SINK_SENDER = 'Heyi 和议 <heyi@example.org>';

export interface ServiceAddresses {
  mongodbUri: string;
  redisUrl: string;
  smtpUrl: string;
}

export interface ServiceEnvironment {
  /** Every setting that web and workers need, complete. */
  env: Environment;
  setupToken: string;
  /** Where secrets that were not set are kept. */
  secretFiles: string[];
}

/** Where the secret is kept that was made because none was set. */
export const secretFileOf = (dataDir: string) => path.join(dataDir, 'heyi-secret');

/** What web and workers are started with: what was set, what was started for them, and secrets made for them. */
export function serviceEnvironment(
  { written, dataDir, demo }: Pick<StartPlan, 'written' | 'dataDir' | 'demo'>,
  addresses: ServiceAddresses,
): ServiceEnvironment {
  const secretFile = secretFileOf(dataDir);
  const setupToken = written['HEYI_SETUP_TOKEN'] ?? randomBytes(TOKEN_BYTES).toString('hex');
  const secret = written['HEYI_SECRET'];
  const masterKeyFile = path.join(dataDir, 'heyi-master-keys');
  const masterKeys = written['HEYI_MASTER_KEYS'];
  return {
    env: {
      ...process.env,
      ...written,
      DATA_DIR: dataDir,
      MONGODB_URI: addresses.mongodbUri,
      REDIS_URL: addresses.redisUrl,
      SMTP_URL: addresses.smtpUrl,
      MAIL_FROM: written['MAIL_FROM'] ?? SINK_SENDER,
      HEYI_SECRET: secret ?? keptSecret(secretFile, SECRET_BYTES),
      HEYI_MASTER_KEYS: masterKeys ?? keptSecret(masterKeyFile, SECRET_BYTES),
      HEYI_SETUP_TOKEN: setupToken,
      HEYI_DEMO: demo ? '1' : '0',
    },
    setupToken,
    secretFiles: [
      ...(secret === undefined ? [secretFile] : []),
      ...(masterKeys === undefined ? [masterKeyFile] : []),
    ],
  };
}
