import type { OrganisationEditRequest } from '../../schemas/requests/staff-requests.ts';
import { isAdministered } from '../accounts/account-policy.ts';
import { recordChanged } from '../database/record-changed.ts';
import { Fault } from '../domain/fault.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Actor } from '../domain/staff.ts';
import type { OrganisationStore } from './organisation-store.ts';

/** An administrator changes an organisation; a second factor that is asked for is asked at the next login. */
export function editOrganisation({ organisations }: { organisations: OrganisationStore }) {
  /** @throws Fault `record_changed` where somebody changed it since the version that was seen */
  return async (
    actor: Actor,
    { id, version }: Pick<Organisation, 'id' | 'version'>,
    changes: OrganisationEditRequest,
  ): Promise<Organisation> => {
    const administered = await isAdministered(actor, { organisationId: id }, organisations);
    if (!administered) throw new Fault('organisation_not_found');
    const edited = await organisations.edit(id, version, changes);
    if (edited === null) throw recordChanged(await organisations.find(id), 'organisation_not_found');
    return edited;
  };
}
