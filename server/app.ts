import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { apiDocumentRoutes } from './api-document/api-document-routes.ts';
import { refuseUnanswered } from './api-document/unanswered-routes.ts';
import { type ApiRoutesDependencies, apiRoutes } from './api-routes.ts';
import type { checkReadiness } from './health/check-readiness.ts';
import { healthRoutes } from './health/health-routes.ts';
import { type AuditRequestsDependencies, auditRequests } from './http/audit-requests.ts';
import { measureRequests } from './http/measure-requests.ts';
import { answerProblem } from './http/problem.ts';
import { requestLog } from './http/request-log.ts';
import { securityHeaders } from './http/security-headers.ts';
import { sendJsonAsText } from './http/send-text.ts';
import { type MetricsRoutesDependencies, metricsRoutes } from './operations/metrics-routes.ts';
import {
  QUEUE_PAGE,
  type QueuePageRoutesDependencies,
  queuePageRoutes,
} from './operations/queue-page-routes.ts';
import { type DuePageRoutesDependencies, duePageRoutes } from './pages/due-page-routes.ts';
import { frontPageRoutes } from './pages/front-page-routes.ts';
import { type ReceiptPageRoutesDependencies, receiptPageRoutes } from './pages/receipt-page-routes.ts';

export interface AppServices
  extends ApiRoutesDependencies,
    AuditRequestsDependencies,
    DuePageRoutesDependencies,
    MetricsRoutesDependencies,
    QueuePageRoutesDependencies,
    ReceiptPageRoutesDependencies {
  logger: Logger;
  /** How many proxies stand in front, or which; by default none. */
  trustedProxies?: number | string[];
  readiness: ReturnType<typeof checkReadiness>;
}

/** The web application: the order of its middleware and its routers, nothing else. */
export function buildApp(services: AppServices): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  sendJsonAsText(app);
  app.set('trust proxy', services.trustedProxies ?? 0);
  app.use(requestLog(services.logger));
  app.use(measureRequests(services.metrics));
  app.use(securityHeaders);
  app.use(auditRequests(services));
  // First what is asked for most, since routers are tried in turn.
  app.use('/api/v1', apiRoutes(services));
  app.use(healthRoutes(services.readiness));
  app.use(metricsRoutes(services));
  app.use(QUEUE_PAGE, queuePageRoutes(services));
  app.use(frontPageRoutes(services));
  app.use(receiptPageRoutes(services));
  app.use(duePageRoutes(services));
  app.use(apiDocumentRoutes());
  app.use(refuseUnanswered);
  app.use(answerProblem);
  return app;
}
