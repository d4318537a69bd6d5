import type { Account } from '../accounts/account-store.ts';
import type { Calendar } from '../domain/calendar.ts';
import { mayBeTexted } from '../domain/consent.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { ChannelName, ReminderSettings } from '../domain/reminder-settings.ts';
import type { CaseWorker } from '../domain/worker.ts';
import type { Desk, WorkingHours } from '../domain/working-hours.ts';
import type { Webhook } from '../webhooks/webhook-store.ts';

/** Whom one delivery is for. There is no kind for the other side of a dispute: nothing is ever sent to an employer. */
export type Addressee =
  | { kind: 'staff'; account: Account; organisation: Organisation }
  | { kind: 'worker'; worker: CaseWorker }
  | { kind: 'other-system'; webhook: Webhook }
  /** Nobody has the role that the notice is for: a person must see that it is told. */
  | { kind: 'nobody' };

/** The ways to reach somebody, in the order in which they are tried; at last a colleague telephones. */
export function channelsTo(addressee: Addressee, { channels }: ReminderSettings): ChannelName[] {
  switch (addressee.kind) {
    case 'staff':
      return [...channels.staff, 'telephone'];
    case 'worker':
      return mayBeTexted(addressee.worker) ? [...channels.worker, 'telephone'] : ['telephone'];
    case 'other-system':
      return ['webhook'];
    case 'nobody':
      return ['telephone'];
  }
}

/** Where the case is dealt with. */
export interface Office {
  organisation: Organisation;
  calendar: Calendar;
}

const ALWAYS: WorkingHours = { fromHour: 0, untilHour: 24, everyDay: true };

/** When a channel may be used for an addressee. A call is made by the office that has the case, in its own hours. */
export function deskFor(channel: ChannelName, addressee: Addressee, office: Office): Desk {
  const { calendar, organisation } = office;
  if (addressee.kind === 'other-system') {
    return { hours: ALWAYS, calendar, regionCode: organisation.regionCode };
  }
  if (channel !== 'telephone' && addressee.kind === 'worker') {
    const hours = addressee.worker.contact.safeHours ?? organisation.reminderSettings.workerHours;
    return { hours: { ...hours, everyDay: true }, calendar, regionCode: organisation.regionCode };
  }
  const desk = channel !== 'telephone' && addressee.kind === 'staff' ? addressee.organisation : organisation;
  return { hours: desk.noticeHours, calendar, regionCode: desk.regionCode };
}
