import type { z } from 'zod';
import type { SettingFault } from './setting-fault.ts';
import { type SettingName, type Settings, settingNames, settingTable, settingText } from './setting-table.ts';
import { unknownInEnvironment } from './unknown-settings.ts';

export type Environment = Record<string, string | undefined>;

/** What came of reading the settings by a table. */
export interface ParsedSettings<Complete> {
  /** Null when a value is wrong or missing. */
  settings: Complete | null;
  /** Those that could be read, whatever the others are. */
  readable: Partial<Settings>;
  /** Wrong and missing values, and names that are no settings. */
  faults: SettingFault[];
}

/** An address as it may be shown. */
export const withoutPassword = (url: string) => url.replaceAll(/\/\/[^/@\s]*@/g, '//***@');

const shown = (name: SettingName, value: string) =>
  settingText(name).secret === true ? '' : `"${withoutPassword(value)}" `;

/** An empty value counts as none: `.env` files are often copied with the names left blank. */
export function givenSettings(environment: Environment): Environment {
  return Object.fromEntries(
    Object.entries(environment)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
}

function wrongSettings(error: z.ZodError, values: Environment): SettingFault[] {
  const messages = new Map(error.issues.map((issue) => [issue.path[0], issue.message]));
  return settingNames.flatMap((setting): SettingFault[] => {
    const message = messages.get(setting);
    if (message === undefined) return [];
    const value = values[setting];
    const wrong = value === undefined ? 'is not set' : shown(setting, value) + message;
    return [{ setting, wrong, remedy: settingText(setting).remedy }];
  });
}

/** Reads every setting by its row in the table; a fault in one does not hide the next. */
export function parseSettings<Table extends z.ZodObject>(
  environment: Environment,
  table: Table,
): ParsedSettings<z.infer<Table>> {
  const given = givenSettings(environment);
  const unknown = unknownInEnvironment(Object.keys(given));
  const values = Object.fromEntries(
    settingNames.map((name) => [name, given[name] ?? settingText(name).fallback]),
  );
  const result = table.safeParse(values);
  if (result.success) return { settings: result.data, readable: settingTable.parse(values), faults: unknown };

  const wrong = wrongSettings(result.error, values);
  const bad = new Set(wrong.map(({ setting }) => setting));
  const good = Object.fromEntries(Object.entries(values).filter(([name]) => !bad.has(name)));
  return {
    settings: null,
    readable: settingTable.partial().parse(good),
    faults: [...unknown, ...wrong],
  };
}
