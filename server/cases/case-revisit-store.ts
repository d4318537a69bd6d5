import type { Connection } from 'mongoose';
import { caseSchema } from '../../schemas/documents/case-document.ts';

export type CaseRevisitStore = ReturnType<typeof createCaseRevisitStore>;

/** Lets the sweep look at cases again, because something outside them that decides their notices has changed. */
export function createCaseRevisitStore(connection: Connection) {
  const cases = connection.model('Case', caseSchema);

  async function ofOrganisation(organisationId: string, at: Date): Promise<void> {
    const own = { organisationPath: organisationId, organisationId };
    await cases.updateMany(own, { $set: { nextNoticeAt: at } });
  }

  return { ofOrganisation };
}
