import type { Request, RequestHandler } from 'express';
import type { WebMetrics } from '../operations/web-metrics.ts';

/** Tells the metrics of every request, by the pattern of its route and never by its path, which may hold an id. */
export function measureRequests({ answered }: Pick<WebMetrics, 'answered'>): RequestHandler {
  return (request, response, next) => {
    const fromMs = performance.now();
    response.on('close', () => {
      answered({
        method: request.method,
        route: routePattern(request),
        status: response.statusCode,
        seconds: (performance.now() - fromMs) / 1000,
      });
    });
    next();
  };
}

/**
 * The whole pattern, as `/api/v1/cases/:id`. After a fault Express has forgotten where the router was mounted, so
 * the beginning is taken from the path: its first parts, which the pattern of the route does not cover.
 */
function routePattern({ originalUrl, route }: Request): string {
  const pattern: unknown = route?.path;
  if (typeof pattern !== 'string') return 'none';
  const own = parts(pattern);
  const path = parts(originalUrl.split('?', 1)[0] ?? '');
  return `/${[...path.slice(0, path.length - own.length), ...own].join('/')}`;
}

const parts = (path: string) => path.split('/').filter((part) => part !== '');
