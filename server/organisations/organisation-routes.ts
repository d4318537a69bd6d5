import { Router } from 'express';
import { z } from 'zod';
import { reminderSettingsRequest } from '../../schemas/requests/reminder-requests.ts';
import {
  organisationEditRequest,
  organisationRequest,
  organisationsQuery,
} from '../../schemas/requests/staff-requests.ts';
import { warningRulesRequest } from '../../schemas/requests/warning-requests.ts';
import type { Authenticate } from '../http/authenticate.ts';
import { seenVersion, versionTag } from '../http/if-match.ts';
import type { Once } from '../http/once.ts';
import type { Paged } from '../http/paged.ts';
import { parseInput } from '../http/parse-input.ts';
import type { createOrganisation } from './create-organisation.ts';
import type { editOrganisation } from './edit-organisation.ts';
import type { readOrganisations } from './read-organisations.ts';
import type { readSettings } from './read-settings.ts';
import type { setReminders } from './set-reminders.ts';
import type { setWarningRules } from './set-warning-rules.ts';

export interface OrganisationRoutesDependencies {
  authenticate: Authenticate;
  once: Once;
  paged: Paged;
  readOrganisations: ReturnType<typeof readOrganisations>;
  createOrganisation: ReturnType<typeof createOrganisation>;
  editOrganisation: ReturnType<typeof editOrganisation>;
  readSettings: ReturnType<typeof readSettings>;
  setReminders: ReturnType<typeof setReminders>;
  setWarningRules: ReturnType<typeof setWarningRules>;
}

/** /api/v1/organisations */
export function organisationRoutes(dependencies: OrganisationRoutesDependencies): Router {
  const { authenticate, once, paged, readOrganisations } = dependencies;
  const { createOrganisation, editOrganisation, readSettings, setReminders, setWarningRules } = dependencies;
  const router = Router();

  router.get(
    '/',
    paged({ query: organisationsQuery, place: z.string() }, (_request, { actor, query }) =>
      readOrganisations(actor, query),
    ),
  );

  router.post(
    '/',
    once(async ({ body }, { actor, change }) => ({
      status: 201,
      body: await createOrganisation(actor, parseInput(organisationRequest, body), change),
    })),
  );

  router.get('/:id/reminder-settings', async (request, response) => {
    const actor = await authenticate(request);
    const { version, held } = await readSettings.reminders(actor, request.params.id);
    response.set(versionTag({ version })).json(held);
  });

  router.get('/:id/warning-rules', async (request, response) => {
    const actor = await authenticate(request);
    response.json(await readSettings.warningRules(actor, request.params.id));
  });

  router.put('/:id/reminder-settings', async (request, response) => {
    const actor = await authenticate(request);
    const version = seenVersion(request);
    const settings = parseInput(reminderSettingsRequest, request.body);
    const set = await setReminders(actor, { organisationId: request.params.id, version, settings });
    response.set(versionTag(set)).json(set);
  });

  router.patch('/:id', async (request, response) => {
    const actor = await authenticate(request);
    const seen = { id: request.params.id, version: seenVersion(request) };
    const edited = await editOrganisation(actor, seen, parseInput(organisationEditRequest, request.body));
    response.set(versionTag(edited)).json(edited);
  });

  router.post(
    '/:id/warning-rules',
    once<{ id: string }>(async ({ params, body }, { actor }) => {
      const rules = parseInput(warningRulesRequest, body);
      return { status: 201, body: await setWarningRules(actor, { organisationId: params.id, rules }) };
    }),
  );

  return router;
}
