import type { OrganisationEditRequest } from '../../schemas/requests/staff-requests.ts';
import { isAdministered } from '../accounts/account-policy.ts';
import { Fault } from '../domain/fault.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Actor } from '../domain/staff.ts';
import type { OrganisationStore } from './organisation-store.ts';

/** An administrator changes an organisation; a second factor that is asked for is asked at the next login. */
export function editOrganisation({ organisations }: { organisations: OrganisationStore }) {
  return async (actor: Actor, id: string, changes: OrganisationEditRequest): Promise<Organisation> => {
    const administered = await isAdministered(actor, { organisationId: id }, organisations);
    const edited = administered ? await organisations.edit(id, changes) : null;
    if (edited === null) throw new Fault('organisation_not_found');
    return edited;
  };
}
