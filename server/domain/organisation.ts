import type { LegalFooting } from './legal-footing.ts';
import type { ReminderSettings } from './reminder-settings.ts';
import type { RetentionRule } from './retention.ts';
import type { FormerRows } from './rows-in-force.ts';
import type { StaffRole } from './staff.ts';
import type { WarningRules } from './warning-rules.ts';
import type { WorkingHours } from './working-hours.ts';

/** A union or a mediation centre of one; they form a tree. */
export interface Organisation {
  id: string;
  /** Counts its changes; one stored before they were counted is at 0. */
  version: number;
  name: string;
  parentId: string | null;
  /** This organisation first, then its parent, up to the root. */
  path: string[];
  /** GB/T 2260 code, or null for places that have none. */
  regionCode: string | null;
  /** On what law it mediates; that decides which limits are law for it. */
  legalFooting: LegalFooting;
  /** With {year} and {sequence}: 济工调〔{year}〕{sequence}号. */
  caseNumberPattern: string;
  /** Whom a worker can call. */
  phone: string;
  /** When its people may be written to. */
  noticeHours: WorkingHours;
  /** Its own numbers for early warnings, each set from its day on; before the first, the usual ones hold. */
  warningRules: WarningRules[];
  /** How long the personal data of its ended cases is kept; without any, as the organisation above keeps its own. */
  retentionRules: RetentionRule[];
  /** Who is reminded when and how. */
  reminderSettings: ReminderSettings;
  /** What its rows of reminders were before each change, oldest first. */
  formerReminderRows: FormerRows[];
  /** From when on another system is told what its cases do; null: none is. */
  eventsSince: Date | null;
  /** Whose accounts need a second factor (TOTP) to work here. */
  secondFactorRoles: StaffRole[];
}
