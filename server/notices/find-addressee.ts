import type { MediationCase } from '../domain/case.ts';
import { isBarred } from '../domain/case-bar.ts';
import type { Addressee } from './addressee.ts';
import type { Delivery } from './delivery.ts';
import type { AddresseeSources } from './find-addressees.ts';

export type FindAddressee = (
  subject: MediationCase,
  delivery: Pick<Delivery, 'accountId' | 'workerId' | 'channel'>,
) => Promise<Addressee | null>;

interface Dependencies {
  accounts: Pick<AddresseeSources['accounts'], 'findById'>;
  organisations: Pick<AddresseeSources['organisations'], 'find'>;
  webhooks: AddresseeSources['webhooks'];
}

/** Whom a row of the ledger names, as they are now; null where they are no longer there. */
export function findAddressee({ accounts, organisations, webhooks }: Dependencies): FindAddressee {
  return async (subject, { accountId, workerId, channel }) => {
    if (workerId !== null) {
      const worker = subject.workers.find(({ id }) => id === workerId);
      return worker === undefined ? null : { kind: 'worker', worker };
    }
    if (channel === 'webhook') {
      const webhook = await webhooks.find(subject.organisationId);
      return webhook === null ? null : { kind: 'other-system', webhook };
    }
    if (accountId === null) return { kind: 'nobody' };
    const account = await accounts.findById(accountId);
    const organisation =
      account?.organisationId == null ? null : await organisations.find(account.organisationId);
    const gone = account === null || account.lock !== null || isBarred(subject, account.id);
    return gone || organisation === null ? null : { kind: 'staff', account, organisation };
  };
}
