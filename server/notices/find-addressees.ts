import type { Account, AccountStore } from '../accounts/account-store.ts';
import type { MediationCase } from '../domain/case.ts';
import { isBarred } from '../domain/case-bar.ts';
import { regionAndAbove } from '../domain/place.ts';
import type { Audience } from '../domain/reminders.ts';
import { isConcerned } from '../domain/worker.ts';
import { workersToTell } from '../domain/workers-to-tell.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import type { WebhookStore } from '../webhooks/webhook-store.ts';
import type { Addressee } from './addressee.ts';

export type FindAddressees = (subject: MediationCase, audience: Audience) => Promise<Addressee[]>;

/** What it asks the stores. */
export interface AddresseeSources {
  accounts: Pick<AccountStore, 'findById'> & {
    withRole: (organisationIds: readonly string[], role: 'head' | 'supervisor') => Promise<Account[]>;
  };
  organisations: Pick<OrganisationStore, 'find' | 'inRegions'>;
  webhooks: Pick<WebhookStore, 'find'>;
}

/**
 * The people behind an audience. Where there is nobody in the role asked for, the next one who answers for the
 * case is told: no mediator, or one who has left or works as one no more → the head; no supervisor above → the head.
 */
export function findAddressees({ accounts, organisations, webhooks }: AddresseeSources): FindAddressees {
  async function inRole(
    organisationIds: readonly string[],
    role: 'head' | 'supervisor',
  ): Promise<Addressee[]> {
    const found = await accounts.withRole(organisationIds, role);
    return withOrganisations(found);
  }

  async function withOrganisations(found: readonly Account[]): Promise<Addressee[]> {
    const pairs = await Promise.all(
      found.map(async (account) => {
        const organisation =
          account.organisationId === null ? null : await organisations.find(account.organisationId);
        return organisation === null ? [] : [{ kind: 'staff' as const, account, organisation }];
      }),
    );
    return pairs.flat();
  }

  async function supervisors({ organisationPath }: MediationCase): Promise<Addressee[]> {
    for (const above of organisationPath.slice(1)) {
      const found = await inRole([above], 'supervisor');
      if (found.length > 0) return found;
    }
    return [];
  }

  /** The heads of the union nearest to a place: of its county, else its city, else its province. */
  async function unionOf(regionCode: string, { organisationPath }: MediationCase): Promise<Addressee[]> {
    for (const code of regionAndAbove(regionCode)) {
      const there = (await organisations.inRegions([code])).filter(
        ({ id }) => !organisationPath.includes(id),
      );
      const found = await inRole(
        there.map(({ id }) => id),
        'head',
      );
      if (found.length > 0) return found;
    }
    return [];
  }

  async function inAudience(subject: MediationCase, audience: Audience): Promise<Addressee[]> {
    const heads = () => inRole([subject.organisationId], 'head');
    const overseers = () => [heads(), supervisors(subject)];
    switch (audience.role) {
      case 'mediator': {
        const mediator = subject.mediatorId === null ? null : await accounts.findById(subject.mediatorId);
        return mediator !== null && mayMediate(mediator, subject) ? withOrganisations([mediator]) : heads();
      }
      case 'head':
        return heads();
      case 'supervisor': {
        const found = await supervisors(subject);
        return found.length > 0 ? found : heads();
      }
      case 'worker':
        return workersToTell(subject, audience).map((worker) => ({ kind: 'worker', worker }));
      case 'accounts': {
        const found = await Promise.all(audience.accountIds.map((id) => accounts.findById(id)));
        return withOrganisations(
          found.flatMap((one) => (one !== null && answersFor(one, subject) ? [one] : [])),
        );
      }
      case 'told-workers':
        return subject.workers
          .filter((worker) => isConcerned(worker) && audience.workerIds.includes(worker.id))
          .map((worker) => ({ kind: 'worker', worker }));
      case 'root-supervisor':
        return inRole(subject.organisationPath.slice(-1), 'supervisor');
      case 'other-system': {
        const webhook = await webhooks.find(subject.organisationId);
        return webhook === null ? [] : [{ kind: 'other-system', webhook }];
      }
      case 'union-of-region':
        return unionOf(audience.regionCode, subject);
      case 'overseers':
        return eachOnce(await Promise.all(overseers()));
      case 'warning-circle':
        return eachOnce(
          await Promise.all([
            ...overseers(),
            ...audience.regionCodes.map((code) => unionOf(code, subject)),
            inRole(audience.organisationIds, 'head'),
          ]),
        );
    }
  }

  // Whoever is kept from a case is told nothing of it, whatever their role.
  return async (subject, audience) =>
    (await inAudience(subject, audience)).filter(
      (one) => one.kind !== 'staff' || !isBarred(subject, one.account.id),
    );
}

function mayMediate({ lock, organisationId, roles }: Account, subject: MediationCase): boolean {
  return lock === null && organisationId === subject.organisationId && roles.includes('mediator');
}

/** One of those who are reminded of a case: its mediator, a head of its organisation, a supervisor above. */
function answersFor(account: Account, subject: MediationCase): boolean {
  const { id, lock, organisationId, roles } = account;
  if (lock !== null || organisationId === null) return false;
  return (
    (id === subject.mediatorId && mayMediate(account, subject)) ||
    (organisationId === subject.organisationId && roles.includes('head')) ||
    (subject.organisationPath.slice(1).includes(organisationId) && roles.includes('supervisor'))
  );
}

const idOf = (one: Addressee) => (one.kind === 'staff' ? one.account.id : one.kind);

/** Who belongs to a circle in two ways is told once. */
function eachOnce(groups: readonly Addressee[][]): Addressee[] {
  return [...new Map(groups.flat().map((one) => [idOf(one), one])).values()];
}
