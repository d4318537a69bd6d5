import DataLoader from 'dataloader';
import type { Account, AccountStore } from '../accounts/account-store.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { StaffRole } from '../domain/staff.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { WebhookStore } from '../webhooks/webhook-store.ts';
import type { AddresseeSources } from './find-addressees.ts';

export interface AskTogetherDependencies {
  accounts: Pick<AccountStore, 'withIds' | 'withRole'>;
  organisations: Pick<OrganisationStore, 'withIds' | 'inRegions'>;
  webhooks: Pick<WebhookStore, 'ofOrganisations'>;
}

/**
 * The people and organisations of one piece of work on many cases, which name the same ones over and over: what is
 * asked for at the same time is one query, and nothing is asked for twice. It lasts as long as that piece of work, so
 * that no answer is older.
 */
export function askTogether(stores: AskTogetherDependencies): AddresseeSources {
  const { accounts, organisations, webhooks } = stores;
  const account = loadOne(accounts.withIds, ({ id }) => id);
  const organisation = loadOne(organisations.withIds, ({ id }) => id);
  const inRegion = loadMany<Organisation>(organisations.inRegions, ({ regionCode }) => regionCode);
  const webhook = loadOne(webhooks.ofOrganisations, ({ organisationId }) => organisationId);
  const inRole = new Map<StaffRole, (organisationId: string) => Promise<Account[]>>();

  function withRole(role: StaffRole): (organisationId: string) => Promise<Account[]> {
    const known = inRole.get(role);
    if (known !== undefined) return known;
    const load = loadMany<Account>(
      (ids) => accounts.withRole(ids, role),
      ({ organisationId }) => organisationId,
    );
    inRole.set(role, load);
    return load;
  }

  return {
    accounts: { findById: account, withRole: (ids, role) => flat(ids, withRole(role)) },
    organisations: { find: organisation, inRegions: (codes) => flat(codes, inRegion) },
    webhooks: { find: webhook },
  };
}

type Read<Row> = (keys: readonly string[]) => Promise<Row[]>;

function loadOne<Row>(read: Read<Row>, keyOf: (row: Row) => string): (key: string) => Promise<Row | null> {
  const loader = new DataLoader<string, Row | null>(async (keys) => {
    const rows = new Map((await read(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => rows.get(key) ?? null);
  });
  return (key) => loader.load(key);
}

function loadMany<Row>(read: Read<Row>, keyOf: (row: Row) => string | null): (key: string) => Promise<Row[]> {
  const loader = new DataLoader<string, Row[]>(async (keys) => {
    const rows = await read(keys);
    return keys.map((key) => rows.filter((row) => keyOf(row) === key));
  });
  return (key) => loader.load(key);
}

async function flat<Row>(keys: readonly string[], load: (key: string) => Promise<Row[]>): Promise<Row[]> {
  return (await Promise.all(keys.map(load))).flat();
}
