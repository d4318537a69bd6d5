import type { EnvFile } from '../settings/env-file.ts';
import { type Environment, givenSettings, parseSettings } from '../settings/parse-settings.ts';
import type { SettingFault } from '../settings/setting-fault.ts';
import { type Settings, settingNames, settingTable, settingText } from '../settings/setting-table.ts';
import { textMessageFaults } from '../settings/text-message-faults.ts';

/** What `npm start` was told: by the environment, which wins, and by `.env`. */
export interface StartSettings {
  /** Those that could be read; all that have a fallback, unless there are faults. */
  settings: Partial<Settings>;
  /** As they were written, for the processes that are started. */
  written: Environment;
  /** No MONGODB_URI: a demo on servers of its own. */
  demo: boolean;
  faults: SettingFault[];
}

const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);

/** A line for each request would bury what the demo prints for people. */
const DEMO_FALLBACKS: Environment = { LOG_LEVEL: 'warn' };

/** Faults that lie in how settings go together. */
function combinationFaults(settings: Partial<Settings>, given: Environment, demo: boolean): SettingFault[] {
  const { HOST, HEYI_DEMO } = settings;
  const faults: SettingFault[] = [];
  if (given['HEYI_DEMO'] !== undefined && HEYI_DEMO !== undefined && HEYI_DEMO !== demo) {
    const why = demo ? 'is 0, and without MONGODB_URI this is the demo' : 'is 1, and MONGODB_URI is set';
    faults.push({ setting: 'HEYI_DEMO', wrong: why, remedy: settingText('HEYI_DEMO').remedy });
  }
  if (demo && HOST !== undefined && !isLoopback(HOST)) {
    faults.push({
      setting: 'HOST',
      wrong: `"${HOST}" may be reached from other machines, and the demo prints its passwords`,
      remedy: 'Set it to 127.0.0.1, or set MONGODB_URI to run a service of your own',
    });
  }
  if (given['SMTP_URL'] !== undefined && given['MAIL_FROM'] === undefined) {
    faults.push({
      setting: 'MAIL_FROM',
      wrong: 'is not set, and SMTP_URL is',
      remedy: settingText('MAIL_FROM').remedy,
    });
  }
  return [...faults, ...textMessageFaults(given)];
}

export function readStartSettings(environment: Environment, envFile: EnvFile): StartSettings {
  const fromFile = givenSettings(envFile.values);
  // Names that are no settings were found in the file already; only known ones go on.
  const known = settingNames.filter((name) => fromFile[name] !== undefined);
  const given = {
    ...Object.fromEntries(known.map((name) => [name, fromFile[name]])),
    ...givenSettings(environment),
  };
  const { readable, faults } = parseSettings(given, settingTable);
  const demo = given['MONGODB_URI'] === undefined;
  const fallback = (name: (typeof settingNames)[number]) =>
    (demo ? DEMO_FALLBACKS[name] : undefined) ?? settingText(name).fallback;
  const written = Object.fromEntries(settingNames.map((name) => [name, given[name] ?? fallback(name)]));
  return {
    settings: readable,
    written,
    demo,
    faults: [...envFile.faults, ...faults, ...combinationFaults(readable, given, demo)],
  };
}
