import { Fault } from '../domain/fault.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Actor, StaffRole } from '../domain/staff.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';

/** Who decides how long an organisation keeps its cases, and who sees what will go. */
const RIGHTS = {
  set: ['head', 'administrator'],
  read: ['head', 'administrator', 'archivist'],
} as const satisfies Record<string, readonly StaffRole[]>;

interface Asked {
  organisationId: string;
  to: keyof typeof RIGHTS;
}

/**
 * The organisation, for those who may erase all of its cases: its head and administrator and those above; an archivist
 * reads their own. An administrator of the instance has no organisation, erases nothing and lets nothing be erased.
 * @throws Fault `not_permitted`, `organisation_not_found`
 */
export async function organisationToRetain(
  { roles, organisationId: own }: Actor,
  { organisationId, to }: Asked,
  organisations: Pick<OrganisationStore, 'find'>,
): Promise<Organisation> {
  const rights = RIGHTS[to].filter((role) => roles.includes(role));
  if (rights.length === 0 || own === null) {
    throw new Fault('not_permitted', { params: { needed: RIGHTS[to].join(', ') } });
  }
  const organisation = await organisations.find(organisationId);
  const isAbove = rights.some((role) => role !== 'archivist') && organisation?.path.includes(own);
  if (organisation === null || !(isAbove || own === organisationId)) {
    throw new Fault('organisation_not_found');
  }
  return organisation;
}
