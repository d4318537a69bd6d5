import { Temporal } from 'temporal-polyfill';

/** A rule as the slow clock knows it; written down a second time, on purpose. */
export interface SlowRule {
  amount: number;
  unit: 'CD' | 'WD' | 'months';
  backward?: boolean;
  /** How many days extensions may add in all. */
  cap?: number;
  /** Over once its last day has passed: nothing restarts it then. */
  limitation?: boolean;
}

export interface SlowEvent {
  on: string;
  does: 'restart' | 'resume' | 'pause' | 'extend';
  days?: number;
}

const DAY_MS = 86_400_000;
const neighbours = new Map<string, string>();

/** The day after, or before; remembered, since the walk is long. */
function next(day: string, step: 1 | -1): string {
  const known = neighbours.get(day + step);
  if (known) return known;
  const found = new Date(Date.parse(day) + step * DAY_MS).toISOString().slice(0, 10);
  neighbours.set(day + step, found);
  return found;
}

/** Walks from the start day by day and says on which day the period ends; null: it never does. */
export function dueByWalking(
  rule: SlowRule,
  { start, events }: { start: string; events: readonly SlowEvent[] },
  works: (day: string) => boolean,
): string | null {
  const lengthFrom = (day: string) => {
    if (rule.unit !== 'months') return rule.amount;
    const from = Temporal.PlainDate.from(day);
    return from.until(from.add({ months: rule.amount }), { largestUnit: 'days' }).days;
  };
  let [left, extended, stopped] = [lengthFrom(start), 0, false];
  for (let day = start, walked = 0; walked < 4000; day = next(day, rule.backward ? -1 : 1), walked++) {
    let counts = day !== start;
    for (const { does, days = 0 } of events.filter(({ on }) => on === day)) {
      if (does === 'restart') [left, extended, counts] = [lengthFrom(day), 0, false];
      if (does === 'resume') stopped = false;
      if (does === 'pause') stopped = true;
      if (does === 'extend') [left, extended] = extendedBy(rule, { left, extended, days });
    }
    if (counts && !stopped && (rule.unit !== 'WD' || works(day))) left -= 1;
    if (counts && left <= 0 && works(day) && !stopped) return restartedLater(rule, { day, events }, works);
  }
  return null;
}

function extendedBy(rule: SlowRule, { left, extended, days }: Record<'left' | 'extended' | 'days', number>) {
  const added = Math.min(days, (rule.cap ?? Number.POSITIVE_INFINITY) - extended);
  return [left + added, extended + added] as const;
}

/** A period of procedure can be restarted after it ended; a limitation cannot. */
function restartedLater(
  rule: SlowRule,
  { day, events }: { day: string; events: readonly SlowEvent[] },
  works: (day: string) => boolean,
): string | null {
  const later = events.filter(({ on }) => on > day);
  const again = rule.limitation ? undefined : later.find(({ does }) => does === 'restart');
  if (!again) return day;
  return dueByWalking(rule, { start: again.on, events: later.filter(({ on }) => on >= again.on) }, works);
}
