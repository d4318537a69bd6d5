import { Router } from 'express';
import { actionRequests } from '../../schemas/requests/action-requests.ts';
import { caseListQuery } from '../../schemas/requests/case-list-query.ts';
import { registerCaseRequest } from '../../schemas/requests/case-requests.ts';
import { orderPlace } from '../database/page-in-order.ts';
import { ACTION_NAMES, type ActionInputs, isActionName } from '../domain/case-actions.ts';
import { Fault } from '../domain/fault.ts';
import { sumHints } from '../domain/sum-hints.ts';
import type { Command } from '../domain/transition.ts';
import { noteForAudit } from '../http/audit-note.ts';
import type { Authenticate } from '../http/authenticate.ts';
import { seenVersion, versionTag } from '../http/if-match.ts';
import type { Once } from '../http/once.ts';
import type { Paged } from '../http/paged.ts';
import { parseInput } from '../http/parse-input.ts';
import type { findDuplicates } from '../search/find-duplicates.ts';
import type { searchCases } from '../search/search-cases.ts';
import type { actOnCase } from './act-on-case.ts';
import type { readCases } from './read-cases.ts';
import type { registerCase } from './register-case.ts';

export interface CaseRoutesDependencies {
  authenticate: Authenticate;
  once: Once;
  paged: Paged;
  registerCase: ReturnType<typeof registerCase>;
  actOnCase: ReturnType<typeof actOnCase>;
  readCases: ReturnType<typeof readCases>;
  searchCases: ReturnType<typeof searchCases>;
  findDuplicates: ReturnType<typeof findDuplicates>;
}

/** /api/v1/cases */
export function caseRoutes({
  authenticate,
  once,
  paged,
  registerCase,
  actOnCase,
  readCases,
  searchCases,
  findDuplicates,
}: CaseRoutesDependencies): Router {
  const router = Router();

  router.post(
    '/',
    once(async (request, { actor, change }) => {
      const asked = parseInput(registerCaseRequest, request.body);
      const { subject, code } = await registerCase(actor, asked, change);
      const possibleDuplicates = await findDuplicates(actor, subject);
      noteForAudit(request, { caseIds: possibleDuplicates.map(({ caseId }) => caseId) });
      return {
        status: 201,
        headers: { ...versionTag(subject), Location: `/api/v1/cases/${subject.id}` },
        body: {
          case: await readCases.show(actor, subject),
          receipt: { number: subject.number, code },
          possibleDuplicates,
        },
      };
    }),
  );

  router.get(
    '/',
    paged({ query: caseListQuery, place: orderPlace }, async (request, { actor, query: { q, ...query } }) => {
      const found =
        q === undefined
          ? await readCases.page(actor, query)
          : await searchCases(actor, { q, limit: query.limit });
      noteForAudit(request, { caseIds: found.cases.map(({ id }) => id) });
      return found;
    }),
  );

  router.get('/:id', async (request, response) => {
    const actor = await authenticate(request);
    const shown = await readCases.one(actor, request.params.id);
    response.set(versionTag(shown)).json(shown);
  });

  router.post(
    '/:id/actions/:action',
    once<{ id: string; action: string }>(async (request, { actor, change }) => {
      const version = seenVersion(request);
      const command = commandOf(request.params.action, request.body);
      const subject = await actOnCase(actor, { caseId: request.params.id, version, command }, change);
      const body = { ...(await readCases.show(actor, subject)), hints: sumHints(subject, command.name) };
      return { status: 200, headers: versionTag(subject), body };
    }),
  );

  return router;
}

/** Reads an action by its name and body. @throws Fault `action_unknown`, InvalidFields */
export function commandOf(name: string, body: unknown): Command {
  if (!isActionName(name)) {
    throw new Fault('action_unknown', { params: { action: name, known: ACTION_NAMES.join(', ') } });
  }
  return { name, input: parseInput<ActionInputs[typeof name]>(actionRequests[name], body) };
}
