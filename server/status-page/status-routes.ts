import { type Request, Router } from 'express';
import {
  askCodeRequest,
  phoneLookupRequest,
  statusLookupRequest,
} from '../../schemas/requests/status-requests.ts';
import { caseNumberKey } from '../domain/case-number-key.ts';
import { attempt } from '../http/attempt-limit.ts';
import { noteForAudit } from '../http/audit-note.ts';
import { parseInput } from '../http/parse-input.ts';
import type { StatusLimits } from '../http/status-limits.ts';
import { plainPhone } from '../search/search-words.ts';
import type { askCode } from './ask-code.ts';
import type { lookUpByPhone } from './look-up-by-phone.ts';
import type { lookUpStatus } from './look-up-status.ts';

export interface StatusRoutesDependencies extends StatusLimits {
  lookUpStatus: ReturnType<typeof lookUpStatus>;
  askCode: ReturnType<typeof askCode>;
  lookUpByPhone: ReturnType<typeof lookUpByPhone>;
}

/**
 * What a worker asks, for the API and the page alike. Failed look-ups count by address and by number, and wait or are
 * refused; whoever holds a code is neither, even where a whole dormitory shares one address. Codes that are asked for
 * all count, by address and by telephone.
 */
export function guardedStatus(services: StatusRoutesDependencies) {
  const tell = (request: Request) => (caseIds: string[]) => noteForAudit(request, { caseIds });
  const addressOf = ({ ip }: Request) => ip ?? '';

  function byNumber(request: Request) {
    const lookup = parseInput(statusLookupRequest, request.body);
    const limits = [
      [services.limitLookups, addressOf(request), request],
      [services.slowCaseLookups, caseNumberKey(lookup.number)],
    ] as const;
    return attempt(limits, () => services.lookUpStatus(lookup, tell(request)));
  }

  async function askCode(request: Request) {
    const { phone } = parseInput(askCodeRequest, request.body);
    await services.limitCodes(addressOf(request), request);
    await services.limitPhoneCodes(plainPhone(phone));
    await services.limitPhoneCodesADay(plainPhone(phone));
    return services.askCode(phone);
  }

  function byPhone(request: Request) {
    const lookup = parseInput(phoneLookupRequest, request.body);
    const limits = [[services.limitLookups, addressOf(request), request]] as const;
    return attempt(limits, () => services.lookUpByPhone(lookup, tell(request)));
  }

  return { byNumber, askCode, byPhone };
}

/** /api/v1/status. POSTs, so that neither numbers nor codes ever stand in an address or a log. */
export function statusRoutes(services: StatusRoutesDependencies): Router {
  const router = Router();
  const status = guardedStatus(services);
  router.post('/', async (request, response) => {
    response.json(await status.byNumber(request));
  });
  router.post('/codes', async (request, response) => {
    response.status(202).json(await status.askCode(request));
  });
  router.post('/by-phone', async (request, response) => {
    response.json(await status.byPhone(request));
  });
  return router;
}
