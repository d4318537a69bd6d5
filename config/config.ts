import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { oidcFaults } from './settings/oidc-faults.ts';
import { type Environment, givenSettings, parseSettings } from './settings/parse-settings.ts';
import { ConfigError } from './settings/setting-fault.ts';
import { type LogLevel, type Settings, settingTable } from './settings/setting-table.ts';
import { textMessageFaults } from './settings/text-message-faults.ts';

export { ConfigError } from './settings/setting-fault.ts';

/** What web and workers run with, every part of it checked. */
export interface Config {
  host: string;
  port: number;
  /** Absolute path. */
  dataDir: string;
  /** Always names a database. */
  mongodbUri: string;
  redisUrl: string;
  smtpUrl: string;
  /** `address` or `Name <address>`. */
  mailFrom: string;
  /** Where text messages go; null: nowhere, they are kept in the data folder. */
  textMessages: { url: string; key: Buffer; idempotent: boolean } | null;
  /** The provider of identities that staff may log in by; null: by password only. */
  oidc: { issuer: string; clientId: string; clientSecret: string; returnUrl: string | null } | null;
  /** How many proxies stand in front of web, or which; what they say of who asks is believed. */
  trustedProxies: number | string[];
  /** The base of every link, without a slash at its end. */
  publicUrl: string;
  /** Key of the keyed hashes, 32 bytes or more. */
  secret: Buffer;
  /** Wrap the data keys of the cases; 32 bytes each, the newest first. */
  masterKeys: [Buffer, ...Buffer[]];
  /** Opens POST /api/v1/setup while there is no account; undefined: never open. */
  setupToken: string | undefined;
  logLevel: LogLevel;
  /** How long a login lasts at most, and how long when it is not used. */
  loginHours: number;
  loginIdleMinutes: number;
  /** How long a worker keeps what it has claimed. */
  leaseMs: number;
  /** Opens /metrics; undefined: web has none. */
  metricsToken: string | undefined;
  /** Where a worker answers /metrics on 127.0.0.1; undefined: nowhere. */
  workerMetricsPort: number | undefined;
  demo: boolean;
}

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Web and workers start no servers, so they need the address of each. */
const configTable = settingTable.required({
  MONGODB_URI: true,
  REDIS_URL: true,
  SMTP_URL: true,
  MAIL_FROM: true,
  HEYI_SECRET: true,
  HEYI_MASTER_KEYS: true,
});

/** A data folder as an absolute path; relative ones begin at the clone, wherever the process was started. */
export const dataFolder = (given: string): string => path.resolve(root, given);

/** The address of the web process as a browser on this machine reaches it. */
export function localUrl(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function textMessageSettings(settings: Settings): Config['textMessages'] {
  const { TEXT_MESSAGE_URL: url, TEXT_MESSAGE_SECRET: key, TEXT_MESSAGE_IDEMPOTENT: idempotent } = settings;
  return url === undefined || key === undefined ? null : { url, key, idempotent };
}

function oidcProviderSettings(settings: Settings): Config['oidc'] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = settings;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  return { issuer, clientId, clientSecret, returnUrl: settings.OIDC_RETURN_URL ?? null };
}

/**
 * Reads the settings of web and workers; nothing else in the service looks at the environment.
 * @throws {ConfigError} naming every fault at once, unknown names included.
 */
export function readConfig(environment: Environment): Config {
  const { settings, faults } = parseSettings(environment, configTable);
  const given = givenSettings(environment);
  const allFaults = [...faults, ...textMessageFaults(given), ...oidcFaults(given)];
  if (settings === null || allFaults.length > 0) throw new ConfigError(allFaults);
  return {
    host: settings.HOST,
    port: settings.PORT,
    dataDir: dataFolder(settings.DATA_DIR),
    mongodbUri: settings.MONGODB_URI,
    redisUrl: settings.REDIS_URL,
    smtpUrl: settings.SMTP_URL,
    mailFrom: settings.MAIL_FROM,
    textMessages: textMessageSettings(settings),
    oidc: oidcProviderSettings(settings),
    trustedProxies: settings.TRUSTED_PROXIES,
    publicUrl: settings.PUBLIC_URL ?? localUrl(settings.HOST, settings.PORT),
    secret: settings.HEYI_SECRET,
    masterKeys: settings.HEYI_MASTER_KEYS,
    setupToken: settings.HEYI_SETUP_TOKEN,
    logLevel: settings.LOG_LEVEL,
    loginHours: settings.HEYI_LOGIN_HOURS,
    loginIdleMinutes: settings.HEYI_LOGIN_IDLE_MINUTES,
    leaseMs: settings.HEYI_LEASE_SECONDS * 1000,
    metricsToken: settings.METRICS_TOKEN,
    workerMetricsPort: settings.WORKER_METRICS_PORT,
    demo: settings.HEYI_DEMO,
  };
}
