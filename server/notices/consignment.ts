import { isDatabaseFault } from '../database/database-errors.ts';
import { isUrgent } from '../domain/notices.ts';
import { nextWorkingInstant } from '../domain/working-hours.ts';
import { deskFor } from './addressee.ts';
import type { Claimant } from './claim-store.ts';
import type { Delivery } from './delivery.ts';
import { type EndDependencies, fail, postpone, putOff, type SendResult, skip } from './end-attempt.ts';
import type { HandOver, NoticeChannels } from './notice-channel.ts';
import { type MaterialDependencies, readMaterial } from './read-material.ts';

export interface ConsignmentDependencies extends MaterialDependencies, EndDependencies {
  deliveries: EndDependencies['deliveries'];
  channels: NoticeChannels;
}

/** One message, and the rows of the ledger that it is made of; each has a claim and a text of its own. */
export interface Consignment extends HandOver {
  parts: { delivery: Delivery; text: string }[];
}

/** More go out in a second mail. */
const MOST_IN_DIGEST = 50;

/** What is to be handed over for a claimed row, or what became of it where nothing is. */
export async function prepare(
  delivery: Delivery,
  at: Date,
  dependencies: ConsignmentDependencies,
): Promise<HandOver | SendResult> {
  const { deliveries, channels, calendar } = dependencies;
  try {
    const material = await readMaterial(delivery, at, dependencies);
    if (typeof material === 'string') return await skip(delivery, material, dependencies);
    const { addressee, organisation } = material;
    const desk = deskFor(delivery.channel, addressee, { organisation, calendar });
    const opensAt = isUrgent(material.notice) ? at : nextWorkingInstant(at, desk);
    if (opensAt > at) return await postpone(delivery, opensAt, deliveries);
    const letter = channels[delivery.channel].write(material);
    if ('obstacle' in letter) return await fail(delivery, letter.obstacle, deliveries);
    return { delivery, letter, material };
  } catch (error) {
    if (isDatabaseFault(error)) throw error;
    // The case cannot be dealt with, as it is now; nothing has been handed over.
    await putOff(delivery, error instanceof Error ? error.message : String(error), dependencies);
    return 'broken';
  }
}

/** The message with all others of its digest that can go out now, or by itself. */
export async function withItsDigest(
  first: HandOver,
  claimant: Claimant,
  dependencies: ConsignmentDependencies,
): Promise<Consignment> {
  const { deliveries, channels } = dependencies;
  const { delivery, letter } = first;
  const { writeDigest } = channels[delivery.channel];
  const all = [first];
  if (delivery.digest !== null && writeDigest !== undefined) {
    const ids = await deliveries.unsentOfDigest(delivery.digest, claimant.now, MOST_IN_DIGEST);
    const others = await Promise.all(
      ids.map(async (id) => {
        const other = await deliveries.claim(id, claimant);
        return other === null ? 'not-ours' : prepare(other, claimant.now, dependencies);
      }),
    );
    all.push(...others.filter((one) => typeof one !== 'string'));
  }
  if (all.length === 1 || writeDigest === undefined) {
    return { ...first, parts: [{ delivery, text: letter.text }] };
  }
  const digest = writeDigest(all.map(({ material }) => material));
  const parts = all.map((one, index) => ({ delivery: one.delivery, text: digest.texts[index] ?? '' }));
  return { ...first, letter: digest.letter, parts };
}
