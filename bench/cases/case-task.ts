import { z } from 'zod';
import { caseListQuery } from '../../schemas/requests/case-list-query.ts';
import { registerCaseRequest } from '../../schemas/requests/case-requests.ts';
import { commandOf } from '../../server/cases/case-routes.ts';
import type { Services } from '../../server/compose.ts';
import { orderPlace } from '../../server/database/page-in-order.ts';
import { newChange } from '../../server/idempotency/change-identity.ts';

const actor = z.object({
  accountId: z.string(),
  organisationId: z.string(),
  roles: z.array(z.enum(['clerk', 'head'])),
});

const texts = z.record(z.string(), z.string());

/** Something that the service is asked to do, as a request would ask it once it is known who asks. */
export const caseTask = z.discriminatedUnion('what', [
  z.object({ what: z.literal('register'), actor, caseId: z.string(), request: z.unknown() }),
  z.object({
    what: z.literal('act'),
    actor,
    caseId: z.string(),
    version: z.number(),
    action: z.string(),
    input: z.unknown(),
  }),
  z.object({ what: z.literal('search'), actor, q: z.string() }),
  z.object({ what: z.literal('look-up'), number: z.string(), code: z.string() }),
  z.object({ what: z.literal('list'), actor, query: texts, after: orderPlace.nullable() }),
]);
export type CaseTask = z.infer<typeof caseTask>;
export type TaskActor = z.infer<typeof actor>;

const SEARCH_LIMIT = 50;

/** Does tasks by the use cases of the service, and gives what it would answer. */
export function taskDoer(services: Services): (task: CaseTask) => Promise<unknown> {
  const { registerCase, findDuplicates, actOnCase, searchCases, lookUpStatus, readCases } = services;
  return async (task) => {
    switch (task.what) {
      case 'register': {
        const change = { ...newChange(), id: task.caseId };
        const registered = await registerCase(task.actor, registerCaseRequest.parse(task.request), change);
        return { ...registered, duplicates: await findDuplicates(task.actor, registered.subject) };
      }
      case 'act': {
        const { caseId, version, action, input } = task;
        return actOnCase(task.actor, { caseId, version, command: commandOf(action, input) });
      }
      case 'search':
        return searchCases(task.actor, { q: task.q, limit: SEARCH_LIMIT });
      case 'look-up':
        return lookUpStatus({ number: task.number, code: task.code }, () => undefined);
      case 'list':
        return readCases.page(task.actor, { ...caseListQuery.parse(task.query), after: task.after });
    }
  };
}
