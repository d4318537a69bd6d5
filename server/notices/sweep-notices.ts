import { createHash } from 'node:crypto';
import type { AccountStore } from '../accounts/account-store.ts';
import type { CaseStore, SweptCase } from '../cases/case-store.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { marksOf } from '../domain/case-marks.ts';
import { isUrgent, type Notice, nextNoticeAt, noticesDue, noticesOf } from '../domain/notices.ts';
import { nextWorkingInstant } from '../domain/working-hours.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { DeliveryStore, NewDelivery } from './delivery-store.ts';
import {
  type Addressee,
  type AddresseeSources,
  type FindAddressees,
  findAddressees as findAddresseesIn,
} from './find-addressees.ts';
import { noticeContext } from './notice-context.ts';
import { rememberAnswers } from './remember-answers.ts';

export interface SweepDependencies {
  cases: CaseStore;
  accounts: AccountStore;
  organisations: OrganisationStore;
  deliveries: DeliveryStore;
  calendar: Calendar;
  now: () => Date;
}

export interface SweepResult {
  /** Cases with something due that were looked at. */
  cases: number;
  /** False when the slice was full, so that there may be more. */
  isLast: boolean;
  held: number;
}

const SLICE = 500;

interface Slice {
  at: Date;
  calendar: Calendar;
  findOrganisation: OrganisationStore['find'];
  findAddressees: FindAddressees;
}

/**
 * Turns one slice of what is due, the oldest first, into rows of the ledger. Rows are written before a case is moved
 * on, and writing them again changes nothing; so a sweep that dies anywhere is simply done again, by this worker or
 * another.
 */
export function sweepNotices({
  cases,
  accounts,
  organisations,
  deliveries,
  calendar,
  now,
}: SweepDependencies) {
  return async (): Promise<SweepResult> => {
    const at = now();
    const { held } = await deliveries.releaseExpired(at);
    const due = await cases.withNoticesDue(at, SLICE);
    const slice = { at, calendar, ...askedOnce({ accounts, organisations }) };
    const swept = await Promise.all(due.map((one) => sweepCase(one, slice)));
    await deliveries.insertMissing(swept.flatMap(({ rows }) => rows));
    await cases.moveNextNotices(swept);
    return { cases: due.length, isLast: due.length < SLICE, held };
  };
}

/** The cases of a slice share their organisations and people: each is read once for all of them. */
function askedOnce({ accounts, organisations }: AddresseeSources) {
  const findOrganisation = rememberAnswers(organisations.find);
  const findAddressees = findAddresseesIn({
    accounts: {
      findById: rememberAnswers(accounts.findById),
      withRole: rememberAnswers(accounts.withRole),
    },
    organisations: { find: findOrganisation, inRegions: rememberAnswers(organisations.inRegions) },
  });
  return { findOrganisation, findAddressees };
}

async function sweepCase(one: SweptCase, { at, calendar, findOrganisation, findAddressees }: Slice) {
  const { subject } = one;
  const organisation = await findOrganisation(subject.organisationId);
  if (organisation === null) throw new Error(`Case ${subject.id} names an organisation that does not exist.`);
  const notices = noticesOf(subject, noticeContext(subject, organisation, calendar));
  const rows = await Promise.all(
    noticesDue(notices, at).map(async (notice) => {
      const addressees = await findAddressees(subject, notice.to);
      if (addressees.length === 0) return [rowForNobody(subject, notice)];
      return addressees.map((addressee) => rowFor(subject, notice, { addressee, at, calendar }));
    }),
  );
  const later = notices.filter((notice) => notice.at > at);
  return {
    ...one,
    rows: rows.flat(),
    marks: { ...marksOf(notices, at), nextNoticeAt: nextNoticeAt(later, at) },
  };
}

interface RowContext {
  addressee: Addressee;
  at: Date;
  calendar: Calendar;
}

/** The row waits for its addressee's working hours, if the notice can wait. */
function rowFor(
  subject: MediationCase,
  notice: Notice,
  { addressee, at, calendar }: RowContext,
): NewDelivery {
  const { account, organisation } = addressee;
  const desk = { hours: organisation.noticeHours, calendar, regionCode: organisation.regionCode };
  return {
    id: deliveryId(subject.id, notice, account.id),
    caseId: subject.id,
    organisationPath: subject.organisationPath,
    noticeKind: notice.kind,
    noticeKey: notice.key,
    accountId: account.id,
    dueAt: notice.at,
    nextAttemptAt: isUrgent(notice) ? at : nextWorkingInstant(at, desk),
    state: 'due',
    outcome: null,
  };
}

/** A notice that nobody can get does not vanish: it stands in the ledger as failed. */
function rowForNobody(subject: MediationCase, notice: Notice): NewDelivery {
  return {
    id: deliveryId(subject.id, notice, null),
    caseId: subject.id,
    organisationPath: subject.organisationPath,
    noticeKind: notice.kind,
    noticeKey: notice.key,
    accountId: null,
    dueAt: notice.at,
    nextAttemptAt: notice.at,
    state: 'failed',
    outcome: `nobody has the role ${notice.to.role} for this case`,
  };
}

function deliveryId(caseId: string, notice: Notice, accountId: string | null): string {
  return createHash('sha256')
    .update(JSON.stringify([caseId, notice.key, 'mail', accountId]))
    .digest('hex');
}
