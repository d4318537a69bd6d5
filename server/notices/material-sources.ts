import type { AccountStore } from '../accounts/account-store.ts';
import type { CaseStore } from '../cases/case-store.ts';
import { inBatches } from '../database/in-batches.ts';
import type { MediationCase } from '../domain/case.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { WebhookStore } from '../webhooks/webhook-store.ts';
import { type FindAddressee, findAddressee } from './find-addressee.ts';

export interface MaterialSourcesDependencies {
  cases: Pick<CaseStore, 'withIds'>;
  accounts: Pick<AccountStore, 'withIds'>;
  organisations: Pick<OrganisationStore, 'withIds'>;
  webhooks: Pick<WebhookStore, 'ofOrganisations'>;
}

/** What a notice is read from, as it is now. */
export interface MaterialSources {
  /** @throws where what is stored is no case that can be read */
  findCase: (id: string) => Promise<MediationCase | null>;
  findOrganisation: (id: string) => Promise<Organisation | null>;
  findAddressee: FindAddressee;
}

/** Reads for many notices at once in few queries. Nothing is kept: each answer was read after it was asked for. */
export function materialSources(stores: MaterialSourcesDependencies): MaterialSources {
  const unreadCase = together(stores.cases.withIds, ({ id }) => id);
  const account = together(stores.accounts.withIds, ({ id }) => id);
  const organisation = together(stores.organisations.withIds, ({ id }) => id);
  const webhook = together(stores.webhooks.ofOrganisations, ({ organisationId }) => organisationId);
  return {
    findCase: async (id) => (await unreadCase(id))?.read() ?? null,
    findOrganisation: organisation,
    findAddressee: findAddressee({
      accounts: { findById: account },
      organisations: { find: organisation },
      webhooks: { find: webhook },
    }),
  };
}

function together<Row>(
  read: (keys: readonly string[]) => Promise<Row[]>,
  keyOf: (row: Row) => string,
): (key: string) => Promise<Row | null> {
  const inTurn = inBatches(async (_all: string, keys: readonly string[]) => {
    const rows = new Map((await read([...new Set(keys)])).map((row) => [keyOf(row), row]));
    return keys.map((key) => rows.get(key) ?? null);
  });
  return (key) => inTurn('', key);
}
