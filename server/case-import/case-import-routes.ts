import express, { type Request, Router } from 'express';
import { workerListQuery } from '../../schemas/requests/worker-list-query.ts';
import { maskedWorker } from '../cases/case-view.ts';
import type { readCases } from '../cases/read-cases.ts';
import { Fault } from '../domain/fault.ts';
import type { Actor } from '../domain/staff.ts';
import { noteForAudit } from '../http/audit-note.ts';
import { seenVersion, versionTag } from '../http/if-match.ts';
import type { Once } from '../http/once.ts';
import { parseInput } from '../http/parse-input.ts';
import { languageOf } from '../http/problem.ts';
import type { findDuplicates } from '../search/find-duplicates.ts';
import type { importWorkers, TriedList } from './import-workers.ts';
import { LIST_TYPES, WORKBOOK_TYPE } from './list-types.ts';
import { workerListTemplate } from './worker-list-template.ts';

export interface CaseImportRoutesDependencies {
  once: Once;
  importWorkers: ReturnType<typeof importWorkers>;
  readCases: ReturnType<typeof readCases>;
  findDuplicates: ReturnType<typeof findDuplicates>;
}

/** A list of 1,000 with all its formats stays far below. */
const MOST_FILE = '2mb';

/** RFC 6266: a name for every program, and in Chinese for those that read `filename*`. */
const TEMPLATE_NAMES = {
  zh: `filename="worker-list.xlsx"; filename*=UTF-8''${encodeURIComponent('职工名单模板.xlsx')}`,
  en: 'filename="worker-list.xlsx"',
};

/** /api/v1/cases/{id}/worker-list and the workbook to fill in */
export function caseImportRoutes({
  once,
  importWorkers,
  readCases,
  findDuplicates,
}: CaseImportRoutesDependencies): Router {
  const router = Router();

  /** Only of those on the list: the others were looked up when they came. */
  async function duplicatesOf(
    request: Request<{ id: string }>,
    actor: Actor,
    { subject, rows }: Pick<TriedList, 'subject' | 'rows'>,
  ) {
    const joining = { ...subject, workers: rows.map(({ worker }) => worker) };
    const found = await findDuplicates(actor, joining);
    noteForAudit(request, { caseIds: found.map(({ caseId }) => caseId) });
    return found;
  }

  router.get('/worker-list-template.xlsx', async (request, response) => {
    const language = languageOf(request);
    response
      .set('Content-Disposition', `attachment; ${TEMPLATE_NAMES[language]}`)
      .type(WORKBOOK_TYPE)
      .vary('Accept-Language')
      .send(await workerListTemplate(language));
  });

  router.post(
    '/cases/:id/worker-list',
    express.raw({ type: [...LIST_TYPES], limit: MOST_FILE }),
    once<{ id: string }>(async (request, { actor, change }) => {
      const { dryRun, joinedOn } = parseInput(workerListQuery, request.query);
      const version = dryRun === 'true' ? null : seenVersion(request);
      const list: unknown = request.body;
      if (!Buffer.isBuffer(list)) throw new Fault('list_unreadable');
      const asked = { caseId: request.params.id, list, joinedOn };
      if (version === null) {
        const tried = await importWorkers.tryOut(actor, asked);
        const body = { ...triedView(tried), possibleDuplicates: await duplicatesOf(request, actor, tried) };
        return { status: 200, headers: versionTag(tried.subject), body };
      }
      const added = await importWorkers.add(actor, { ...asked, version }, change);
      const { subject } = added;
      const shown = await readCases.show(actor, subject);
      const body = { ...shown, possibleDuplicates: await duplicatesOf(request, actor, added) };
      return { status: 200, headers: versionTag(subject), body };
    }),
  );

  return router;
}

function triedView({ columns, rows, faults, hints }: TriedList) {
  const workers = rows.map(({ row, worker }) => ({ row, ...maskedWorker(worker) }));
  return { dryRun: true, columns, workers, faults, hints };
}
