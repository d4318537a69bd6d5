import type { Connection } from 'mongoose';
import { caseSchema, ENDED_INDEX } from '../../schemas/documents/case-document.ts';
import { againOnConflict } from '../database/again-on-conflict.ts';
import { NOT_ENDED } from '../domain/case-marks.ts';
import type { DueCase } from './case-store.ts';

const BATCH = 500;

export type CaseRevisitStore = ReturnType<typeof createCaseRevisitStore>;

/** Decides from outside a case when the sweep looks at it again. */
export function createCaseRevisitStore(connection: Connection) {
  const cases = connection.model('Case', caseSchema);

  /**
   * All of an organisation of which somebody is still told something, because what decides their notices has changed:
   * those that are open, and those that ended beside others who go on. Some at a time, so that nobody who writes to one
   * of them waits for all.
   */
  async function ofOrganisation(organisationId: string, at: Date): Promise<void> {
    const isOpen = { endedOn: { $in: [NOT_ENDED, null] } };
    const isWaiting = { nextNoticeAt: { $gt: new Date(0) } };
    const told = { organisationId, $or: [isOpen, isWaiting] };
    const found = await cases.find(told, { _id: 1 }).hint(ENDED_INDEX).lean();
    for (let from = 0; from < found.length; from += BATCH) {
      const some = found.slice(from, from + BATCH);
      const ids = some.map(({ _id }) => _id);
      await againOnConflict(() => soon(ids, at));
    }
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

  /** Those that were stored before they had their places in lists, which the sweep gives them. */
  async function unlisted(at: Date): Promise<void> {
    await cases.updateMany({ duePlaces: null }, { $set: { nextNoticeAt: at } });
  }

  /** Those of an organisation that were stored before it was marked when they ended; the sweep marks them. */
  async function unmarkedOf(organisationId: string, at: Date): Promise<void> {
    await cases.updateMany({ organisationId, endedOn: null }, { $set: { nextNoticeAt: at } });
  }

  return { ofOrganisation, soon, putOff, unlisted, unmarkedOf };
}
