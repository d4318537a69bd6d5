import type { Environment } from './parse-settings.ts';
import type { SettingFault } from './setting-fault.ts';
import { settingText } from './setting-table.ts';

/** A gateway cannot check what nobody signed. */
export function textMessageFaults(given: Environment): SettingFault[] {
  if (given['TEXT_MESSAGE_URL'] === undefined || given['TEXT_MESSAGE_SECRET'] !== undefined) return [];
  const setting = 'TEXT_MESSAGE_SECRET';
  return [{ setting, wrong: 'is not set, and TEXT_MESSAGE_URL is', remedy: settingText(setting).remedy }];
}
