import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** One line a request: what is kept is listed, so that no body, query, address or name can slip into a log. */
export function requestLog(logger: Logger) {
  return pinoHttp({
    logger,
    quietReqLogger: true,
    // Probes come every few seconds, and their answer says it all.
    autoLogging: { ignore: ({ url }) => url === '/healthz' || url === '/readyz' },
    customAttributeKeys: { reqId: 'requestId' },
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    serializers: {
      req: ({ method, url }: { method: string; url: string }) => ({ method, path: url.split('?')[0] }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      err: ({ type, stack }: { type: string; stack: string }) => ({ type, stack }),
    },
  });
}
