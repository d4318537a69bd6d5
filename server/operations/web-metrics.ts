import { Histogram } from 'prom-client';
import type { checkReadiness } from '../health/check-readiness.ts';
import type { SetAsideStore } from '../notices/set-aside-store.ts';
import type { StandingDeliveryStore } from '../notices/standing-delivery-store.ts';
import { askedGauge, metricsRegistry } from './metrics-registry.ts';

export interface WebMetricsDependencies {
  standingDeliveries: Pick<StandingDeliveryStore, 'count' | 'oldestDueAt'>;
  setAsides: Pick<SetAsideStore, 'count'>;
  readiness: ReturnType<typeof checkReadiness>;
  /** Jobs of the queue by state. */
  jobCounts: () => Promise<Record<string, number>>;
  now: () => Date;
}

/** A request that was answered: its route as a pattern, so that no id and no name is told. */
export interface AnsweredRequest {
  method: string;
  route: string;
  status: number;
  seconds: number;
}

export type WebMetrics = ReturnType<typeof webMetrics>;

/** What a web process tells of itself, and of what all processes share: the ledger, the queue, the parts behind. */
export function webMetrics(dependencies: WebMetricsDependencies) {
  const { standingDeliveries, setAsides, readiness, jobCounts, now } = dependencies;
  const register = metricsRegistry();
  const requests = new Histogram({
    name: 'heyi_http_request_duration_seconds',
    help: 'Time from the request to the end of its answer, by route pattern and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [register],
  });
  askedGauge({
    register,
    name: 'heyi_notices',
    help: 'Notices that are due and unsent, in doubt (held) or failed; counted up to 10,000.',
    label: 'state',
    ask: () => standingDeliveries.count(now()),
  });
  askedGauge({
    register,
    name: 'heyi_notices_oldest_due_age_seconds',
    help: 'For how long the notice that waits longest could have been sent; 0 when none waits.',
    ask: async () => {
      const oldest = await standingDeliveries.oldestDueAt(now());
      return { age: oldest === null ? 0 : (now().getTime() - oldest.getTime()) / 1000 };
    },
  });
  askedGauge({
    register,
    name: 'heyi_cases_set_aside',
    help: 'Cases whose notices cannot be dealt with and that are tried again later; the workers log which and why.',
    ask: async () => ({ cases: await setAsides.count() }),
  });
  askedGauge({
    register,
    name: 'heyi_jobs',
    help: 'Jobs of the queue in Redis by state.',
    label: 'state',
    ask: jobCounts,
  });
  askedGauge({
    register,
    name: 'heyi_part_up',
    help: 'Whether each part behind the service answers (1) or not (0), as /readyz says.',
    label: 'part',
    ask: async () => {
      const { parts } = await readiness();
      return Object.fromEntries(Object.entries(parts).map(([part, { ok }]) => [part, ok ? 1 : 0]));
    },
  });
  return {
    contentType: register.contentType,
    text: () => register.metrics(),
    answered({ method, route, status, seconds }: AnsweredRequest) {
      requests.observe({ method, route, status }, seconds);
    },
  };
}
