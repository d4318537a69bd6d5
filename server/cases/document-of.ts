import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import type { MediationCase } from '../domain/case.ts';
import { byNumber } from '../domain/case-listing.ts';
import type { CaseMarks } from '../domain/case-marks.ts';
import { caseNumberKey } from '../domain/case-number-key.ts';
import type { SearchTokens } from '../search/search-tokens.ts';

/** A case with what queries need beside it. */
export type MarkedCase = MediationCase & CaseMarks & Pick<CaseDocument, 'lookupCodeHash' | 'employerCheckAt'>;

/** A case as it is stored, still clear: by its number, too, it is found and sorted. */
export function documentOf({ id, ...rest }: MarkedCase, searchTokens: SearchTokens): CaseDocument {
  return {
    ...rest,
    _id: id,
    numberKey: caseNumberKey(rest.number),
    dataKey: null,
    searchTokens: searchTokens.tokensOf(rest),
    ...byNumber(rest.listKeys, { number: rest.number, id }),
  };
}
