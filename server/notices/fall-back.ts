import type { CaseStore } from '../cases/case-store.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { channelsTo } from './addressee.ts';
import type { Delivery, DeliveryStore } from './delivery-store.ts';
import type { FindAddressee } from './find-addressee.ts';
import { type NewDelivery, newDelivery } from './new-delivery.ts';

export interface FallBackDependencies {
  cases: CaseStore;
  organisations: OrganisationStore;
  deliveries: DeliveryStore;
  findAddressee: FindAddressee;
  calendar: Calendar;
  now: () => Date;
}

const SLICE = 500;

/**
 * Delivered is not sent: what failed for good goes to its addressee by the next channel, at last by telephone. The
 * next row is written before the failed one is closed; writing it again changes nothing, so a crash between the two
 * loses and doubles nothing.
 */
export function fallBack(dependencies: FallBackDependencies) {
  const { deliveries } = dependencies;
  return async (): Promise<void> => {
    const failed = await deliveries.undelivered(SLICE);
    if (failed.length === 0) return;
    const next = await Promise.all(failed.map((delivery) => nextWay(delivery, dependencies)));
    await deliveries.insertMissing(next.filter((row) => row !== null));
    await deliveries.markFailed(failed.map(({ id }) => id));
  };
}

async function nextWay(delivery: Delivery, dependencies: FallBackDependencies): Promise<NewDelivery | null> {
  const { cases, organisations, findAddressee, calendar, now } = dependencies;
  const subject = await cases.find(delivery.caseId, {});
  const organisation = subject === null ? null : await organisations.find(subject.organisationId);
  if (subject === null || organisation === null) return null;
  const addressee = await findAddressee(subject, delivery);
  if (addressee === null) return null;
  const channels = channelsTo(addressee, organisation.reminderSettings);
  // One that is no longer in use is followed by the first that is: -1 + 1.
  const channel = channels[channels.indexOf(delivery.channel) + 1];
  if (channel === undefined) return null;
  return newDelivery(delivery, {
    addressee,
    channel,
    office: { organisation, calendar },
    at: now(),
    outcome: `${delivery.channel}: ${delivery.outcome ?? 'failed'}`,
  });
}
