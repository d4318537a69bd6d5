import type { WarningRulesRequest } from '../../schemas/requests/warning-requests.ts';
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
    if (!actor.roles.includes('administrator')) {
      throw new Fault('not_permitted', { params: { needed: 'administrator' } });
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
