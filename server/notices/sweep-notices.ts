import type { AccountStore } from '../accounts/account-store.ts';
import type { CaseRevisitStore } from '../cases/case-revisit-store.ts';
import type { CaseStore, DueCase, SweptCase } from '../cases/case-store.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { type CaseMarks, marksOf } from '../domain/case-marks.ts';
import { isUrgent, type Notice, noticesDue, noticesOf } from '../domain/notices.ts';
import { organisationOf } from '../organisations/organisation-of.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { WebhookStore } from '../webhooks/webhook-store.ts';
import { channelsTo } from './addressee.ts';
import { askTogether } from './ask-together.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { allOrApart, eachApart } from './each-apart.ts';
import { type FindAddressees, findAddressees as findAddresseesIn } from './find-addressees.ts';
import { deliveryToNobody, type NewDelivery, newDelivery, waitingForDigest } from './new-delivery.ts';
import { noticeContext } from './notice-context.ts';
import type { SetAside, SetAsideStore } from './set-aside-store.ts';

export interface SweepDependencies {
  cases: CaseStore;
  accounts: AccountStore;
  organisations: OrganisationStore;
  webhooks: WebhookStore;
  deliveries: DeliveryStore;
  revisitCases: CaseRevisitStore;
  setAsides: SetAsideStore;
  fallBack: () => Promise<SetAside[]>;
  handOnTasks: (subjects: readonly MediationCase[]) => Promise<void>;
  calendar: Calendar;
  now: () => Date;
}

export interface SweepResult {
  /** Cases with something due that were looked at. */
  cases: number;
  /** False when the slice was full, so that there may be more. */
  isLast: boolean;
  held: number;
  /** Cases that could not be dealt with, so that the others went on without them. */
  setAside: SetAside[];
}

const SLICE = 500;

interface Slice {
  at: Date;
  calendar: Calendar;
  findOrganisation: OrganisationStore['find'];
  findAddressees: FindAddressees;
}

/** A case with the rows that are to be written, and what is to be stored with it then. */
interface Swept extends DueCase, SweptCase {
  rows: NewDelivery[];
  marks: CaseMarks;
}

/**
 * Turns one slice of what is due, the oldest first, into rows of the ledger. Rows are written before a case is moved
 * on, and writing them again changes nothing; so a sweep that dies anywhere is simply done again, by this worker or
 * another. A case that cannot be dealt with is set aside and tried again later; the others go on without it.
 */
export function sweepNotices(dependencies: SweepDependencies) {
  const { cases, deliveries, setAsides, fallBack, handOnTasks, calendar, now } = dependencies;

  async function store(swept: readonly Swept[]): Promise<void> {
    await deliveries.insertMissing(swept.flatMap(({ rows }) => rows));
    await handOnTasks(swept.map(({ subject }) => subject));
    await cases.moveNextNotices(swept);
  }

  return async (): Promise<SweepResult> => {
    const at = now();
    const { held } = await deliveries.releaseExpired(at);
    const due = await cases.withNoticesDue(at, SLICE);
    const sources = askTogether(dependencies);
    const findOrganisation = sources.organisations.find;
    const slice = { at, calendar, findOrganisation, findAddressees: findAddresseesIn(sources) };
    const swept = await eachApart(due, (one) => sweepCase(one, slice));
    const stored = await allOrApart(swept.done, store);
    await setAsides.release(stored.done.map(({ id }) => id));
    const setAside: SetAside[] = [];
    for (const { item, error } of [...swept.failed, ...stored.failed]) {
      setAside.push(await putAside(item, { error, at }, dependencies));
    }
    return {
      cases: due.length,
      isLast: due.length < SLICE,
      held,
      setAside: [...setAside, ...(await fallBack())],
    };
  };
}

async function putAside(
  one: DueCase,
  { error, at }: { error: unknown; at: Date },
  { setAsides, revisitCases }: Pick<SweepDependencies, 'setAsides' | 'revisitCases'>,
): Promise<SetAside> {
  const setAside = await setAsides.put(one.id, { error, at });
  await revisitCases.putOff(one, setAside.tryAgainAt);
  return setAside;
}

async function sweepCase(
  one: DueCase,
  { at, calendar, findOrganisation, findAddressees }: Slice,
): Promise<Swept> {
  const subject = one.read();
  const organisation = await organisationOf(subject, { find: findOrganisation });
  const office = { organisation, calendar };
  const context = noticeContext(subject, organisation, calendar);
  const notices = noticesOf(subject, context);
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
          .map((channel) => {
            const way = { addressee, channel, office, at, urgent: isUrgent(notice) };
            return waitingForDigest(newDelivery(about, way), notice, way);
          }),
      );
    }),
  );
  return {
    ...one,
    subject,
    rows: rows.flat(),
    marks: marksOf(
      subject,
      { notices, toCome: notices.filter((one) => one.at > at), clock: context.clock },
      at,
    ),
  };
}

function deliverySubject({ id, organisationPath }: MediationCase, { kind, key, at }: Notice) {
  return { caseId: id, organisationPath, noticeKind: kind, noticeKey: key, dueAt: at };
}
