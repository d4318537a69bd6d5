import { type Request, Router } from 'express';
import { answerPage, type FaultyForm } from '../http/answer-page.ts';
import type { Status } from '../status-page/show-status.ts';
import { guardedStatus, type StatusRoutesDependencies } from '../status-page/status-routes.ts';
import { templates } from './templates.ts';

/** What the page shows beside its forms. */
interface FrontPage extends Partial<FaultyForm> {
  statuses?: Status[];
  /** Where a one-time code was asked for: the form for it is shown. */
  requestId?: string;
  /** A script puts into the form what a receipt's QR code carries. */
  fillsForm?: true;
}

/** `/`: where a worker looks a case up, with number and code or by telephone, without an account or JavaScript. */
export function frontPageRoutes(services: StatusRoutesDependencies): Router {
  const router = Router();
  const status = guardedStatus(services);
  const page = (work: (request: Request) => Promise<FrontPage>) => answerPage({ work, render: frontPage });
  router.get('/', (_request, response) => {
    response.type('html').send(frontPage({}));
  });
  // Where the QR code of a receipt leads; without JavaScript it is the same as the front page.
  router.get('/qr', (_request, response) => {
    response.type('html').send(frontPage({ fillsForm: true }));
  });
  const byNumber = page(async (request) => ({ statuses: [await status.byNumber(request)] }));
  router.post('/', byNumber);
  router.post('/phone', page(status.askCode));
  const byPhone = page(async (request) => ({ statuses: (await status.byPhone(request)).cases }));
  router.post('/phone/code', byPhone);
  return router;
}

function frontPage({ statuses = [], asked = {}, requestId, ...page }: FrontPage): string {
  return templates.render('front-page.njk', {
    ...page,
    asked,
    statuses,
    // After a wrong code its form is shown again.
    requestId: requestId ?? asked['requestId'],
  });
}
