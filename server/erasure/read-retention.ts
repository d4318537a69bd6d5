import type { RetentionQuery } from '../../schemas/requests/retention-requests.ts';
import { clockContext } from '../deadlines/clock-context.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { deadlinesOf } from '../domain/deadlines.ts';
import { addDays, legalDayOf } from '../domain/legal-day.ts';
import {
  addYears,
  endedOn,
  erasureDue,
  RETENTION_WARNING_DAYS,
  type RetentionInForce,
  retentionBetween,
  retentionOn,
} from '../domain/retention.ts';
import type { Actor } from '../domain/staff.ts';
import { eachApart } from '../notices/each-apart.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { CaseErasureStore } from './case-erasure-store.ts';
import { organisationToRetain } from './retention-policy.ts';

export interface ReadRetentionDependencies {
  caseErasures: CaseErasureStore;
  organisations: OrganisationStore;
  calendar: Calendar;
  now: () => Date;
}

/** What a list shows where nobody says until when: three times the days that a new rule waits. */
const SHOWN_DAYS = 3 * RETENTION_WARNING_DAYS;

/**
 * What an organisation's setting will erase by a day, and when: whoever sees a case in it that is still needed sets a
 * legal hold. Of a case no more than its number and days. `more` says that there are further ones.
 */
export function readRetention({ caseErasures, organisations, calendar, now }: ReadRetentionDependencies) {
  return async (
    actor: Actor,
    { organisationId, query }: { organisationId: string; query: RetentionQuery },
  ) => {
    const office = await organisationToRetain(actor, { organisationId, to: 'read' }, organisations);
    const today = legalDayOf(now());
    const until = query.until ?? addDays(today, SHOWN_DAYS);
    const chain = await organisations.chainOf(office.path);
    const spans = retentionBetween(chain, { from: today, until });
    const setting = shown(retentionOn(chain, today));
    if (spans.length === 0) return { setting, until, cases: [], more: false };
    const fewest = Math.min(...spans.map(({ rule }) => rule.years));
    const found = await caseErasures.firstEnded(organisationId, addYears(until, -fewest), query.limit + 1);
    const { done } = await eachApart(found.slice(0, query.limit), async ({ read }) => read());
    const { barredCaseIds = [] } = actor;
    const row = (subject: MediationCase) => {
      const deadlines = deadlinesOf(subject.clock, clockContext(subject, office, calendar));
      const due = erasureDue(subject, { spans, deadlines });
      const { id: caseId, number, state, legalHold = null } = subject;
      const held = legalHold !== null;
      return { caseId, number, state, endedOn: endedOn(subject), erasedOn: due?.on ?? null, held };
    };
    const cases = done.filter(({ id }) => !barredCaseIds.includes(id)).map(row);
    return { setting, until, cases, more: found.length > query.limit };
  };
}

function shown(rule: RetentionInForce | null) {
  if (rule === null) return null;
  const { organisationId, fromOn, years } = rule;
  return { organisationId, fromOn, years };
}
