import type { Consignment, ConsignmentDependencies } from './consignment.ts';
import { type SendResult, skip } from './end-attempt.ts';
import type { NoticeChannel } from './notice-channel.ts';
import { readMaterial } from './read-material.ts';

const CALLED_OFF = 'called off, because what it was to go out with is no longer true';

/**
 * The last look before a message begins: whether its rows are still ours, which their marks decide, and whether the
 * notices are still true, where a slow server or a pause of this process has made that knowledge old. All or none: a
 * row that is not to go out any more calls the message off, and the others are due again.
 */
export async function mayBegin(
  consignment: Consignment,
  { checkedAt, channel }: { checkedAt: Date; channel: NoticeChannel },
  dependencies: ConsignmentDependencies,
): Promise<'go' | SendResult> {
  const { parts } = consignment;
  const { deliveries, pace, now } = dependencies;
  const marked = await markSending(consignment, channel, dependencies);
  if (marked.includes(false)) {
    await giveBack(parts.filter((_part, index) => marked[index]));
    return marked[0] === true ? 'retry' : 'not-ours';
  }
  for (let known = checkedAt; now().getTime() - known.getTime() > pace.freshMs; ) {
    known = now();
    const checked = await Promise.all(
      parts.map(async (part) => ({ part, found: await readMaterial(part.delivery, known, dependencies) })),
    );
    const gone = checked.flatMap(({ part, found }) => (typeof found === 'string' ? [{ part, found }] : []));
    if (gone.length === 0) continue;
    for (const { part, found } of gone) await skip(part.delivery, found, dependencies);
    await giveBack(parts.filter((part) => !gone.some((one) => one.part === part)));
    return gone.some(({ part }) => part === parts[0]) ? 'skipped' : 'retry';
  }
  return 'go';

  async function giveBack(others: Consignment['parts']): Promise<void> {
    for (const { delivery } of others) {
      await deliveries.retry(delivery, { nextAttemptAt: now(), outcome: CALLED_OFF, counts: false });
    }
  }
}

function markSending(
  { delivery: { id }, letter: { to, subject }, parts }: Consignment,
  { repeatable }: NoticeChannel,
  { deliveries, pace, now }: ConsignmentDependencies,
): Promise<boolean[]> {
  const handedOverAt = now();
  const leaseUntil = new Date(handedOverAt.getTime() + pace.leaseMs);
  const sentAs = parts.length > 1 ? id : null;
  const mark = { sentAs, sentTo: to.address, subject, repeatable, handedOverAt, leaseUntil };
  return Promise.all(parts.map(({ delivery, text }) => deliveries.markSending(delivery, { ...mark, text })));
}
