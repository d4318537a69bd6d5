import { createServer, type Server } from 'node:http';
import type { Logger } from 'pino';
import { mayReadMetrics } from '../server/operations/may-read-metrics.ts';

export interface MetricsServerOptions {
  /** Undefined: listens nowhere. */
  port: number | undefined;
  /** Undefined: whoever is on this machine may read. */
  token: string | undefined;
  metrics: { contentType: string; text: () => Promise<string> };
  logger: Logger;
}

/** Answers GET /metrics on loopback. A port that is taken is no reason not to send notices. */
export function startMetricsServer({ port, token, metrics, logger }: MetricsServerOptions): Server | null {
  if (port === undefined) return null;
  const server = createServer((request, response) => {
    const isOpen = token === undefined || mayReadMetrics(request.headers.authorization, token);
    if (request.url !== '/metrics' || !isOpen) {
      response.writeHead(isOpen ? 404 : 401).end();
      return;
    }
    void metrics
      .text()
      .then((text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text))
      .catch(() => response.writeHead(500).end());
  });
  server.on('error', (error) =>
    logger.warn({ port, code: error.name }, 'no /metrics here: the port is taken'),
  );
  server.listen(port, '127.0.0.1');
  return server.unref();
}
