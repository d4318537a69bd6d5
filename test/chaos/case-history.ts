import type { MediationCase } from '../../server/domain/case.ts';

/** A case as one write left it. */
export interface CaseVersion {
  subject: MediationCase;
  /** It may have been true from here on: the request for it went out. */
  from: number;
  /** It was true by here: the answer came, or it was seen. Not acknowledged: it was seen only. */
  by: number;
  acknowledged: boolean;
}

/** Everything that was written of a case, in order. */
export interface CaseHistory {
  caseId: string;
  versions: CaseVersion[];
}
