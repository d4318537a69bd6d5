import type { Connection } from 'mongoose';
import {
  type BreakGlassGrantDocument,
  breakGlassGrantSchema,
} from '../../schemas/documents/break-glass-grant-document.ts';
import type { GrantsQuery } from '../../schemas/requests/case-access-requests.ts';
import { isDuplicateKey } from '../database/database-errors.ts';
import { olderThan, type PageRequest, type TimePlace } from '../database/list-place.ts';
import { newestFirst } from '../database/newest-first.ts';

export interface BreakGlassGrant extends Omit<BreakGlassGrantDocument, '_id'> {
  id: string;
}

export type BreakGlassStore = ReturnType<typeof createBreakGlassStore>;

/** The only reader and writer of cases that were opened in an emergency. Nothing is taken out of it. */
export function createBreakGlassStore(connection: Connection) {
  const grants = connection.model('BreakGlassGrant', breakGlassGrantSchema);

  /** Gives what is stored under this id: a repeat of the request gets the first one's hour. */
  async function insert({ id, ...rest }: BreakGlassGrant): Promise<BreakGlassGrant> {
    try {
      await grants.create([{ ...rest, _id: id }]);
      return { ...rest, id };
    } catch (error) {
      const stored = isDuplicateKey(error) ? await grants.findById(id).lean() : null;
      if (stored === null) throw error;
      return toGrant(stored);
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
      read: async ({ after, until }, wanted) => {
        const grantedAt = after === null ? { $lte: until } : { $gt: after, $lte: until };
        const documents = await grants
          .find({ $and: [{ organisationPath: organisationId, grantedAt }, olderThan('grantedAt', place)] })
          .sort({ grantedAt: -1, _id: -1 })
          .limit(wanted)
          .lean();
        return documents.map(toGrant);
      },
    });
  }

  async function createIndexes(): Promise<void> {
    await grants.createIndexes();
  }

  return { insert, page, createIndexes };
}

function toGrant({ _id, ...rest }: BreakGlassGrantDocument): BreakGlassGrant {
  return { ...rest, id: _id };
}
