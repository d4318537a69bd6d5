import { isDatabaseFault } from '../database/database-errors.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { marksOf } from '../domain/case-marks.ts';
import { patternCarrier, patternNews, withPattern } from '../domain/employer-pattern.ts';
import { addDays, legalDayOf } from '../domain/legal-day.ts';
import { noticesOf } from '../domain/notices.ts';
import { warningRulesOn } from '../domain/warning-rules.ts';
import { shanghaiInstant } from '../domain/working-hours.ts';
import { eachApart } from '../notices/each-apart.ts';
import { noticeContext } from '../notices/notice-context.ts';
import { organisationOf } from '../organisations/organisation-of.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { WatchedCaseStore } from './watched-case-store.ts';

export interface WatchEmployersDependencies {
  watchedCases: WatchedCaseStore;
  organisations: OrganisationStore;
  calendar: Calendar;
  now: () => Date;
}

const SLICE = 100;

/**
 * Looks up the other open cases against the employers of each case that is new or has new ones, whatever names they bear, in all
 * organisations. It looks when the case is stored, so of two that are registered in one moment at least one sees
 * the other; and a look that is cut short, or done twice, is simply done again. One that fails, or cannot be
 * read, keeps no other back.
 */
export function watchEmployers({ watchedCases, organisations, calendar, now }: WatchEmployersDependencies) {
  return async (): Promise<void> => {
    const faults: unknown[] = [];
    for (const { read } of await watchedCases.withEmployersToCheck(SLICE)) {
      try {
        await watch(read());
      } catch (error) {
        if (isDatabaseFault(error)) throw error;
        faults.push(error);
      }
    }
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} cases could not be looked up`);
  };

  async function watch(subject: MediationCase): Promise<void> {
    let complete = true;
    for (const creditCode of creditCodes(subject)) {
      complete = (await look(creditCode, subject)) && complete;
    }
    if (complete) await watchedCases.employersChecked(subject);
  }

  /** False when the case that carries the pattern changed meanwhile: then the next round looks again. */
  async function look(creditCode: string, subject: MediationCase): Promise<boolean> {
    const at = now();
    const { warningRules } = await organisationOf(subject, organisations);
    const { employerWindowDays } = warningRulesOn(warningRules, legalDayOf(at));
    const since = shanghaiInstant(addDays(legalDayOf(at), -employerWindowDays), 0);
    const { done: related } = await eachApart(
      await watchedCases.openAgainst(creditCode, since),
      async ({ read }) => read(),
    );
    const carrier = patternCarrier(related, creditCode);
    if (carrier === undefined) return true;
    const organisation = await organisationOf(carrier, organisations);
    const recent = related.filter(({ registeredAt }) => registeredAt >= since);
    const pattern = patternNews(carrier, recent, { creditCode, rules: organisation.warningRules, at });
    if (pattern === null) return true;
    const next = { ...carrier, employerPatterns: withPattern(carrier, pattern) };
    const context = noticeContext(next, organisation, calendar);
    const notices = noticesOf(next, context);
    return watchedCases.noteEmployerPatterns(next, marksOf(next, { notices, clock: context.clock }, at));
  }
}

function creditCodes({ respondents }: MediationCase): Set<string> {
  return new Set(respondents.flatMap(({ creditCode }) => creditCode ?? []));
}
