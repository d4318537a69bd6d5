import type {
  DeliveryResolveRequest,
  DeliveryRetryRequest,
} from '../../schemas/requests/delivery-requests.ts';
import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';
import type { ChangeIdentity } from '../idempotency/change-identity.ts';
import type { Delivery } from '../notices/delivery.ts';
import type { Decision, StandingDeliveryStore } from '../notices/standing-delivery-store.ts';
import { rightOf } from './read-deliveries.ts';

export interface DecideDeliveryDependencies {
  standingDeliveries: StandingDeliveryStore;
  now: () => Date;
}

/** What a person asks for with a row, and by what it is known again. */
interface Asked<Request> {
  id: string;
  request: Request;
  change: ChangeIdentity;
}

/** Lets a person decide on a row that no worker moves any more; who decided what is kept in the row. */
export function decideDelivery({ standingDeliveries, now }: DecideDeliveryDependencies) {
  async function standing(actor: Actor, id: string): Promise<Delivery> {
    const delivery = await standingDeliveries.find(id, rightOf(actor).filter);
    if (delivery === null) throw new Fault('delivery_not_found');
    return delivery;
  }

  async function carryOut(id: string, decision: Decision): Promise<Delivery> {
    const decided = await standingDeliveries.decide(id, decision);
    if (decided === null)
      throw new Fault('delivery_not_standing', { params: { noticeState: 'another state now' } });
    return decided;
  }

  /**
   * Sends it again: what was refused when its cause is gone, what is in doubt only when the addressee has said that
   * nothing came.
   */
  async function retry(
    actor: Actor,
    { id, request, change }: Asked<DeliveryRetryRequest>,
  ): Promise<Delivery> {
    const delivery = await standing(actor, id);
    if (isDone(change, delivery)) return delivery;
    const { state } = delivery;
    if (state !== 'failed' && state !== 'held')
      throw new Fault('delivery_not_standing', { params: { noticeState: state } });
    if (delivery.accountId === null && delivery.workerId === null && delivery.channel !== 'webhook')
      throw new Fault('delivery_without_addressee');
    if (state === 'held' && request.confirmedNotReceived !== true) {
      throw new Fault('delivery_in_doubt', { pointer: '/confirmedNotReceived' });
    }
    const at = now();
    const note = state === 'held' ? 'the addressee confirmed that nothing was received' : null;
    return carryOut(id, {
      from: state,
      set: { state: 'due', nextAttemptAt: at, attempts: 0 },
      intervention: { id: change.id, at, by: actor.accountId, action: 'retry', note },
    });
  }

  /** Ends the doubt: the addressee has it, or it is not to be sent any more. */
  async function resolve(
    actor: Actor,
    { id, request, change }: Asked<DeliveryResolveRequest>,
  ): Promise<Delivery> {
    const delivery = await standing(actor, id);
    if (isDone(change, delivery)) return delivery;
    const { resolution, note } = request;
    const { state, handedOverAt } = delivery;
    const fits = state === 'held' || (state === 'failed' && resolution === 'given-up');
    if (!fits) throw new Fault('delivery_not_standing', { params: { noticeState: state } });
    return carryOut(id, {
      from: state,
      set: resolution === 'received' ? { state: 'sent', sentAt: handedOverAt } : { state: 'given-up' },
      intervention: { id: change.id, at: now(), by: actor.accountId, action: resolution, note },
    });
  }

  return { retry, resolve };
}

function isDone({ id }: ChangeIdentity, { interventions }: Delivery): boolean {
  return interventions.some((intervention) => intervention.id === id);
}
