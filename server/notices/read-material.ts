import type { Calendar } from '../domain/calendar.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import { isOfSameDeadline, noticesDue, noticesOf, reminderKeyStart } from '../domain/notices.ts';
import { organisationOf } from '../organisations/organisation-of.ts';
import { addresseeOfRow } from './addressee-of-row.ts';
import type { Delivery } from './delivery.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { MaterialSources } from './material-sources.ts';
import type { DeliveryMaterial } from './notice-channel.ts';
import { noticeContext } from './notice-context.ts';

export interface MaterialDependencies {
  material: MaterialSources;
  deliveries: Pick<DeliveryStore, 'isOvertaken'>;
  calendar: Calendar;
}

const MOVED_ON = 'no longer true when its turn came';
const OVERTAKEN = 'a newer reminder of the same deadline is due to the same addressee';

/** The notice is told to others now, or to nobody; the sweep finds out to whom. */
export const ADDRESSED_ANEW = 'no longer for this addressee when its turn came';

export type WhyNotSent = typeof MOVED_ON | typeof OVERTAKEN | typeof ADDRESSED_ANEW;

/** The notice of a row, its case and its addressee, read again; or why it is not to be sent any more. */
export async function readMaterial(
  delivery: Delivery,
  at: Date,
  { material, deliveries, calendar }: MaterialDependencies,
): Promise<DeliveryMaterial | WhyNotSent> {
  const subject = await material.findCase(delivery.caseId);
  if (subject === null) return MOVED_ON;
  const organisation = await organisationOf(subject, { find: material.findOrganisation });
  const notices = noticesOf(subject, noticeContext(subject, organisation, calendar));
  // A row is written when its notice is due: a clock that was set back since then must not make it too early.
  const dueBy = new Date(Math.max(at.getTime(), delivery.nextAttemptAt.getTime()));
  const due = noticesDue(notices, dueBy);
  const notice = notices.find(({ key }) => key === delivery.noticeKey);
  if (notice === undefined || notice.at > dueBy) return MOVED_ON;
  if (!due.includes(notice)) return notice.kind === 'deadline-reminder' ? OVERTAKEN : MOVED_ON;
  // The heads stand in for a mediator or supervisor that there is not: one person, two roles, one reminder.
  if (notice.kind === 'deadline-reminder' && due.some((other) => isOfSameDeadline(other, notice))) {
    if (await deliveries.isOvertaken(delivery, reminderKeyStart(notice))) return OVERTAKEN;
  }
  const addressee = addresseeOfRow(delivery, await material.findAddressees(subject, notice.to));
  if (addressee === null) return ADDRESSED_ANEW;
  return { notice, subject, organisation, addressee, calendar, today: legalDayOf(at) };
}
