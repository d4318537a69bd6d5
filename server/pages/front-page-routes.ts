import express, { type Request, type RequestHandler, Router } from 'express';
import type { Bilingual } from '../domain/bilingual.ts';
import { Fault, faultText } from '../domain/fault.ts';
import { FAULT_STATUS } from '../http/fault-status.ts';
import { InvalidInput } from '../http/parse-input.ts';
import type { Status } from '../status-page/show-status.ts';
import { guardedStatus, type StatusRoutesDependencies } from '../status-page/status-routes.ts';
import { templates } from './templates.ts';

/** What the page shows beside its forms. */
interface FrontPage {
  statuses?: Status[];
  /** Where a one-time code was asked for: the form for it is shown. */
  requestId?: string;
}

const MOST_BODY = '2kb';

/** `/`: where a worker looks a case up, with number and code or by telephone, without an account or JavaScript. */
export function frontPageRoutes(services: StatusRoutesDependencies): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: MOST_BODY });
  const status = guardedStatus(services);
  router.get('/', (_request, response) => {
    response.type('html').send(rendered({}, {}));
  });
  router.post(
    '/',
    form,
    answerWith(async (request) => ({ statuses: [await status.byNumber(request)] })),
  );
  router.post('/phone', form, answerWith(status.askCode));
  router.post(
    '/phone/code',
    form,
    answerWith(async (request) => ({ statuses: (await status.byPhone(request)).cases })),
  );
  return router;
}

/** A fault is shown on the page, with what was typed. */
function answerWith(work: (request: Request) => Promise<FrontPage>): RequestHandler {
  return async (request, response) => {
    response.set('Cache-Control', 'no-store').type('html');
    try {
      response.send(rendered(await work(request), {}));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const asked = request.body ?? {};
      const problem = { zh: problemText(error, 'zh'), en: problemText(error, 'en') };
      const { requestId } = asked;
      response.status(FAULT_STATUS[error.code]).send(rendered({ requestId }, { asked, problem }));
    }
  };
}

function rendered({ statuses = [], requestId }: FrontPage, typed: object): string {
  const shown = statuses.map((status) => ({ ...status, listedRights: rightsOf(status) }));
  return templates.render('front-page.njk', { asked: {}, ...typed, statuses: shown, requestId });
}

/** The faults of a form's fields in words for whoever filled it in; those of the API are for programmers. */
const MISTYPED: Bilingual = {
  zh: '填写的内容有误，请核对：号码用数字，验证码为 6 位数字。',
  en: 'Something is mistyped. A telephone number is written in digits, a one-time code has six of them.',
};

function problemText(fault: Fault, language: 'zh' | 'en'): string {
  return fault instanceof InvalidInput ? MISTYPED[language] : faultText(fault.code, language, fault.params);
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
