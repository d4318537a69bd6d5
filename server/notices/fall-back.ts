import type { CaseRevisitStore } from '../cases/case-revisit-store.ts';
import type { CaseStore } from '../cases/case-store.ts';
import type { Calendar } from '../domain/calendar.ts';
import { organisationOf } from '../organisations/organisation-of.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { channelsTo } from './addressee.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryStore } from './delivery-store.ts';
import { eachApart } from './each-apart.ts';
import type { FindAddressee } from './find-addressee.ts';
import { type NewDelivery, newDelivery } from './new-delivery.ts';
import type { SetAside, SetAsideStore } from './set-aside-store.ts';

export interface FallBackDependencies {
  cases: CaseStore;
  organisations: OrganisationStore;
  deliveries: DeliveryStore;
  setAsides: SetAsideStore;
  revisitCases: Pick<CaseRevisitStore, 'soon'>;
  findAddressee: FindAddressee;
  calendar: Calendar;
  now: () => Date;
}

const SLICE = 500;

/**
 * Delivered is not sent: what failed for good goes to its addressee by the next channel, at last by telephone. The
 * next row is written before the failed one is closed; writing it again changes nothing, so a crash between the two
 * loses and doubles nothing. One whose case cannot be dealt with is tried again later.
 */
export function fallBack(dependencies: FallBackDependencies) {
  const { deliveries, setAsides, now } = dependencies;
  return async (): Promise<SetAside[]> => {
    const at = now();
    const undelivered = await deliveries.undelivered(at, SLICE);
    if (undelivered.length === 0) return [];
    const next = await eachApart(undelivered, async (delivery) => ({
      delivery,
      row: await nextWay(delivery, dependencies),
    }));
    await deliveries.insertMissing(next.done.flatMap(({ row }) => row ?? []));
    await deliveries.markFailed(next.done.map(({ delivery }) => delivery.id));
    const setAside: SetAside[] = [];
    for (const { item, error } of next.failed) {
      const put = await setAsides.put(item.caseId, { error, at });
      await deliveries.putOffUndelivered(item.id, put.tryAgainAt);
      setAside.push(put);
    }
    return setAside;
  };
}

async function nextWay(delivery: Delivery, dependencies: FallBackDependencies): Promise<NewDelivery | null> {
  const { cases, organisations, revisitCases, findAddressee, calendar, now } = dependencies;
  const subject = await cases.find(delivery.caseId, {});
  if (subject === null) return null;
  const organisation = await organisationOf(subject, organisations);
  const addressee = await findAddressee(subject, delivery);
  if (addressee === null) {
    await revisitCases.soon([subject.id], now());
    return null;
  }
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
