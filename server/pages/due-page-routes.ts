import { readFileSync } from 'node:fs';
import { type Request, Router } from 'express';
import type { Calendar } from '../domain/calendar.ts';
import { languageOf } from '../http/problem.ts';
import { duePage } from './due-page.ts';
import { templates } from './templates.ts';

export interface DuePageRoutesDependencies {
  calendar: Calendar;
}

const style = readFileSync(new URL('pages.css', import.meta.url), 'utf8');
const DAY_SECONDS = 86_400;

/** `GET /due`: "When is it due?", open to everybody; works without JavaScript and keeps nothing. */
export function duePageRoutes({ calendar }: DuePageRoutesDependencies): Router {
  const router = Router();
  router.get('/pages.css', (_request, response) => {
    response.type('css').set('Cache-Control', `public, max-age=${DAY_SECONDS}`).send(style);
  });
  router.get('/due', (request, response) => {
    const asked = {
      rule: textOf(request, 'rule') || 'M3',
      from: textOf(request, 'from'),
      region: textOf(request, 'region'),
    };
    const page = duePage(asked, pageLanguage(request), calendar);
    response
      .status('problem' in page ? 422 : 200)
      .set('Vary', 'Accept-Language')
      .type('html')
      .send(templates.render('due-page.njk', page));
  });
  return router;
}

/** What a query field holds, cut to what any of them can need; sent twice or as a list, it is told as what it is. */
function textOf({ query }: Request, name: string): string {
  const key = Object.keys(query).find((one) => one === name || one.startsWith(`${name}[`));
  if (key === undefined) return '';
  const value = query[key];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return (key === name ? text : `${key}=${text}`).trim().slice(0, 40);
}

function pageLanguage(request: Request): 'zh' | 'en' {
  const asked = textOf(request, 'lang');
  return asked === 'zh' || asked === 'en' ? asked : languageOf(request);
}
