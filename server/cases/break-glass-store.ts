import type { Connection } from 'mongoose';
import {
  type BreakGlassGrantDocument,
  breakGlassGrantSchema,
  GRANTED_INDEX,
} from '../../schemas/documents/break-glass-grant-document.ts';
import type { GrantsQuery } from '../../schemas/requests/case-access-requests.ts';
import { isDuplicateKey } from '../database/database-errors.ts';
import { olderThan, type PageRequest, type TimePlace } from '../database/list-place.ts';
import { newestFirst } from '../database/newest-first.ts';
import { withinWindow } from '../database/oldest-first.ts';
import type { SealedTexts } from '../personal-data/sealed-texts.ts';

export interface BreakGlassGrant extends Omit<BreakGlassGrantDocument, '_id'> {
  id: string;
}

export interface BreakGlassStoreDependencies {
  connection: Connection;
  sealedTexts: SealedTexts;
}

export type BreakGlassStore = ReturnType<typeof createBreakGlassStore>;

/**
 * The only reader and writer of cases that were opened in an emergency. Nothing is taken out of it. A reason may speak of
 * people, and is sealed with the key of its case.
 */
export function createBreakGlassStore({ connection, sealedTexts }: BreakGlassStoreDependencies) {
  const grants = connection.model('BreakGlassGrant', breakGlassGrantSchema);

  /** Gives what is stored under this id: a repeat of the request gets the first one's hour. */
  async function insert({ id, ...rest }: BreakGlassGrant): Promise<BreakGlassGrant> {
    const { reason } = await sealedTexts.seal({ reason: rest.reason }, placeOf({ id, caseId: rest.caseId }));
    try {
      await grants.create([{ ...rest, reason: reason ?? '', _id: id }]);
      return { ...rest, id };
    } catch (error) {
      const stored = isDuplicateKey(error) ? await grants.findById(id).lean() : null;
      if (stored === null) throw error;
      return opened(stored);
    }
  }

  /** Of an organisation and all below it, the newest first. */
  function page(
    organisationId: string,
    { limit, after: place }: PageRequest<GrantsQuery, TimePlace>,
    now: Date,
  ): Promise<BreakGlassGrant[]> {
    return newestFirst<BreakGlassGrant>({
      until: place?.at ?? now,
      limit,
      read: async (window, wanted) => {
        const grantedAt = withinWindow(window);
        const documents = await grants
          .find({ $and: [{ organisationPath: organisationId, grantedAt }, olderThan('grantedAt', place)] })
          .hint(GRANTED_INDEX)
          .sort({ grantedAt: -1, _id: -1 })
          .limit(wanted)
          .lean();
        return Promise.all(documents.map(opened));
      },
    });
  }

  /** In clear as it was stored before reasons were sealed; empty where its case is erased. */
  async function opened({ _id: id, ...rest }: BreakGlassGrantDocument): Promise<BreakGlassGrant> {
    const { reason } = await sealedTexts.open({ reason: rest.reason }, placeOf({ id, caseId: rest.caseId }));
    return { ...rest, id, reason: reason ?? '' };
  }

  async function createIndexes(): Promise<void> {
    await grants.createIndexes();
  }

  return { insert, page, createIndexes };
}

/** Where its reason is sealed. */
const placeOf = ({ id, caseId }: Pick<BreakGlassGrant, 'id' | 'caseId'>) => ({
  caseId,
  place: `breakGlassGrants/${id}`,
});
