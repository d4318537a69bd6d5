import type { Connection } from 'mongoose';
import {
  type OrganisationDocument,
  organisationSchema,
} from '../../schemas/documents/organisation-document.ts';
import { isDuplicateKey } from '../database/database-errors.ts';
import { shareReads } from '../database/share-reads.ts';
import { Fault } from '../domain/fault.ts';
import type { Organisation } from '../domain/organisation.ts';

export type OrganisationStore = ReturnType<typeof createOrganisationStore>;

/** The only reader and writer of organisations. */
export function createOrganisationStore(connection: Connection) {
  const organisations = connection.model('Organisation', organisationSchema);

  /** @throws Fault `number_pattern_taken` */
  async function insert({ id, ...rest }: Organisation): Promise<void> {
    try {
      await organisations.create([{ ...rest, _id: id }]);
    } catch (error) {
      if (isDuplicateKey(error)) throw new Fault('number_pattern_taken', { pointer: '/caseNumberPattern' });
      throw error;
    }
  }

  /** Nearly all that happens asks for the same few; those who ask at the same time share the read. */
  const find = shareReads(async (id: string): Promise<Organisation | null> => {
    const document = await organisations.findById(id).lean();
    return document === null ? null : toOrganisation(document);
  });

  async function list(): Promise<Organisation[]> {
    return (await organisations.find().limit(1000).lean()).map(toOrganisation);
  }

  async function inRegions(regionCodes: readonly string[]): Promise<Organisation[]> {
    return (await organisations.find({ regionCode: { $in: regionCodes } }).lean()).map(toOrganisation);
  }

  async function createIndexes(): Promise<void> {
    await organisations.createIndexes();
  }

  return { insert, find, list, inRegions, createIndexes };
}

function toOrganisation({ _id, ...rest }: OrganisationDocument): Organisation {
  return { ...rest, id: _id };
}
