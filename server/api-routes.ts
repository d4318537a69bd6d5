import { Router } from 'express';
import { type AccountRoutesDependencies, accountRoutes } from './accounts/account-routes.ts';
import { type LoginRoutesDependencies, loginRoutes } from './accounts/login-routes.ts';
import { type AuditRoutesDependencies, auditRoutes } from './audit/audit-routes.ts';
import { type CalendarRoutesDependencies, calendarRoutes } from './calendar/calendar-routes.ts';
import { type CaseImportRoutesDependencies, caseImportRoutes } from './case-import/case-import-routes.ts';
import { type CaseAccessRoutesDependencies, caseAccessRoutes } from './cases/case-access-routes.ts';
import { type CaseRoutesDependencies, caseRoutes } from './cases/case-routes.ts';
import { type DisclosureRoutesDependencies, disclosureRoutes } from './cases/disclosure-routes.ts';
import { type OverdueRoutesDependencies, overdueRoutes } from './cases/overdue-routes.ts';
import { type DeadlineRoutesDependencies, deadlineRoutes } from './deadlines/deadline-routes.ts';
import { factKindRoutes } from './deadlines/fact-kind-routes.ts';
import { type ErasureRoutesDependencies, erasureRoutes } from './erasure/erasure-routes.ts';
import { type RetentionRoutesDependencies, retentionRoutes } from './erasure/retention-routes.ts';
import { readBody } from './http/read-body.ts';
import { type OidcRoutesDependencies, oidcRoutes } from './oidc/oidc-routes.ts';
import { type DeliveryRoutesDependencies, deliveryRoutes } from './operations/delivery-routes.ts';
import {
  type OrganisationRoutesDependencies,
  organisationRoutes,
} from './organisations/organisation-routes.ts';
import { type ReceiptRoutesDependencies, receiptRoutes } from './receipts/receipt-routes.ts';
import { type StatusRoutesDependencies, statusRoutes } from './status-page/status-routes.ts';
import { type TaskRoutesDependencies, taskRoutes } from './tasks/task-routes.ts';
import { type WarningRoutesDependencies, warningRoutes } from './warnings/warning-routes.ts';
import { type WebhookRoutesDependencies, webhookRoutes } from './webhooks/webhook-routes.ts';

export interface ApiRoutesDependencies
  extends AccountRoutesDependencies,
    AuditRoutesDependencies,
    CalendarRoutesDependencies,
    CaseAccessRoutesDependencies,
    CaseImportRoutesDependencies,
    CaseRoutesDependencies,
    DeadlineRoutesDependencies,
    DeliveryRoutesDependencies,
    DisclosureRoutesDependencies,
    ErasureRoutesDependencies,
    LoginRoutesDependencies,
    OidcRoutesDependencies,
    OrganisationRoutesDependencies,
    OverdueRoutesDependencies,
    ReceiptRoutesDependencies,
    RetentionRoutesDependencies,
    StatusRoutesDependencies,
    TaskRoutesDependencies,
    WarningRoutesDependencies,
    WebhookRoutesDependencies {}

/** /api/v1: what is asked for most comes first, since routers are tried in turn. */
export function apiRoutes(services: ApiRoutesDependencies): Router {
  const router = Router();
  // Whatever an answer holds, it is for the one who asked (RFC 9111, 5.2.2.5).
  router.use((_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  // Before the reader of JSON: a list comes as a file.
  router.use(caseImportRoutes(services));
  router.use(readBody());
  router.use('/cases', caseRoutes(services));
  router.use('/cases', receiptRoutes(services));
  router.use('/cases', disclosureRoutes(services));
  router.use('/cases', erasureRoutes(services));
  router.use('/status', statusRoutes(services));
  router.use('/deadlines', deadlineRoutes(services));
  router.use('/fact-kinds', factKindRoutes());
  router.use('/calendar', calendarRoutes(services));
  router.use('/warnings', warningRoutes(services));
  router.use('/overdue', overdueRoutes(services));
  router.use('/organisations', organisationRoutes(services));
  router.use('/organisations', webhookRoutes(services));
  router.use('/organisations', retentionRoutes(services));
  router.use('/tasks', taskRoutes(services));
  router.use(deliveryRoutes(services));
  router.use(auditRoutes(services));
  router.use(caseAccessRoutes(services));
  router.use(oidcRoutes(services));
  router.use(loginRoutes(services));
  router.use(accountRoutes(services));
  return router;
}
