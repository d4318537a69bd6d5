import type { AccountStore } from '../accounts/account-store.ts';
import type { CaseStore } from '../cases/case-store.ts';
import { inBatches } from '../database/in-batches.ts';
import type { MediationCase } from '../domain/case.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { WebhookStore } from '../webhooks/webhook-store.ts';
import { type FindAddressees, findAddressees } from './find-addressees.ts';

export interface MaterialSourcesDependencies {
  cases: Pick<CaseStore, 'withIds'>;
  accounts: Pick<AccountStore, 'withIds' | 'withRole'>;
  organisations: Pick<OrganisationStore, 'withIds' | 'inRegions'>;
  webhooks: Pick<WebhookStore, 'ofOrganisations'>;
}

/** What a notice is read from, as it is now. */
export interface MaterialSources {
  /** @throws where what is stored is no case that can be read */
  findCase: (id: string) => Promise<MediationCase | null>;
  findOrganisation: (id: string) => Promise<Organisation | null>;
  findAddressees: FindAddressees;
}

/** Reads for many notices at once in few queries. Nothing is kept: each answer was read after it was asked for. */
export function materialSources(stores: MaterialSourcesDependencies): MaterialSources {
  const { accounts, organisations, webhooks } = stores;
  const unreadCase = together(stores.cases.withIds, ({ id }) => id);
  const account = together(accounts.withIds, ({ id }) => id);
  const organisation = together(organisations.withIds, ({ id }) => id);
  const webhook = together(webhooks.ofOrganisations, ({ organisationId }) => organisationId);
  const ofRole = (role: 'head' | 'supervisor') =>
    allTogether(
      (organisationIds) => accounts.withRole(organisationIds, role),
      ({ organisationId }) => organisationId,
    );
  const inRole = { head: ofRole('head'), supervisor: ofRole('supervisor') };
  return {
    findCase: async (id) => (await unreadCase(id))?.read() ?? null,
    findOrganisation: organisation,
    findAddressees: findAddressees({
      accounts: { findById: account, withRole: (organisationIds, role) => inRole[role](organisationIds) },
      organisations: {
        find: organisation,
        inRegions: allTogether(organisations.inRegions, ({ regionCode }) => regionCode),
      },
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

/** The rows of several keys each; who asks at the same time shares one query. */
function allTogether<Row>(
  read: (keys: readonly string[]) => Promise<Row[]>,
  keyOf: (row: Row) => string | null,
): (keys: readonly string[]) => Promise<Row[]> {
  const inTurn = inBatches(async (_all: string, asked: readonly (readonly string[])[]) => {
    const rows = await read([...new Set(asked.flat())]);
    return asked.map((keys) => rows.filter((row) => keys.includes(keyOf(row) ?? '')));
  });
  return (keys) => inTurn('', keys);
}
