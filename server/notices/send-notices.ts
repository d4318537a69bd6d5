import type { AccountStore } from '../accounts/account-store.ts';
import type { CaseStore } from '../cases/case-store.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { WebhookStore } from '../webhooks/webhook-store.ts';
import { askTogether } from './ask-together.ts';
import type { Claimant } from './claim-store.ts';
import { type Consignment, type ConsignmentDependencies, prepare, withItsDigest } from './consignment.ts';
import { noteOutcome, type SendResult } from './end-attempt.ts';
import { findAddressee } from './find-addressee.ts';
import { inFlight } from './in-flight.ts';
import { mayBegin } from './may-begin.ts';

export interface SendNoticesDependencies extends Omit<ConsignmentDependencies, 'findCase'> {
  cases: CaseStore;
  accounts: AccountStore;
  organisations: OrganisationStore;
  webhooks: WebhookStore;
  /** Names this worker in the rows that it claims. */
  workerId: string;
}

/** So many messages of one batch are on their way at a time: the marks of those that begin together are one command. */
const HAND_OVERS = 10;

/**
 * Sends a batch of rows of the ledger, each with the others of its digest if it has one: those that are still due,
 * still true and that nobody else has. They are claimed together and read together; each is marked by itself before its
 * message begins. Running it twice, or dying anywhere in it, sends nothing twice. Gives what became of each.
 */
export function sendNotices(dependencies: SendNoticesDependencies) {
  const { cases, deliveries, channels, pace, workerId, now } = dependencies;
  const asTheyAreNow = { ...dependencies, findCase: (id: string) => cases.find(id, {}) };

  return async (deliveryIds: readonly string[]): Promise<Map<string, SendResult>> => {
    const at = now();
    const claimant = { workerId, now: at, leaseUntil: new Date(at.getTime() + pace.leaseMs) };
    const results = new Map<string, SendResult>(deliveryIds.map((id) => [id, 'not-ours']));
    const claimed = await deliveries.claim([...results.keys()], claimant);
    const sources = askTogether(dependencies);
    const asTheyWereAtFirst = { ...dependencies, ...sources, findAddressee: findAddressee(sources) };
    const prepared = await Promise.all(claimed.map((row) => prepare(row, at, asTheyWereAtFirst)));
    const each = claimed.map(({ id }, index) => ({ id, handing: prepared[index] ?? 'broken' }));
    await inFlight(each, HAND_OVERS, async ({ id, handing }) => {
      if (typeof handing === 'string') results.set(id, handing);
      else results.set(id, await send(await withItsDigest(handing, claimant, asTheyWereAtFirst), claimant));
    });
    return results;
  };

  async function send(consignment: Consignment, { now: checkedAt }: Claimant): Promise<SendResult> {
    const channel = channels[consignment.delivery.channel];
    let no: SendResult = 'not-ours';
    const outcome = await channel.send(consignment, async () => {
      const word = await mayBegin(consignment, { checkedAt, channel }, asTheyAreNow);
      if (word !== 'go') no = word;
      return word === 'go';
    });
    if (outcome.kind === 'called-off') return no;
    // One message, one fate.
    const results = consignment.parts.map((part) =>
      noteOutcome(outcome, { channel, delivery: part.delivery }, dependencies),
    );
    return (await Promise.all(results))[0] ?? no;
  }
}
