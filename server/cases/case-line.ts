import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import type { MediationCase } from '../domain/case.ts';
import { type CaseListing, crossRegionBy } from '../domain/case-listing.ts';
import type { WarningGrade } from '../domain/warning-grade.ts';

/** A case as lists and searches show it. */
export interface CaseLine
  extends Pick<
      MediationCase,
      'id' | 'number' | 'state' | 'organisationId' | 'receivedOn' | 'registeredAt' | 'mediatorId'
    >,
    Pick<CaseListing, 'nextDueOn' | 'workersConcerned'> {
  crossRegion: boolean | null;
  warningGrade: WarningGrade | null;
}

/** What a line is made of, as a projection: nothing that is sealed, and a tenth of a case. */
export const LINE_FIELDS = {
  number: 1,
  state: 1,
  organisationId: 1,
  receivedOn: 1,
  registeredAt: 1,
  mediatorId: 1,
  listKeys: 1,
  workersConcerned: 1,
  nextDueOn: 1,
  warningGrade: 1,
} as const;

/** The marks of a case tell what is derived from it, so that it need not be opened. */
export function lineOf(document: Pick<CaseDocument, '_id' | keyof typeof LINE_FIELDS>): CaseLine {
  const { number, state, organisationId, receivedOn, registeredAt, mediatorId } = document;
  const { listKeys, workersConcerned, nextDueOn, warningGrade } = document;
  return {
    id: document['_id'],
    number,
    state,
    organisationId,
    receivedOn,
    registeredAt,
    crossRegion: crossRegionBy(listKeys),
    workersConcerned,
    mediatorId,
    nextDueOn,
    warningGrade,
  };
}
