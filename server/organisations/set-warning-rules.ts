import type { WarningRulesRequest } from '../../schemas/requests/warning-requests.ts';
import { isAdministered } from '../accounts/account-policy.ts';
import { Fault } from '../domain/fault.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Actor } from '../domain/staff.ts';
import type { OrganisationStore } from './organisation-store.ts';

export interface SetWarningRulesDependencies {
  organisations: OrganisationStore;
  now: () => Date;
}

/** An administrator sets an organisation's numbers for early warnings, from today or a later day on. */
export function setWarningRules({ organisations, now }: SetWarningRulesDependencies) {
  return async (
    actor: Actor,
    { organisationId, rules }: { organisationId: string; rules: WarningRulesRequest },
  ): Promise<Organisation> => {
    if (!(await isAdministered(actor, { organisationId }, organisations))) {
      throw new Fault('organisation_not_found');
    }
    const today = legalDayOf(now());
    if (rules.fromOn < today) {
      throw new Fault('rules_in_past', { pointer: '/fromOn', params: { day: rules.fromOn, today } });
    }
    const organisation = await organisations.setWarningRules(organisationId, rules);
    if (organisation === null) throw new Fault('organisation_not_found');
    return organisation;
  };
}
