import express, { Router } from 'express';
import { workerListQuery } from '../../schemas/requests/worker-list-query.ts';
import { maskedWorker } from '../cases/case-view.ts';
import type { readCases } from '../cases/read-cases.ts';
import { Fault } from '../domain/fault.ts';
import { seenVersion, versionTag } from '../http/if-match.ts';
import type { Once } from '../http/once.ts';
import { parseInput } from '../http/parse-input.ts';
import { languageOf } from '../http/problem.ts';
import type { importWorkers, TriedList } from './import-workers.ts';
import { LIST_TYPES, WORKBOOK_TYPE } from './list-types.ts';
import { workerListTemplate } from './worker-list-template.ts';

export interface CaseImportRoutesDependencies {
  once: Once;
  importWorkers: ReturnType<typeof importWorkers>;
  readCases: ReturnType<typeof readCases>;
}

/** A list of 1,000 with all its formats stays far below. */
const MOST_FILE = '2mb';

/** /api/v1/cases/{id}/worker-list and the workbook to fill in */
export function caseImportRoutes({ once, importWorkers, readCases }: CaseImportRoutesDependencies): Router {
  const router = Router();

  router.get('/worker-list-template.xlsx', async (request, response) => {
    const language = languageOf(request);
    response
      .attachment(language === 'zh' ? '职工名单模板.xlsx' : 'worker-list.xlsx')
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
        return { status: 200, headers: versionTag(tried.subject), body: triedView(tried) };
      }
      const subject = await importWorkers.add(actor, { ...asked, version }, change);
      return { status: 200, headers: versionTag(subject), body: await readCases.show(actor, subject) };
    }),
  );

  return router;
}

function triedView({ columns, rows, faults, hints }: TriedList) {
  const workers = rows.map(({ row, worker }) => ({ row, ...maskedWorker(worker) }));
  return { dryRun: true, columns, workers, faults, hints };
}
