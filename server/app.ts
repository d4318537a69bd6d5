import express, { type Express } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { type AccountRoutesDependencies, accountRoutes } from './accounts/account-routes.ts';
import { type LoginRoutesDependencies, loginRoutes } from './accounts/login-routes.ts';
import { apiDocumentRoutes } from './api-document/api-document-routes.ts';
import { type AuditRoutesDependencies, auditRoutes } from './audit/audit-routes.ts';
import { type CalendarRoutesDependencies, calendarRoutes } from './calendar/calendar-routes.ts';
import { type CaseImportRoutesDependencies, caseImportRoutes } from './case-import/case-import-routes.ts';
import { type CaseAccessRoutesDependencies, caseAccessRoutes } from './cases/case-access-routes.ts';
import { type CaseRoutesDependencies, caseRoutes } from './cases/case-routes.ts';
import { type DisclosureRoutesDependencies, disclosureRoutes } from './cases/disclosure-routes.ts';
import { type DeadlineRoutesDependencies, deadlineRoutes } from './deadlines/deadline-routes.ts';
import { Fault } from './domain/fault.ts';
import { type ErasureRoutesDependencies, erasureRoutes } from './erasure/erasure-routes.ts';
import type { checkReadiness } from './health/check-readiness.ts';
import { healthRoutes } from './health/health-routes.ts';
import { type AuditRequestsDependencies, auditRequests } from './http/audit-requests.ts';
import { measureRequests } from './http/measure-requests.ts';
import { answerProblem } from './http/problem.ts';
import { readBody } from './http/read-body.ts';
import { requestLog } from './http/request-log.ts';
import { type DeliveryRoutesDependencies, deliveryRoutes } from './operations/delivery-routes.ts';
import { type MetricsRoutesDependencies, metricsRoutes } from './operations/metrics-routes.ts';
import {
  QUEUE_PAGE,
  type QueuePageRoutesDependencies,
  queuePageRoutes,
} from './operations/queue-page-routes.ts';
import {
  type OrganisationRoutesDependencies,
  organisationRoutes,
} from './organisations/organisation-routes.ts';
import { type DuePageRoutesDependencies, duePageRoutes } from './pages/due-page-routes.ts';
import { frontPageRoutes } from './pages/front-page-routes.ts';
import { type ReceiptPageRoutesDependencies, receiptPageRoutes } from './pages/receipt-page-routes.ts';
import { type ReceiptRoutesDependencies, receiptRoutes } from './receipts/receipt-routes.ts';
import { type StatusRoutesDependencies, statusRoutes } from './status-page/status-routes.ts';
import { type TaskRoutesDependencies, taskRoutes } from './tasks/task-routes.ts';
import { type WarningRoutesDependencies, warningRoutes } from './warnings/warning-routes.ts';
import { type WebhookRoutesDependencies, webhookRoutes } from './webhooks/webhook-routes.ts';

export interface AppServices
  extends AccountRoutesDependencies,
    AuditRequestsDependencies,
    AuditRoutesDependencies,
    CalendarRoutesDependencies,
    CaseAccessRoutesDependencies,
    CaseImportRoutesDependencies,
    CaseRoutesDependencies,
    DeadlineRoutesDependencies,
    DisclosureRoutesDependencies,
    DuePageRoutesDependencies,
    DeliveryRoutesDependencies,
    ErasureRoutesDependencies,
    LoginRoutesDependencies,
    MetricsRoutesDependencies,
    QueuePageRoutesDependencies,
    OrganisationRoutesDependencies,
    ReceiptPageRoutesDependencies,
    ReceiptRoutesDependencies,
    StatusRoutesDependencies,
    TaskRoutesDependencies,
    WarningRoutesDependencies,
    WebhookRoutesDependencies {
  logger: Logger;
  readiness: ReturnType<typeof checkReadiness>;
}

/** The web application: the order of its middleware and its routers, nothing else. */
export function buildApp(services: AppServices): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(requestLog(services.logger));
  app.use(measureRequests(services.metrics));
  // Whether the pages are reached by HTTPS is decided in front of us; on a local network they may not be.
  app.use(helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } }));
  app.use(healthRoutes(services.readiness));
  app.use(metricsRoutes(services));
  app.use(auditRequests(services));
  app.use(QUEUE_PAGE, queuePageRoutes(services));
  app.use(frontPageRoutes(services));
  app.use(receiptPageRoutes(services));
  app.use(duePageRoutes(services));
  app.use(apiDocumentRoutes());
  // Before the reader of JSON: a list comes as a file.
  app.use('/api/v1', caseImportRoutes(services));
  app.use(readBody());
  app.use('/api/v1/deadlines', deadlineRoutes(services));
  app.use('/api/v1/calendar', calendarRoutes(services));
  app.use('/api/v1/status', statusRoutes(services));
  app.use('/api/v1/cases', caseRoutes(services));
  app.use('/api/v1/cases', receiptRoutes(services));
  app.use('/api/v1/cases', disclosureRoutes(services));
  app.use('/api/v1/cases', erasureRoutes(services));
  app.use('/api/v1/warnings', warningRoutes(services));
  app.use('/api/v1/organisations', organisationRoutes(services));
  app.use('/api/v1/organisations', webhookRoutes(services));
  app.use('/api/v1/tasks', taskRoutes(services));
  app.use('/api/v1', deliveryRoutes(services));
  app.use('/api/v1', auditRoutes(services));
  app.use('/api/v1', caseAccessRoutes(services));
  app.use('/api/v1', loginRoutes(services));
  app.use('/api/v1', accountRoutes(services));
  app.use(() => {
    throw new Fault('route_not_found');
  });
  app.use(answerProblem);
  return app;
}
