import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import type { MediationCase } from '../domain/case.ts';
import type { CaseWorker } from '../domain/worker.ts';

/** The record of an opened case, without what is stored beside it for queries. */
export function recordOf(document: CaseDocument): MediationCase {
  const {
    _id,
    dataKey,
    searchTokens,
    lookupCodeHash,
    numberKey,
    nextNoticeAt,
    warningGrade,
    warnedAt,
    employerCheckAt,
    listKeys,
    registeredOrder,
    dueOrder,
    numberOrder,
    registeredPlaces,
    duePlaces,
    numberPlaces,
    nextDueOn,
    workersConcerned,
    endedOn,
    clearingSince,
    ...rest
  } = document;
  const workers = rest.workers.map((worker) => ({ ...NOT_ASKED, ...worker }));
  return { ...UNBARRED, ...rest, workers, id: _id };
}

/** What was stored before anybody was kept from a case, or asked how to be reached: a person telephones. */
const UNBARRED: Pick<MediationCase, 'bars'> = { bars: [] };
const NOT_ASKED: Pick<CaseWorker, 'contact'> = { contact: { by: 'call', safeHours: null } };
