import type { Environment } from './parse-settings.ts';
import type { SettingFault } from './setting-fault.ts';
import { settingText } from './setting-table.ts';

const NEEDED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** A login by a provider needs all of them, or none. */
export function oidcFaults(given: Environment): SettingFault[] {
  const set = [...NEEDED, 'OIDC_RETURN_URL'].filter((name) => given[name] !== undefined);
  if (set.length === 0) return [];
  return NEEDED.filter((setting) => given[setting] === undefined).map((setting) => ({
    setting,
    wrong: `is not set, and ${set[0]} is`,
    remedy: settingText(setting).remedy,
  }));
}
