import { type ConsignmentDependencies, prepare, withItsDigest } from './consignment.ts';
import { noteOutcome, type SendResult } from './end-attempt.ts';
import { mayBegin } from './may-begin.ts';

export interface SendNoticeDependencies extends ConsignmentDependencies {
  /** Names this worker in the rows that it claims. */
  workerId: string;
}

/**
 * Sends one row of the ledger, with the others of its digest if it has one, if it is still due, still true and nobody
 * else has it. Running it twice, or dying anywhere in it, sends nothing twice: each row is marked before the message
 * begins.
 */
export function sendNotice(dependencies: SendNoticeDependencies) {
  const { deliveries, channels, pace, workerId, now } = dependencies;
  return async (deliveryId: string): Promise<SendResult> => {
    const at = now();
    const claimant = { workerId, now: at, leaseUntil: new Date(at.getTime() + pace.leaseMs) };
    const delivery = await deliveries.claim(deliveryId, claimant);
    if (delivery === null) return 'not-ours';
    const handing = await prepare(delivery, at, dependencies);
    if (typeof handing === 'string') return handing;
    const consignment = await withItsDigest(handing, claimant, dependencies);
    const channel = channels[delivery.channel];
    let no: SendResult = 'not-ours';
    const outcome = await channel.send(consignment, async () => {
      const word = await mayBegin(consignment, { checkedAt: at, channel }, dependencies);
      if (word !== 'go') no = word;
      return word === 'go';
    });
    if (outcome.kind === 'called-off') return no;
    // One message, one fate.
    const results = consignment.parts.map((part) =>
      noteOutcome(outcome, { channel, delivery: part.delivery }, dependencies),
    );
    return (await Promise.all(results))[0] ?? no;
  };
}
