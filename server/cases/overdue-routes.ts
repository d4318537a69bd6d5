import { Router } from 'express';
import { overdueQuery } from '../../schemas/requests/overdue-query.ts';
import { orderPlace } from '../database/page-in-order.ts';
import { noteForAudit } from '../http/audit-note.ts';
import type { Paged } from '../http/paged.ts';
import type { readOverdue } from './read-overdue.ts';

export interface OverdueRoutesDependencies {
  paged: Paged;
  readOverdue: ReturnType<typeof readOverdue>;
}

/** /api/v1/overdue: what heads and supervisors see of the cases in which something is late. */
export function overdueRoutes({ paged, readOverdue }: OverdueRoutesDependencies): Router {
  const router = Router();

  router.get(
    '/',
    paged({ query: overdueQuery, place: orderPlace }, async (request, { actor, query }) => {
      const page = await readOverdue(actor, query);
      noteForAudit(request, { caseIds: [...page.cases.map(({ caseId }) => caseId), ...page.unreadable] });
      return page;
    }),
  );

  return router;
}
