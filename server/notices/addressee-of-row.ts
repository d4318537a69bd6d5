import type { Addressee } from './addressee.ts';
import type { Delivery } from './delivery.ts';

/** Whom of those that a notice is for now a row of the ledger names; null where it names none of them any more. */
export function addresseeOfRow(
  { accountId, workerId, channel }: Pick<Delivery, 'accountId' | 'workerId' | 'channel'>,
  addressees: readonly Addressee[],
): Addressee | null {
  if (accountId === null && workerId === null && channel !== 'webhook') {
    // It was for a role that nobody had.
    return addressees.length === 0 ? { kind: 'nobody' } : null;
  }
  const named = addressees.find((one) => {
    switch (one.kind) {
      case 'staff':
        return one.account.id === accountId;
      case 'worker':
        return one.worker.id === workerId;
      case 'other-system':
        return channel === 'webhook';
      case 'nobody':
        return false;
    }
  });
  return named ?? null;
}
