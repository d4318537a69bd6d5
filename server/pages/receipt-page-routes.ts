import { readFileSync } from 'node:fs';
import { Router } from 'express';
import { statusLookupRequest } from '../../schemas/requests/status-requests.ts';
import { groupedCode } from '../cases/receipt-code.ts';
import { answerPage } from '../http/answer-page.ts';
import { parseInput } from '../http/parse-input.ts';
import { receiptQr } from '../receipts/receipt-qr.ts';
import { guardedStatus, type StatusRoutesDependencies } from '../status-page/status-routes.ts';
import { templates } from './templates.ts';

export interface ReceiptPageRoutesDependencies extends StatusRoutesDependencies {
  /** Under which people reach the service. */
  publicUrl: string;
}

const FILES = ['receipt.css', 'fill-from-fragment.js'];
const DAY_SECONDS = 86_400;

/**
 * `POST /receipt`: number and code, which whoever registered the case was just shown, come back as a page to print.
 * Nothing is kept for it, and only a code that opens its case gives a receipt.
 */
export function receiptPageRoutes({ publicUrl, ...services }: ReceiptPageRoutesDependencies): Router {
  const router = Router();
  const status = guardedStatus(services);
  for (const name of FILES) {
    const text = readFileSync(new URL(name, import.meta.url), 'utf8');
    router.get(`/${name}`, (_request, response) => {
      response.type(name).set('Cache-Control', `public, max-age=${DAY_SECONDS}`).send(text);
    });
  }
  router.post(
    '/receipt',
    answerPage<object>({
      render: (page) => templates.render('receipt.njk', page),
      work: async (request) => {
        const { number, call } = await status.byNumber(request);
        const code = groupedCode(parseInput(statusLookupRequest, request.body).code);
        return { number, code, call, address: publicUrl, qr: await receiptQr({ publicUrl, number, code }) };
      },
    }),
  );
  return router;
}
