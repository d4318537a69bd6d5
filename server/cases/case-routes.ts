import { Router } from 'express';
import { z } from 'zod';
import { actionRequests, registerCaseRequest } from '../../schemas/requests/case-requests.ts';
import { type ActionInputs, CASE_ACTIONS, isActionName } from '../domain/case-actions.ts';
import { Fault } from '../domain/fault.ts';
import type { Command } from '../domain/transition.ts';
import type { Authenticate } from '../http/authenticate.ts';
import { seenVersion, setVersion } from '../http/if-match.ts';
import { parseInput } from '../http/parse-input.ts';
import type { actOnCase } from './act-on-case.ts';
import type { readCases } from './read-cases.ts';
import type { registerCase } from './register-case.ts';

export interface CaseRoutesDependencies {
  authenticate: Authenticate;
  registerCase: ReturnType<typeof registerCase>;
  actOnCase: ReturnType<typeof actOnCase>;
  readCases: ReturnType<typeof readCases>;
}

const listQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.iso
    .datetime()
    .transform((text) => new Date(text))
    .nullable()
    .default(null),
});

/** /api/v1/cases */
export function caseRoutes({
  authenticate,
  registerCase,
  actOnCase,
  readCases,
}: CaseRoutesDependencies): Router {
  const router = Router();

  router.post('/', async (request, response) => {
    const actor = await authenticate(request);
    const { subject, code } = await registerCase(actor, parseInput(registerCaseRequest, request.body));
    setVersion(response, subject.version);
    response
      .status(201)
      .location(`/api/v1/cases/${subject.id}`)
      .json({ case: await readCases.show(actor, subject), receipt: { number: subject.number, code } });
  });

  router.get('/', async (request, response) => {
    const actor = await authenticate(request);
    response.json(await readCases.page(actor, parseInput(listQuery, request.query)));
  });

  router.get('/:id', async (request, response) => {
    const actor = await authenticate(request);
    const shown = await readCases.one(actor, request.params.id);
    setVersion(response, shown.version);
    response.json(shown);
  });

  router.post('/:id/actions/:action', async (request, response) => {
    const actor = await authenticate(request);
    const version = seenVersion(request);
    const command = commandOf(request.params.action, request.body);
    const subject = await actOnCase(actor, { caseId: request.params.id, version, command });
    setVersion(response, subject.version);
    response.json(await readCases.show(actor, subject));
  });

  return router;
}

function commandOf(name: string, body: unknown): Command {
  if (!isActionName(name)) {
    const known = Object.keys(CASE_ACTIONS).join(', ');
    throw new Fault('action_unknown', { params: { action: name, known } });
  }
  return { name, input: parseInput<ActionInputs[typeof name]>(actionRequests[name], body) };
}
