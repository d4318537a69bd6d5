import type { Calendar } from './calendar.ts';
import type { MediationCase } from './case.ts';
import { isOpen } from './case-state.ts';
import { originsElsewhere } from './cross-region.ts';
import { type ClockContext, type Deadline, dayToActBy } from './deadline.ts';
import { type RuleCode, ruleOf } from './deadline-rules.ts';
import { deadlinesOnce } from './deadlines-once.ts';
import { isErased } from './erasure.ts';
import type { Fact } from './fact.ts';
import { isOverWithItsDay } from './lapsing-limits.ts';
import { addDays, type LegalDay, legalDayOf } from './legal-day.ts';
import { type OpeningNotice, openingNotices } from './opening-notices.ts';
import { type PromiseReminder, promiseReminders } from './promised-days.ts';
import type { ReminderSettings } from './reminder-settings.ts';
import type { Audience, RemindedRole, ReminderRow } from './reminders.ts';
import { type FormerRows, rowsInForce } from './rows-in-force.ts';
import { workersUnder } from './unsettled.ts';
import { type WarningEscalation, type WarningNotice, warningNotices } from './warning-notices.ts';
import type { WarningRules } from './warning-rules.ts';
import { concernedIds } from './worker.ts';
import { openingOn, type WorkingHours } from './working-hours.ts';

