import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { problemAnswer } from '../../schemas/answers/problem-answer.ts';
import { faultText } from '../domain/fault.ts';
import type { FaultCode } from '../domain/fault-texts.ts';
import { HEADER_TEXTS, type HeaderName, INTRODUCTION, TAG_TEXTS } from './document-texts.ts';
import { isPaged, type Operation, TAGS, takesKey } from './operation.ts';
import { refusalsOf } from './operation-refusals.ts';

const LIMIT_HEADERS: readonly HeaderName[] = ['RateLimit-Policy', 'RateLimit'];

export interface DocumentOptions {
  operations: readonly Operation[];
  language: 'zh' | 'en';
  /** The status that a fault is answered with. */
  statusOf: Record<FaultCode, number>;
}

/** The OpenAPI 3.1 document of the whole service, from the schemas that check its requests. */
export function buildDocument(options: DocumentOptions) {
  const { operations, language } = options;
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'login', { type: 'http', scheme: 'bearer' });
  registry.registerComponent('securitySchemes', 'metrics', { type: 'http', scheme: 'bearer' });
  for (const operation of operations) registry.registerPath(routeOf(operation, options));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Heyi 和议',
      version: '1',
      description: INTRODUCTION[language],
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    tags: TAGS.map((name) => ({ name, description: TAG_TEXTS[name][language] })),
  });
}

function routeOf(operation: Operation, options: DocumentOptions): RouteConfig {
  const { method, path, tag, summary, access, query, body, example, file } = operation;
  const { language } = options;
  return {
    method,
    path,
    operationId: `${method} ${path}`.replaceAll(/\W+/g, '-').replace(/-$/, ''),
    tags: [tag],
    summary: summary[language],
    security: access === 'open' ? [] : [{ [access === 'staff' ? 'login' : 'metrics']: [] }],
    request: {
      params: paramsOf(path),
      headers: requestHeaders(operation, language),
      ...(query === undefined ? {} : { query }),
      ...(body === undefined
        ? {}
        : { body: { required: true, content: { 'application/json': { schema: body, example } } } }),
      ...(file === undefined ? {} : { body: { required: true, content: fileContent(file) } }),
    },
    responses: { ...answerOf(operation, language), ...problemsOf(operation, options) },
  };
}

function fileContent(types: readonly string[]) {
  return Object.fromEntries(
    types.map((type) => [type, { schema: { type: 'string' as const, format: 'binary' } }]),
  );
}

function paramsOf(path: string) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
}

function requestHeaders(operation: Operation, language: 'zh' | 'en') {
  const text = (name: HeaderName) => z.string().meta({ description: HEADER_TEXTS[name][language] });
  return z.object({
    ...(operation.ifMatch ? { 'If-Match': text('If-Match') } : {}),
    ...(takesKey(operation) ? { 'Idempotency-Key': text('Idempotency-Key').optional() } : {}),
  });
}

function answerOf(operation: Operation, language: 'zh' | 'en'): RouteConfig['responses'] {
  const { status, content, headers = [] } = operation.answer;
  const names: HeaderName[] = ['X-Request-Id', ...headers];
  if (isPaged(operation)) names.push('Link');
  if (takesKey(operation)) names.push('Idempotent-Replayed');
  if (operation.limited) names.push(...LIMIT_HEADERS);
  const body =
    content === null
      ? {}
      : typeof content === 'string'
        ? { content: { [content]: { schema: z.string() } } }
        : { content: { 'application/json': { schema: content } } };
  return {
    [status]: { description: operation.summary[language], headers: headersOf(names, language), ...body },
  };
}

/** One answer a status; its text lists the codes with what to do. */
function problemsOf(operation: Operation, { language, statusOf }: DocumentOptions): RouteConfig['responses'] {
  const refusals = refusalsOf(operation);
  const statuses = new Set(refusals.map((code) => statusOf[code]));
  return Object.fromEntries(
    [...statuses].map((status) => {
      const codes = refusals.filter((code) => statusOf[code] === status);
      const lines = codes.map((code) => `- \`${code}\`: ${faultText(code, language, {})}`);
      const names: HeaderName[] = ['X-Request-Id'];
      if (status === 429) names.push('Retry-After', ...LIMIT_HEADERS);
      if (codes.includes('case_changed') || codes.includes('record_changed')) names.push('ETag');
      if (codes.includes('key_in_use')) names.push('Retry-After');
      return [
        status,
        {
          description: lines.join('\n'),
          headers: headersOf(names, language),
          content: { 'application/problem+json': { schema: problemAnswer } },
        },
      ];
    }),
  );
}

function headersOf(names: readonly HeaderName[], language: 'zh' | 'en') {
  return Object.fromEntries(
    names.map((name) => [
      name,
      { description: HEADER_TEXTS[name][language], schema: { type: 'string' as const } },
    ]),
  );
}
