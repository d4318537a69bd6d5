import type { RuleCode } from './deadline-rules.ts';
import type { NoticeSubject } from './workers-to-tell.ts';

/** Whom a notice is for; the sweep finds the people behind it. Never the other side of a dispute. */
export type Audience =
  | { role: 'mediator' }
  | { role: 'head' }
  | { role: 'supervisor' }
  /** The workers whom the deadline concerns, or who speaks for them. */
  | { role: 'worker'; about: NoticeSubject | null; rule: RuleCode }
  | { role: 'union-of-region'; regionCode: string }
  | { role: 'other-system' }
  | { role: 'accounts'; accountIds: string[] }
  /** Of the workers of the case those who were told something that is no longer so. */
  | { role: 'told-workers'; workerIds: string[] }
  | { role: 'root-supervisor' }
  /** Head and supervisor of the case, each once. */
  | { role: 'overseers' }
  /** The overseers, the unions of these regions, the heads of these organisations; each once. */
  | { role: 'warning-circle'; regionCodes: string[]; organisationIds: string[] };

export const REMINDED_ROLES = ['mediator', 'head', 'supervisor', 'worker'] as const;
export type RemindedRole = (typeof REMINDED_ROLES)[number];

/** When somebody is reminded of a deadline: calendar days from the due day, negative before it. */
export interface ReminderRow {
  daysFromDue: number;
  to: RemindedRole;
}

const told = (to: RemindedRole, ...days: readonly number[]): ReminderRow[] =>
  days.map((daysFromDue) => ({ to, daysFromDue }));

/** Somebody else's to do: the mediator asks the day before, then whoever carries more weight asks again. */
const WATCHED = [...told('mediator', -1, 1), ...told('head', 3), ...told('supervisor', 7)];
/** As above, and once the other side is late a road opens to the worker. */
const WATCHED_FOR_WORKER = [...WATCHED, ...told('worker', 1)];
/** The mediator's own to do within about two weeks. */
const MEDIATORS_DUTY = [...told('mediator', -3, 0), ...told('head', 1), ...told('supervisor', 3)];
/** A claim is lost with the day: the worker first, and early. */
const LOST_WITH_THE_DAY = [
  ...told('worker', -30, -7, -1),
  ...told('mediator', -30, -7, 0),
  ...told('head', -3, 1),
  ...told('supervisor', 3),
];
/** A step that is open for some days and that the worker need not take. */
const STEP_OPEN = [...told('worker', -5, -1), ...told('mediator', -5, 0), ...told('head', 1)];
/** The head's own to decide (O17 21, 22): who is late hears of it again before the supervisor does. */
const HEADS_DUTY = [...told('head', -1, 0, 1), ...told('supervisor', 3)];
/** Between two unions the heads answer for each other. */
const BETWEEN_UNIONS = [...told('head', -1, 0), ...told('supervisor', 1)];
/** No day of its own: it acts through another rule, or a person looks. */
const NO_DAY: ReminderRow[] = [];

/** Who is reminded of each rule's day, unless the organisation says otherwise. A rule without its row does not build. */
export const REMINDERS: Record<RuleCode, readonly ReminderRow[]> = {
  M1: HEADS_DUTY,
  // The case goes on, and M3 speaks to the mediator; to the worker, arbitration is open from now on (LDMAA 14).
  M2: told('worker', 1),
  M3: MEDIATORS_DUTY,
  M3n: MEDIATORS_DUTY,
  M4: WATCHED_FOR_WORKER,
  'M4-period': WATCHED_FOR_WORKER,
  L1: HEADS_DUTY,
  M5: [...told('worker', -5), ...told('mediator', -5, 0), ...told('head', 1)],
  'M5-review': WATCHED,
  M6: [...told('worker', -7), ...told('mediator', -7, 0), ...told('head', 1)],
  'M6-ruling': WATCHED,
  M7: NO_DAY,
  'M7-decision': WATCHED,
  'M7-order': WATCHED,
  'M7-objection': WATCHED_FOR_WORKER,
  // Due, and the day after: has it arrived? A payment counts when the worker says so.
  M8: [...told('mediator', -3, 1), ...told('worker', 0, 1), ...told('head', 3), ...told('supervisor', 7)],
  A1: LOST_WITH_THE_DAY,
  A2: NO_DAY,
  A3: WATCHED_FOR_WORKER,
  'A3-elsewhere': WATCHED,
  'A3-papers': WATCHED,
  A4: WATCHED,
  'A4-panel': WATCHED,
  'A4-defence': WATCHED,
  'A4-pass-on': WATCHED,
  'A4-counterclaim': WATCHED,
  A5: [...WATCHED, ...told('worker', 0)],
  'A5-postpone': [...told('worker', -1), ...told('mediator', -1, 0), ...told('head', 1)],
  // The day after, the mediator asks whether it was held.
  'A5-hearing': [...told('worker', -3, -1), ...told('mediator', -1, 1)],
  A6: WATCHED_FOR_WORKER,
  A7: NO_DAY,
  A8: STEP_OPEN,
  // The employer's step: nothing is ever sent to an employer.
  'A8-set-aside': [...told('mediator', -1, 1), ...told('head', 3)],
  'A8-after': STEP_OPEN,
  A9: WATCHED_FOR_WORKER,
  'A9-notice': WATCHED,
  A10: LOST_WITH_THE_DAY,
  A11: LOST_WITH_THE_DAY,
  A12: LOST_WITH_THE_DAY,
  'A12-accept': WATCHED,
  'A12-close': WATCHED,
  // When the employer does not apply, the worker, kin or union may (工伤保险条例 17).
  A13: WATCHED_FOR_WORKER,
  'A13-worker': LOST_WITH_THE_DAY,
  'A13-decision': WATCHED,
  'A13-clear': WATCHED,
  'A13-appraisal': WATCHED,
  'A13-again': STEP_OPEN,
  // The first day on which it may be asked for, not the last.
  'A13-review': [...told('worker', 0), ...told('mediator', 0)],
  A14: MEDIATORS_DUTY,
  A15: [
    ...told('worker', -7, -1),
    ...told('mediator', -7, 0),
    ...told('head', -3, 1),
    ...told('supervisor', 3),
  ],
  'A15-enforcement': LOST_WITH_THE_DAY,
  A16: WATCHED,
  'A16-lawyer': WATCHED,
  'A16-objection': WATCHED,
  C1: NO_DAY,
  T1: BETWEEN_UNIONS,
  T2: BETWEEN_UNIONS,
  T3: BETWEEN_UNIONS,
  T4: BETWEEN_UNIONS,
};
