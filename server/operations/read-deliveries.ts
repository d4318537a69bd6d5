import type { CaseDeliveriesQuery, DeliveryListQuery } from '../../schemas/requests/delivery-requests.ts';
import { visibleCases } from '../cases/case-policy.ts';
import type { CaseStore } from '../cases/case-store.ts';
import { type PageRequest, placeBehind, type TimePlace } from '../database/list-place.ts';
import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';
import type { Delivery } from '../notices/delivery.ts';
import type { DeliveryStore } from '../notices/delivery-store.ts';
import type { StandingDeliveryStore } from '../notices/standing-delivery-store.ts';
import { type DeliveryRight, deliveryRight } from './delivery-policy.ts';
import { deliveryView, deliveryWithText } from './delivery-view.ts';

export interface ReadDeliveriesDependencies {
  cases: CaseStore;
  deliveries: DeliveryStore;
  standingDeliveries: StandingDeliveryStore;
  now: () => Date;
}

/** Shows the ledger of deliveries: what stands still, and what was sent for a case. */
export function readDeliveries({ cases, deliveries, standingDeliveries, now }: ReadDeliveriesDependencies) {
  async function show({ withText }: DeliveryRight, delivery: Delivery) {
    return withText ? deliveryWithText(await deliveries.opened(delivery)) : deliveryView(delivery);
  }

  async function page(actor: Actor, query: PageRequest<DeliveryListQuery, TimePlace>) {
    const right = rightOf(actor);
    const found = await standingDeliveries.page(right.filter, query, now());
    return {
      deliveries: await Promise.all(found.map((delivery) => show(right, delivery))),
      next: placeBehind(found, query.limit, ({ nextAttemptAt, id }) => ({ at: nextAttemptAt, id })),
    };
  }

  /** By the right to the case: who may read it may read what was sent for it. */
  async function ofCase(actor: Actor, caseId: string, query: PageRequest<CaseDeliveriesQuery, TimePlace>) {
    if ((await cases.find(caseId, visibleCases(actor))) === null) throw new Fault('case_not_found');
    const found = await standingDeliveries.pageOfCase(caseId, query, now());
    return {
      deliveries: (await Promise.all(found.map(deliveries.opened))).map(deliveryWithText),
      next: placeBehind(found, query.limit, ({ dueAt, id }) => ({ at: dueAt, id })),
    };
  }

  return { show, page, ofCase };
}

/** @throws Fault `not_permitted` */
export function rightOf(actor: Actor): DeliveryRight {
  const right = deliveryRight(actor);
  if (right === null)
    throw new Fault('not_permitted', { params: { needed: 'head, administrator (organisationId: null)' } });
  return right;
}
