import type { Request, RequestHandler } from 'express';
import type { z } from 'zod';
import type { PageRequest } from '../database/list-place.ts';
import type { Actor } from '../domain/staff.ts';
import type { Authenticate } from './authenticate.ts';
import { linkToNext } from './link-to-next.ts';
import type { ListCursors } from './list-cursors.ts';
import { parseInput } from './parse-input.ts';

export interface PagedDependencies {
  authenticate: Authenticate;
  listCursors: ListCursors;
}

/** What a list is asked for by, and what tells a place in it. */
export interface PagedList<Query, Place> {
  query: z.ZodType<Query>;
  place: z.ZodType<Place>;
}

/** Answers a page; `next` is the place where it ends, and left out where the answer has no pages. */
export type ShowPage<Query, Place, Params extends Request['params']> = (
  request: Request<Params>,
  asked: { actor: Actor; query: PageRequest<Query, Place> },
) => Promise<Record<string, unknown> & { next?: Place | null }>;

interface PagedQuery {
  limit: number;
  cursor?: string | null | undefined;
}

export type Paged = <Query extends PagedQuery, Place, Params extends Request['params']>(
  list: PagedList<Query, Place>,
  show: ShowPage<Query, Place, Params>,
) => RequestHandler<Params>;

/** Makes a route that shows a list page by page: its cursors go on with this list for this person, and nowhere else. */
export function paged({ authenticate, listCursors }: PagedDependencies): Paged {
  return (list, show) => async (request, response) => {
    const actor = await authenticate(request);
    const { cursor = null, ...query } = parseInput(list.query, request.query);
    const { limit: _, ...filters } = query;
    const [path = ''] = request.originalUrl.split('?', 1);
    const asked = { accountId: actor.accountId, path, filters };
    const after = cursor === null ? null : list.place.parse(listCursors.open(asked, cursor));
    const { next, ...page } = await show(request, { actor, query: { ...query, after } });
    if (next === undefined) {
      response.json(page);
      return;
    }
    const nextCursor = next === null ? null : listCursors.seal(asked, next);
    response.set(linkToNext(request, nextCursor)).json({ ...page, nextCursor });
  };
}
