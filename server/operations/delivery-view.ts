import { maskedPhone } from '../cases/masked-numbers.ts';
import type { Delivery } from '../notices/delivery.ts';
import { withoutAddresses } from '../notices/without-addresses.ts';

/** A row of the ledger as those see it who keep the service running: what and when, never to whom or what it says. */
export function deliveryView(delivery: Delivery) {
  const { id, caseId, noticeKind, noticeKey, channel, state, attempts, claimedBy, interventions } = delivery;
  const { dueAt, nextAttemptAt, handedOverAt, sentAt, sentAs, outcome } = delivery;
  return {
    id,
    caseId,
    noticeKind,
    noticeKey,
    channel,
    state,
    dueAt,
    nextAttemptAt,
    attempts,
    handedOverAt,
    sentAt,
    claimedBy,
    sentAs,
    outcome: outcome === null ? null : withoutAddresses(outcome),
    interventions,
  };
}

/** A row as those see it who may read its case: with the text as it was sent, and to whom. */
export function deliveryWithText(delivery: Delivery) {
  const { accountId, workerId, subject, text } = delivery;
  const sentTo = workerId === null ? delivery.sentTo : maskedPhone(delivery.sentTo);
  return { ...deliveryView(delivery), accountId, workerId, sentTo, subject, text };
}
