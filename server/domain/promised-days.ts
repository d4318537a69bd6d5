import type { Bilingual } from './bilingual.ts';
import type { MediationCase } from './case.ts';
import { isOpen } from './case-state.ts';
import { addDays, type LegalDay } from './legal-day.ts';
import type { Audience } from './reminders.ts';
import { type Desk, openingOn } from './working-hours.ts';

export type PromiseKind = 'duty' | 'referral-answer';

/** What was promised stands in the case: its words may speak of people. */
export const PROMISE_NAMES: Record<PromiseKind, Bilingual> = {
  duty: { zh: '查看协议中一项义务是否履行', en: 'a look at whether a duty of the agreement was done' },
  'referral-answer': { zh: '一项转介的答复', en: 'the answer to a referral' },
};

/** A day that people agreed on, and no law: a duty is to be looked after, or a referral answered. */
export interface PromisedDay {
  kind: PromiseKind;
  id: string;
  on: LegalDay;
}

/** A promised day of a case that has come, or has passed and nothing was heard. */
export interface PromiseReminder {
  kind: 'promise-reminder';
  key: string;
  at: Date;
  to: Extract<Audience, { role: 'mediator' | 'head' }>;
  promise: PromiseKind;
  dueOn: LegalDay;
}

/** The mediator asks on the day; a week later the head hears that nobody has (house rule, no law). */
const TOLD = [
  { role: 'mediator', daysFromDue: 0 },
  { role: 'head', daysFromDue: 7 },
] as const;

/** The promised days of an open case on which somebody must still look. */
export function promisedDays({
  state,
  agreements,
  referrals = [],
}: Pick<MediationCase, 'state' | 'agreements' | 'referrals'>): PromisedDay[] {
  if (!isOpen(state)) return [];
  return [
    ...agreements
      .flatMap(({ duties = [] }) => duties)
      .flatMap(({ id, checkOn, doneOn }) =>
        checkOn !== null && doneOn === null ? [{ kind: 'duty' as const, id, on: checkOn }] : [],
      ),
    ...referrals.flatMap(({ id, answerDueOn, answeredOn }) =>
      answerDueOn !== null && answeredOn === null
        ? [{ kind: 'referral-answer' as const, id, on: answerDueOn }]
        : [],
    ),
  ];
}

/** Before a promised day that is a day off, and after a week that ends on one. */
export function promiseReminders(subject: MediationCase, desk: Desk): PromiseReminder[] {
  return promisedDays(subject).flatMap(({ kind, id, on }) =>
    TOLD.map(({ role, daysFromDue }) => ({
      kind: 'promise-reminder' as const,
      key: ['promise', kind, id, on, daysFromDue, role].join('/'),
      at: openingOn(addDays(on, daysFromDue), daysFromDue > 0 ? 1 : -1, desk),
      to: { role },
      promise: kind,
      dueOn: on,
    })),
  );
}
