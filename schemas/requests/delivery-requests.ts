import { z } from 'zod';
import { pageCursor, pageLimit, shortText } from './fields.ts';

export const caseDeliveriesQuery = z.strictObject({
  limit: pageLimit,
  cursor: pageCursor.optional(),
});
export type CaseDeliveriesQuery = z.infer<typeof caseDeliveriesQuery>;

export const deliveryListQuery = caseDeliveriesQuery.safeExtend({
  state: z.enum(['held', 'failed', 'due']),
});
export type DeliveryListQuery = z.infer<typeof deliveryListQuery>;

/** Sending again what is in doubt needs a person who has asked the addressee. */
export const deliveryRetryRequest = z.strictObject({ confirmedNotReceived: z.literal(true).optional() });
export type DeliveryRetryRequest = z.infer<typeof deliveryRetryRequest>;

/** What a person found out of a notice in doubt, or decided of one that cannot be delivered. */
export const deliveryResolveRequest = z.strictObject({
  resolution: z.enum(['received', 'given-up']),
  note: shortText,
});
export type DeliveryResolveRequest = z.infer<typeof deliveryResolveRequest>;
