import type { DeliveryDocument } from '../../schemas/documents/delivery-document.ts';

/** A row of the ledger: one notice to one addressee by one channel. */
export interface Delivery extends Omit<DeliveryDocument, '_id' | 'digest'> {
  id: string;
  digest: string | null;
}

/** What a row is that was written when there was only mail to members of staff. */
const MAIL_TO_STAFF = { workerId: null, digest: null, sentAs: null, repeatable: false, claimId: null };

export function toDelivery({ _id, ...rest }: DeliveryDocument): Delivery {
  return { ...MAIL_TO_STAFF, ...rest, id: _id };
}

/** Where its texts are sealed. */
export const placeOf = ({ id, caseId }: Pick<Delivery, 'id' | 'caseId'>) => ({
  caseId,
  place: `deliveries/${id}`,
});
