import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { marksOf } from '../domain/case-marks.ts';
import { isErased } from '../domain/erasure.ts';
import type { Fact } from '../domain/fact.ts';
import { Fault } from '../domain/fault.ts';
import { noticesOf } from '../domain/notices.ts';
import { noticeContext } from '../notices/notice-context.ts';
import { organisationOf } from '../organisations/organisation-of.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { CaseStore } from './case-store.ts';

export interface AddLineDependencies {
  cases: CaseStore;
  organisations: OrganisationStore;
  calendar: Calendar;
}

/** A line for the timeline, and what changes with it in the same write. */
export interface AddedLine {
  line: Fact;
  set?: Partial<Pick<MediationCase, 'bars' | 'mediatorId'>>;
}

const MOST_TRIES = 20;

/**
 * Adds a line to the timeline of a case that stands in any state: no step, so whoever writes to the case meanwhile does
 * not stand against it. It is read and written again. A line that is there already is not added twice.
 * @throws Fault what `find` throws, `case_erased`, `case_changed`
 */
export function addLine({ cases, organisations, calendar }: AddLineDependencies) {
  /** Null where somebody else wrote first. */
  async function written(
    subject: MediationCase,
    { line, set = {} }: AddedLine,
  ): Promise<MediationCase | null> {
    const organisation = await organisationOf(subject, organisations);
    const next = {
      ...subject,
      ...set,
      version: subject.version + 1,
      timeline: [...subject.timeline, line],
    };
    const context = noticeContext(next, organisation, calendar);
    const stored = await cases.update(subject, {
      change: { state: subject.state, set, events: [], facts: [] },
      facts: [line],
      marks: marksOf(next, { notices: noticesOf(next, context), clock: context.clock }, line.recordedAt),
    });
    return stored ? next : null;
  }

  return async (
    find: () => Promise<MediationCase>,
    lineFor: (subject: MediationCase) => AddedLine,
  ): Promise<MediationCase> => {
    let version = 0;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const subject = await find();
      if (isErased(subject)) throw new Fault('case_erased');
      const added = lineFor(subject);
      if (subject.timeline.some(({ id }) => id === added.line.id)) return subject;
      const next = await written(subject, added);
      if (next !== null) return next;
      version = subject.version + 1;
    }
    throw new Fault('case_changed', { params: { version: String(version) } });
  };
}
