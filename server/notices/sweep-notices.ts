import type { AccountStore } from '../accounts/account-store.ts';
import type { CaseStore, SweptCase } from '../cases/case-store.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { marksOf } from '../domain/case-marks.ts';
import { isUrgent, type Notice, nextNoticeAt, noticesDue, noticesOf } from '../domain/notices.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { WebhookStore } from '../webhooks/webhook-store.ts';
import { channelsTo } from './addressee.ts';
import type { DeliveryStore } from './delivery-store.ts';
import {
  type AddresseeSources,
  type FindAddressees,
  findAddressees as findAddresseesIn,
} from './find-addressees.ts';
import { deliveryToNobody, newDelivery } from './new-delivery.ts';
import { noticeContext } from './notice-context.ts';
import { rememberAnswers } from './remember-answers.ts';

export interface SweepDependencies {
  cases: CaseStore;
  accounts: AccountStore;
  organisations: OrganisationStore;
  webhooks: WebhookStore;
  deliveries: DeliveryStore;
  fallBack: () => Promise<void>;
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
  webhooks,
  deliveries,
  fallBack,
  calendar,
  now,
}: SweepDependencies) {
  return async (): Promise<SweepResult> => {
    const at = now();
    const { held } = await deliveries.releaseExpired(at);
    const due = await cases.withNoticesDue(at, SLICE);
    const slice = { at, calendar, ...askedOnce({ accounts, organisations, webhooks }) };
    const swept = await Promise.all(due.map((one) => sweepCase(one, slice)));
    await deliveries.insertMissing(swept.flatMap(({ rows }) => rows));
    await cases.moveNextNotices(swept);
    await fallBack();
    return { cases: due.length, isLast: due.length < SLICE, held };
  };
}

/** The cases of a slice share their organisations and people: each is read once for all of them. */
function askedOnce({ accounts, organisations, webhooks }: AddresseeSources) {
  const findOrganisation = rememberAnswers(organisations.find);
  const findAddressees = findAddresseesIn({
    accounts: {
      findById: rememberAnswers(accounts.findById),
      withRole: rememberAnswers(accounts.withRole),
    },
    organisations: { find: findOrganisation, inRegions: rememberAnswers(organisations.inRegions) },
    webhooks: { find: rememberAnswers(webhooks.find) },
  });
  return { findOrganisation, findAddressees };
}

async function sweepCase(one: SweptCase, { at, calendar, findOrganisation, findAddressees }: Slice) {
  const { subject } = one;
  const organisation = await findOrganisation(subject.organisationId);
  if (organisation === null) throw new Error(`Case ${subject.id} names an organisation that does not exist.`);
  const office = { organisation, calendar };
  const notices = noticesOf(subject, noticeContext(subject, organisation, calendar));
  const rows = await Promise.all(
    noticesDue(notices, at).map(async (notice) => {
      const about = deliverySubject(subject, notice);
      const addressees = await findAddressees(subject, notice.to);
      if (addressees.length === 0 && notice.kind !== 'case-event') {
        return [deliveryToNobody(about, `nobody has the role ${notice.to.role} for this case`)];
      }
      return addressees.flatMap((addressee) =>
        channelsTo(addressee, organisation.reminderSettings)
          .slice(0, 1)
          .map((channel) => newDelivery(about, { addressee, channel, office, at, urgent: isUrgent(notice) })),
      );
    }),
  );
  const later = notices.filter((notice) => notice.at > at);
  return {
    ...one,
    rows: rows.flat(),
    marks: { ...marksOf(notices, at), nextNoticeAt: nextNoticeAt(later, at) },
  };
}

function deliverySubject({ id, organisationPath }: MediationCase, { kind, key, at }: Notice) {
  return { caseId: id, organisationPath, noticeKind: kind, noticeKey: key, dueAt: at };
}
