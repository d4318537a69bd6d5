import type { Connection } from 'mongoose';
import { caseSchema } from '../../schemas/documents/case-document.ts';
import { dueOrder, listKey, placeInList } from '../domain/case-listing.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import type { DueCase } from './case-store.ts';

export type CaseRevisitStore = ReturnType<typeof createCaseRevisitStore>;

/** Decides from outside a case when the sweep looks at it again. */
export function createCaseRevisitStore(connection: Connection) {
  const cases = connection.model('Case', caseSchema);

  /** All of an organisation, because something that decides their notices has changed. */
  async function ofOrganisation(organisationId: string, at: Date): Promise<void> {
    const own = { organisationPath: organisationId, organisationId };
    await cases.updateMany(own, { $set: { nextNoticeAt: at } });
  }

  /** Some, because their notices may be for other people than those who were to be told. */
  async function soon(ids: readonly string[], at: Date): Promise<void> {
    if (ids.length === 0) return;
    await cases.updateMany({ _id: { $in: ids }, erasure: null }, { $set: { nextNoticeAt: at } });
  }

  /** Puts one off, unless it has been changed since the sweep found it. */
  async function putOff(
    { id, nextNoticeAt }: Pick<DueCase, 'id' | 'nextNoticeAt'>,
    until: Date,
  ): Promise<void> {
    await cases.updateOne({ _id: id, nextNoticeAt }, { $set: { nextNoticeAt: until } });
  }

  /**
   * Those of an organisation that are overdue: what is due no more since a day has passed, the sweep takes from the
   * list.
   */
  async function overdueOf(organisationId: string, at: Date): Promise<void> {
    const list = listKey.held(organisationId);
    const $gte = placeInList(list, 0);
    const $lt = placeInList(list, dueOrder(legalDayOf(at)));
    await cases.updateMany({ duePlaces: { $elemMatch: { $gte, $lt } } }, { $set: { nextNoticeAt: at } });
  }

  /** Those that were stored before they had their places in lists, which the sweep gives them. */
  async function unlisted(at: Date): Promise<void> {
    await cases.updateMany({ duePlaces: null }, { $set: { nextNoticeAt: at } });
  }

  /** Those of an organisation that were stored before it was marked when they ended; the sweep marks them. */
  async function unmarkedOf(organisationId: string, at: Date): Promise<void> {
    await cases.updateMany({ organisationId, endedOn: null }, { $set: { nextNoticeAt: at } });
  }

  return { ofOrganisation, soon, overdueOf, putOff, unlisted, unmarkedOf };
}
