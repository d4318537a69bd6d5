import type { RetentionRuleRequest } from '../../schemas/requests/retention-requests.ts';
import { Fault } from '../domain/fault.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Actor } from '../domain/staff.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { organisationToRetain } from './retention-policy.ts';

export interface SetRetentionDependencies {
  organisations: OrganisationStore;
  now: () => Date;
}

/** Sets how long an organisation keeps the personal data of its ended cases, from today or a later day on. */
export function setRetention({ organisations, now }: SetRetentionDependencies) {
  return async (
    actor: Actor,
    { organisationId, rule }: { organisationId: string; rule: RetentionRuleRequest },
  ): Promise<Organisation> => {
    await organisationToRetain(actor, { organisationId, to: 'set' }, organisations);
    const today = legalDayOf(now());
    if (rule.fromOn < today) {
      throw new Fault('rules_in_past', { pointer: '/fromOn', params: { day: rule.fromOn, today } });
    }
    const setBy = actor.accountId;
    const organisation = await organisations.addRetentionRule(organisationId, { ...rule, setBy });
    if (organisation === null) throw new Fault('organisation_not_found');
    return organisation;
  };
}
