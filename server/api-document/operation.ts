import type { z } from 'zod';
import type { WORKBOOK_TYPE } from '../case-import/list-types.ts';
import type { Bilingual } from '../domain/bilingual.ts';
import type { FaultCode } from '../domain/fault-texts.ts';

export const TAGS = [
  'cases',
  'actions',
  'warnings',
  'notices',
  'staff',
  'clock',
  'workers',
  'running',
] as const;
export type Tag = (typeof TAGS)[number];

/** What a route does, for those who call it. The schemas of requests are the ones that check them. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As OpenAPI writes it: /api/v1/cases/{id}. */
  path: string;
  tag: Tag;
  summary: Bilingual;
  /** Open to everybody, for staff, or for the one who has the token of the metrics. */
  access: 'open' | 'staff' | 'metrics';
  /** Needs If-Match, and can be overtaken. */
  ifMatch?: true;
  /** A change that takes no Idempotency-Key: it asks for the password or a code, or its answer is shown once. */
  withoutKey?: true;
  /** Tries are counted, and too many refused. */
  limited?: true;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Where a file is sent instead of JSON: the types that it may have. */
  file?: readonly string[];
  /** A body that works as it stands, but for the ids. */
  example?: unknown;
  answer: OperationAnswer;
  /** Beside those that follow from the rest of the row. */
  refusals?: readonly FaultCode[];
}

export interface OperationAnswer {
  status: number;
  /** The schema of its JSON, the type of anything else, or nothing. */
  content: z.ZodType | 'text/html' | 'text/plain' | typeof WORKBOOK_TYPE | null;
  headers?: readonly ('ETag' | 'Location')[];
}

/** Whether it shows a list page by page, with cursors. */
export function isPaged({ query }: Operation): boolean {
  return query?.shape['cursor'] !== undefined;
}

/** Whether a request may carry an Idempotency-Key: every change by staff. */
export function takesKey({ method, access, withoutKey }: Operation): boolean {
  return method === 'post' && access === 'staff' && withoutKey !== true;
}
