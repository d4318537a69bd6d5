import { type Request, Router } from 'express';
import {
  askCodeRequest,
  phoneLookupRequest,
  statusLookupRequest,
} from '../../schemas/requests/status-requests.ts';
import { caseNumberKey } from '../domain/case-number-key.ts';
import { attemptWithSecret } from '../http/attempt-with-secret.ts';
import { noteForAudit } from '../http/audit-note.ts';
import { networkOf } from '../http/network-of.ts';
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
 * What a worker asks, for the API and the page alike. Failed look-ups count by network and by number: those that follow
 * wait, and are refused where they fail too; whoever holds the code sees the case, even where a whole dormitory shares
 * one address. Codes that are asked for all count, by network, and by network and telephone together.
 */
export function guardedStatus(services: StatusRoutesDependencies) {
  const tell = (request: Request) => (caseIds: string[]) => noteForAudit(request, { caseIds });
  const networkBehind = ({ ip }: Request) => networkOf(ip ?? '');

  function byNumber(request: Request) {
    const lookup = parseInput(statusLookupRequest, request.body);
    const limits = [
      [services.limitLookups, networkBehind(request), request],
      [services.slowCaseLookups, caseNumberKey(lookup.number)],
    ] as const;
    return attemptWithSecret(limits, () => services.lookUpStatus(lookup, tell(request)));
  }

  async function askCode(request: Request) {
    const { phone } = parseInput(askCodeRequest, request.body);
    const network = networkBehind(request);
    await services.limitCodes(network, request);
    const theirs = `${network} ${plainPhone(phone)}`;
    await services.limitPhoneCodes(theirs);
    await services.limitPhoneCodesADay(theirs);
    return services.askCode(phone);
  }

  function byPhone(request: Request) {
    const lookup = parseInput(phoneLookupRequest, request.body);
    const limits = [[services.limitLookups, networkBehind(request), request]] as const;
    return attemptWithSecret(limits, () => services.lookUpByPhone(lookup, tell(request)));
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
