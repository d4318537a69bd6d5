import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Router } from 'express';
import { FAULT_STATUS } from '../http/fault-status.ts';
import { languageOf } from '../http/problem.ts';
import { buildDocument } from './build-document.ts';
import { OPERATIONS } from './operations.ts';

const PAGE = '/api-docs';
const DAY_SECONDS = 86_400;
const library = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** `/openapi.json`, and a page that shows it and tries it out; all of it is served from here. */
export function apiDocumentRoutes(): Router {
  const [page, script] = [read('api-page.html'), read('api-page.js')];
  const router = Router();
  router.get('/openapi.json', (request, response) => {
    response
      .set('Vary', 'Accept-Language')
      .type('application/json')
      .send(documentIn(languageOf(request)));
  });
  router.get(PAGE, (_request, response) => {
    response.type('html').send(page);
  });
  router.get(`${PAGE}/api-page.js`, (_request, response) => {
    response.type('js').send(script);
  });
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
    router.get(`${PAGE}/${file}`, (_request, response) => {
      response.sendFile(file, { root: library, maxAge: DAY_SECONDS * 1000 });
    });
  }
  return router;
}

const documents = new Map<'zh' | 'en', string>();

/** Made when somebody asks for it: it takes longer than all else of a start, and most processes are never asked. */
function documentIn(language: 'zh' | 'en'): string {
  const made =
    documents.get(language) ??
    JSON.stringify(buildDocument({ operations: OPERATIONS, language, statusOf: FAULT_STATUS }));
  documents.set(language, made);
  return made;
}
