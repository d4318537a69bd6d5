import type { OrganisationEditRequest } from '../../schemas/requests/staff-requests.ts';
import { isAdministered } from '../accounts/account-policy.ts';
import type { CaseRevisitStore } from '../cases/case-revisit-store.ts';
import { recordChanged } from '../database/record-changed.ts';
import { Fault } from '../domain/fault.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Actor } from '../domain/staff.ts';
import type { OrganisationStore } from './organisation-store.ts';

export interface EditOrganisationDependencies {
  organisations: OrganisationStore;
  revisitCases: CaseRevisitStore;
  now: () => Date;
}

/** What the days and the reminders of its cases depend on. */
const DECIDES_NOTICES = ['noticeHours', 'regionCode', 'legalFooting'] as const;

/**
 * An administrator changes an organisation; a second factor that is asked for is asked at the next login. Where the
 * change decides when its cases are due or told of, each of which somebody is still told is looked at again: nothing waits
 * for a day of before.
 * @throws Fault `organisation_not_found`, `number_pattern_taken`, `record_changed` where somebody changed it since the
 * version that was seen
 */
export function editOrganisation({ organisations, revisitCases, now }: EditOrganisationDependencies) {
  return async (
    actor: Actor,
    { id, version }: Pick<Organisation, 'id' | 'version'>,
    changes: OrganisationEditRequest,
  ): Promise<Organisation> => {
    const administered = await isAdministered(actor, { organisationId: id }, organisations);
    if (!administered) throw new Fault('organisation_not_found');
    const edited = await organisations.edit(id, version, changes);
    if (edited === null) throw recordChanged(await organisations.find(id), 'organisation_not_found');
    if (DECIDES_NOTICES.some((field) => changes[field] !== undefined)) {
      await revisitCases.ofOrganisation(id, now());
    }
    return edited;
  };
}