export const NOTICE_KINDS = [
  'deadline-reminder',
  'promise-reminder',
  'origin-alert',
  'day-moved',
  'warning',
  'warning-escalation',
  'emergency-opening',
  'case-event',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

interface NoticeOf<Kind extends NoticeKind> {
  kind: Kind;
  /** The same for the same notice of a case, whenever it is derived. */
  key: string;
  /** From when on it is to be sent. */
  at: Date;
  to: Audience;
}

export interface DeadlineReminder extends NoticeOf<'deadline-reminder'> {
  rule: RuleCode;
  subject: string | null;
  dueOn: LegalDay;
  daysFromDue: number;
}

export interface OriginAlert extends NoticeOf<'origin-alert'> {
  to: Extract<Audience, { role: 'union-of-region' }>;
}

/** The day of a deadline is another than the one that was told: a year of holidays was published. */
export interface DayMoved extends NoticeOf<'day-moved'> {
  rule: RuleCode;
  subject: string | null;
  from: LegalDay | null;
  dueOn: LegalDay;
}

/** Something that a case did, for another system. Facts are only added, so it never becomes untrue. */
export interface CaseEvent extends NoticeOf<'case-event'> {
  fact: Fact;
}

/** What is told to a person. */
export type PersonalNotice =
  | DeadlineReminder
  | PromiseReminder
  | OriginAlert
  | DayMoved
  | WarningNotice
  | WarningEscalation
  | OpeningNotice;
export type Notice = PersonalNotice | CaseEvent;

/** What a case's notices depend on besides the case. */
export interface NoticeContext {
  clock: ClockContext;
  calendar: Calendar;
  regionCode: string | null;
  hours: WorkingHours;
  warningRules: readonly WarningRules[];
  reminders: ReminderSettings;
  /** What the rows of reminders were before. */
  formerReminders: readonly FormerRows[];
  /** From when on facts are told to another system; null: never. */
  eventsSince: Date | null;
}

/** Everything that is to be told about a case as it stands, past and future; nothing of it is stored ahead. Of an erased case nothing is. */
export function noticesOf(subject: MediationCase, context: NoticeContext): Notice[] {
  if (isErased(subject)) return [];
  const alerts = [...originAlerts(subject), ...openingNotices(subject), ...caseEvents(subject, context)];
  const running = deadlinesOnce(subject.clock, context.clock).filter(({ state }) => state === 'running');
  const reminded = running.filter((deadline) => isReminded(deadline, subject));
  return [
    ...alerts,
    ...promiseReminders(subject, context).filter(({ at }) => isOfOurTime(at, subject)),
    ...warningNotices(subject, { ...context, deadlines: running }),
    ...reminded.flatMap((deadline) => {
      const moves = movesOf(deadline, subject);
      // Staff who are told that the day moved need not be reminded of it in the same hour.
      const known = (at: Date) => moves.some((move) => move.to.role === 'accounts' && at <= move.at);
      return [
        ...remindersOf(deadline, context).filter(
          ({ at, to }) =>
            isOfOurTime(at, subject) &&
            (to.role === 'worker' || !(known(at) || subject.state === 'archived')),
        ),
        ...moves,
      ];
    }),
  ];
}

/**
 * In a case that is over nobody waits for anything, but for those of a group who were not helped: beside others who were
 * paid, and after the file was closed, their limits run.
 */
function isReminded({ rule }: Deadline, subject: MediationCase): boolean {
  const under = workersUnder(rule, subject);
  if (under !== null && under.length === 0) return false;
  const leavesSome = subject.state === 'performed' || subject.state === 'archived';
  return isOpen(subject.state) || (leavesSome && under !== null);
}

/** Of a case that was taken over, what fell due before it came is history, and nobody's to be reminded of. */
function isOfOurTime(at: Date, { origin, registeredAt }: MediationCase): boolean {
  return !origin || at >= registeredAt;
}

/**
 * A red warning goes out at once, by night too: death, violence and flight do not wait for the office to open. Nor does
 * an opening, which lasts an hour.
 */
export function isUrgent(notice: Notice): boolean {
  return notice.kind === 'emergency-opening' || (notice.kind === 'warning' && notice.grade === 'red');
}

/**
 * True where a notice may go out with others on a later day: a reminder, or a day that moved, while its day is still
 * to come. What is overdue waits for nothing, and no alert or warning does.
 */
export function mayWaitUntil(notice: Notice, day: LegalDay): boolean {
  return 'dueOn' in notice && day <= notice.dueOn;
}

/**
 * The notices whose time has come. Of several reminders of one deadline to one addressee only the latest is left:
 * after a day of downtime nobody wants "three days left" when one is. So with warnings that grew, and a warning
 * takes the place of the origin alert to the same union.
 */
export function noticesDue(notices: readonly Notice[], now: Date): Notice[] {
  const latest = new Map<string, Notice>();
  const today = legalDayOf(now);
  for (const notice of notices) {
    if (notice.at > now || isOfNoUse(notice, today)) continue;
    const about = seriesOf(notice);
    const known = latest.get(about);
    if (known === undefined || known.at < notice.at) latest.set(about, notice);
  }
  const due = [...latest.values()];
  const warned = new Set(due.flatMap(({ to }) => (to.role === 'warning-circle' ? to.regionCodes : [])));
  return due.filter((notice) => notice.kind !== 'origin-alert' || !warned.has(notice.to.regionCode));
}

/**
 * What was to be said before a day of which nothing is left once it has passed: a hearing, a road that closed. A step that is
 * entered late, or a day of downtime, must not send anybody there.
 */
function isOfNoUse(notice: Notice, today: LegalDay): boolean {
  if (notice.kind !== 'deadline-reminder' || notice.daysFromDue >= 0 || today <= notice.dueOn) return false;
  return notice.rule === 'A5-hearing' || isOverWithItsDay(notice.rule);
}

/** When a case must be looked at again: at the first notice still to come, or at once where one is due. */
export function nextNoticeAt(notices: readonly Notice[], now: Date): Date | null {
  const due = noticesDue(notices, now).map(({ at }) => at);
  const instants = [...due, ...notices.map(({ at }) => at).filter((at) => at > now)];
  return instants.length === 0 ? null : new Date(Math.min(...instants.map((at) => at.getTime())));
}

function originAlerts(subject: MediationCase): OriginAlert[] {
  if (!isOpen(subject.state)) return [];
  return originsElsewhere(subject).flatMap(({ regionCode }) =>
    regionCode === null
      ? []
      : [
          {
            kind: 'origin-alert' as const,
            key: `origin-alert/${regionCode}`,
            at: subject.registeredAt,
            to: { role: 'union-of-region' as const, regionCode },
          },
        ],
  );
}

function caseEvents({ timeline }: MediationCase, { eventsSince }: NoticeContext): CaseEvent[] {
  if (eventsSince === null) return [];
  return timeline
    .filter(({ recordedAt }) => recordedAt >= eventsSince)
    .map((fact) => ({
      kind: 'case-event' as const,
      key: `case-event/${fact.id}`,
      at: fact.recordedAt,
      to: { role: 'other-system' as const },
      fact,
    }));
}

function remindersOf(deadline: Deadline, context: NoticeContext): DeadlineReminder[] {
  const { rule, subject } = deadline;
  const dueOn = dayToActBy(deadline);
  if (dueOn === null) return [];
  const { reminders, formerReminders } = context;
  const workers = { ...context, hours: { ...reminders.workerHours, everyDay: true } };
  // On a day on which nobody is there: before the deadline the day before, after it the day after.
  const instantOf = ({ daysFromDue, to }: ReminderRow) =>
    openingOn(addDays(dueOn, daysFromDue), daysFromDue > 0 ? 1 : -1, to === 'worker' ? workers : context);
  return rowsInForce({ rule, dueOn, settings: reminders, former: formerReminders }, instantOf)
    .filter(({ row }) => row.to !== 'worker' || subject !== 'employer')
    .map(({ row: { daysFromDue, to }, at }) => ({
      kind: 'deadline-reminder' as const,
      key: [rule, subject ?? '', dueOn, daysFromDue, to].join('/'),
      at,
      to: audienceOf(to, deadline),
      rule,
      subject: subject ?? null,
      dueOn,
      daysFromDue,
    }));
}

function audienceOf(role: RemindedRole, { rule, subject }: Deadline): Audience {
  if (role !== 'worker') return { role };
  const field = ruleOf(rule).subject;
  return { role, rule, about: field === null || subject === undefined ? null : { field, id: subject } };
}

/** Only the newest move of a deadline is told, and only while the day that it moved to still holds. */
function movesOf({ rule, subject, dueOn }: Deadline, { dayMoves, workers }: MediationCase): DayMoved[] {
  const move = dayMoves.findLast((one) => one.rule === rule && one.subject === (subject ?? null));
  if (move === undefined || dueOn === null || move.to !== dueOn) return [];
  const { importId, recordedAt: at, from, tell, tellWorkers = [] } = move;
  const key = ['day-moved', importId, rule, subject ?? '', dueOn].join('/');
  const moved = { kind: 'day-moved' as const, at, rule, subject: subject ?? null, from, dueOn };
  const workerIds = concernedIds(workers).filter((id) => tellWorkers.includes(id));
  return [
    ...(tell.length > 0 ? [{ ...moved, key, to: { role: 'accounts' as const, accountIds: tell } }] : []),
    ...(workerIds.length > 0
      ? [{ ...moved, key: `${key}/worker`, to: { role: 'told-workers' as const, workerIds } }]
      : []),
  ];
}

/** True for another reminder of the same deadline, whoever it is for. */
export function isOfSameDeadline(other: Notice, reminder: DeadlineReminder): boolean {
  if (other.kind !== 'deadline-reminder' || other.key === reminder.key) return false;
  return reminderKeyStart(other) === reminderKeyStart(reminder);
}

/** True where the other one fell due later; of two that fell due at one instant the greater key decides. */
export function isNewer(other: Pick<Notice, 'at' | 'key'>, own: Pick<Notice, 'at' | 'key'>): boolean {
  const laterMs = other.at.getTime() - own.at.getTime();
  return laterMs > 0 || (laterMs === 0 && other.key > own.key);
}

/** How the keys of all reminders of one deadline begin. */
export function reminderKeyStart(about: { rule: string; subject: string | null; dueOn: LegalDay }): string {
  return `${about.rule}/${about.subject ?? ''}/${about.dueOn}/`;
}

/** Notices of one series overtake each other. */
function seriesOf(notice: Notice): string {
  switch (notice.kind) {
    case 'deadline-reminder':
      return [notice.rule, notice.subject ?? '', notice.dueOn, notice.to.role].join('/');
    case 'warning':
      return notice.kind;
    case 'warning-escalation':
      return `${notice.kind}/${notice.to.role}`;
    case 'promise-reminder':
    case 'origin-alert':
    case 'day-moved':
    case 'emergency-opening':
    case 'case-event':
      return notice.key;
  }
}
