import { Router } from 'express';
import { replaceReceiptCodeRequest } from '../../schemas/requests/receipt-requests.ts';
import { versionTag } from '../http/if-match.ts';
import type { Once } from '../http/once.ts';
import { parseInput } from '../http/parse-input.ts';
import type { replaceReceiptCode } from './replace-receipt-code.ts';

export interface ReceiptRoutesDependencies {
  once: Once;
  replaceReceiptCode: ReturnType<typeof replaceReceiptCode>;
}

/** /api/v1/cases/{id}/receipt-code */
export function receiptRoutes({ once, replaceReceiptCode }: ReceiptRoutesDependencies): Router {
  const router = Router();
  router.post(
    '/:id/receipt-code',
    once<{ id: string }>(async ({ params, body }, { actor, change }) => {
      const request = parseInput(replaceReceiptCodeRequest, body);
      const { subject, code } = await replaceReceiptCode(actor, { caseId: params.id, request }, change);
      return {
        status: 201,
        headers: versionTag(subject),
        body: { receipt: { number: subject.number, code } },
      };
    }),
  );
  return router;
}
