/** One thing that keeps the service from starting: which setting, what is wrong, what to do. */
export interface SettingFault {
  setting: string;
  /** Follows the name of the setting: "is not a whole number from 1 to 65535". */
  wrong: string;
  /** A whole sentence without its full stop. */
  remedy: string;
}

/** Every fault of the settings at once, each on a line of its own. */
export class ConfigError extends Error {
  readonly code = 'bad_settings';
  readonly faults: readonly SettingFault[];

  constructor(faults: readonly SettingFault[]) {
    const lines = faults.map(({ setting, wrong, remedy }) => `  ${setting} ${wrong}. ${remedy}.`);
    super(
      [faults.length === 1 ? 'A setting is wrong:' : `${faults.length} settings are wrong:`, ...lines].join(
        '\n',
      ),
    );
    this.name = 'ConfigError';
    this.faults = faults;
  }
}
