import { z } from 'zod';

/** What a person must know of a setting. `.env.example`, docs/settings.md and the errors are made from it. */
export interface SettingText {
  en: string;
  zh: string;
  /** The value when the setting is left out, as it would be written. */
  fallback?: string;
  /** What happens when it is left out and there is no fallback. */
  leftOut?: string;
  example: string;
  /** What to do when the value is wrong or missing; follows "NAME: <what is wrong>." */
  remedy: string;
  /** Other names that people give it. They count in `.env` only: elsewhere they may belong to another program. */
  aliases?: readonly string[];
  /** Its value may never be shown. */
  secret?: boolean;
}

export const settingTexts = z.registry<SettingText>();
