import type { MediationCase } from '../domain/case.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { OrganisationStore } from './organisation-store.ts';

/** The organisation that has a case. @throws Error when there is none: the case is then not to be dealt with by rote */
export async function organisationOf(
  { id, organisationId }: Pick<MediationCase, 'id' | 'organisationId'>,
  { find }: Pick<OrganisationStore, 'find'>,
): Promise<Organisation> {
  const organisation = await find(organisationId);
  if (organisation === null) throw new Error(`Case ${id} names an organisation that does not exist.`);
  return organisation;
}
