import type { OrganisationsQuery } from '../../schemas/requests/staff-requests.ts';
import { type PageRequest, placeBehind } from '../database/list-place.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Actor } from '../domain/staff.ts';
import { decidesOn } from './organisation-policy.ts';
import type { OrganisationStore } from './organisation-store.ts';

/** What every member of staff may know of any organisation: who it is, where, and how to reach it. */
type OrganisationFace = Pick<Organisation, 'id' | 'name' | 'parentId' | 'path' | 'regionCode' | 'phone'>;

/** Lists the organisations: with their settings to those who decide them, to all others so that they can be named and called. */
export function readOrganisations({ organisations }: { organisations: OrganisationStore }) {
  return async (actor: Actor, { limit, after }: PageRequest<OrganisationsQuery, string>) => {
    const found = await organisations.page({ limit, after });
    return {
      organisations: found.map((one) => (decidesOn(actor, one) ? one : faceOf(one))),
      next: placeBehind(found, limit, ({ id }) => id),
    };
  };
}

function faceOf({ id, name, parentId, path, regionCode, phone }: Organisation): OrganisationFace {
  return { id, name, parentId, path, regionCode, phone };
}
