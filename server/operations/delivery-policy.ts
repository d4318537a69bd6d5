import type { Actor } from '../domain/staff.ts';
import type { DeliveryFilter } from '../notices/standing-delivery-store.ts';

export interface DeliveryRight {
  /** The filter of every query of the ledger. */
  filter: DeliveryFilter;
  /** Whether it holds the text and the address: what an administrator runs is not what an administrator reads. */
  withText: boolean;
}

/**
 * What somebody sees of the ledger, and may decide on: an administrator of the instance every row without its text,
 * a head those of the organisation's cases and below; nobody else any (null).
 */
export function deliveryRight(actor: Actor): DeliveryRight | null {
  const { organisationId, roles, barredCaseIds = [] } = actor;
  if (organisationId === null)
    return roles.includes('administrator') ? { filter: {}, withText: false } : null;
  const filter = { organisationPath: organisationId, caseId: { $nin: barredCaseIds } };
  return roles.includes('head') ? { filter, withText: true } : null;
}
