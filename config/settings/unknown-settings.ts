import type { SettingFault } from './setting-fault.ts';
import { type SettingName, settingNames, settingText } from './setting-table.ts';

/** True when one keystroke more, less or other, or two neighbours swapped, makes one name of the other. */
function oneKeystrokeApart(left: string, right: string): boolean {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  let end = 0;
  const shorter = Math.min(left.length, right.length) - start;
  while (end < shorter && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const a = left.slice(start, left.length - end);
  const b = right.slice(start, right.length - end);
  return (
    (a.length <= 1 && b.length <= 1) || (a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0])
  );
}

/** URL or URI, MONGO or MONGODB, with or without underscores: people write them all. */
const plain = (name: string) =>
  name
    .toUpperCase()
    .replaceAll(/[_.-]/g, '')
    .replace(/UR[IL]$/, 'URL')
    .replace(/^MONGO(?!DB)/, 'MONGODB');

/** The setting whose name was mistyped. Names of one short word (PORT, HOST) have too many innocent neighbours. */
const mistypedSetting = (name: string): SettingName | undefined =>
  settingNames.find(
    (setting) =>
      setting.includes('_') &&
      (plain(name) === plain(setting) || oneKeystrokeApart(name.toUpperCase(), setting)),
  );

/** The setting that a name stands for which can only be meant for this service. */
function meantSetting(name: string): SettingName | undefined {
  const bare = name.toUpperCase().replace(/^HEYI_/, '');
  return (
    mistypedSetting(name) ??
    mistypedSetting(bare) ??
    settingNames.find((setting) => settingText(setting).aliases?.includes(bare)) ??
    settingNames.find((setting) => oneKeystrokeApart(bare, setting))
  );
}

const isSetting = (name: string) => settingNames.some((setting) => setting === name);

function unknownSetting(name: string, meant: SettingName | undefined): SettingFault {
  return {
    setting: name,
    wrong: 'is not a setting',
    remedy: meant
      ? `Write ${meant} instead`
      : 'Remove it; .env.example and docs/settings.md list every setting',
  };
}

/**
 * Names in the process environment that were meant for this service and are none of its settings: every
 * `HEYI_…`, and near misses like MONGODB_URL. Other names belong to other programs and are left alone.
 */
export function unknownInEnvironment(names: readonly string[]): SettingFault[] {
  return names
    .filter((name) => !isSetting(name))
    .flatMap((name) => {
      const ours = /^HEYI_/i.test(name);
      const meant = ours ? meantSetting(name) : mistypedSetting(name);
      return ours || meant !== undefined ? [unknownSetting(name, meant)] : [];
    });
}

/** In a `.env` file of this service every name must be a setting. */
export function unknownInEnvFile(names: readonly string[]): SettingFault[] {
  return names.filter((name) => !isSetting(name)).map((name) => unknownSetting(name, meantSetting(name)));
}
