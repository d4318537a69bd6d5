import express, { Router } from 'express';
import { Fault, faultText } from '../domain/fault.ts';
import { FAULT_STATUS } from '../http/fault-status.ts';
import { guardedLookup, type StatusRoutesDependencies } from '../status-page/status-routes.ts';
import { templates } from './templates.ts';

type Status = Awaited<ReturnType<StatusRoutesDependencies['lookUpStatus']>>;

const MOST_BODY = '2kb';

/** `/`: where a worker looks a case up with number and code, without an account and without JavaScript. */
export function frontPageRoutes(services: StatusRoutesDependencies): Router {
  const router = Router();
  const lookUp = guardedLookup(services);
  router.get('/', (_request, response) => {
    response.type('html').send(templates.render('front-page.njk', { asked: {} }));
  });
  router.post('/', express.urlencoded({ extended: false, limit: MOST_BODY }), async (request, response) => {
    response.set('Cache-Control', 'no-store').type('html');
    try {
      const status = await lookUp(request);
      response.send(templates.render('front-page.njk', { asked: {}, status, rights: rightsOf(status) }));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const problem = {
        zh: faultText(error.code, 'zh', error.params),
        en: faultText(error.code, 'en', error.params),
      };
      response
        .status(FAULT_STATUS[error.code])
        .send(templates.render('front-page.njk', { asked: request.body ?? {}, problem }));
    }
  });

  return router;
}

/** The rights that there are, as the page lists them. */
function rightsOf({ rights: { arbitrationOpenAfter, lastDayForArbitration } }: Status) {
  return [
    { zh: '何时可以申请仲裁', en: 'When arbitration is open', right: arbitrationOpenAfter },
    {
      zh: '为稳妥起见，请在这一天之前（含当日）申请仲裁',
      en: 'To be safe, apply for arbitration by',
      right: lastDayForArbitration,
    },
  ].flatMap(({ zh, en, right }) => (right === null ? [] : [{ zh, en, day: right.day, text: right }]));
}
