import { Counter, Gauge, Histogram } from 'prom-client';
import type { DeliveryStore } from '../server/notices/delivery-store.ts';
import type { SendResult } from '../server/notices/end-attempt.ts';
import type { SweepResult } from '../server/notices/sweep-notices.ts';
import { metricsRegistry } from '../server/operations/metrics-registry.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** What a worker tells of its own work. */
export function workerMetrics() {
  const registers = [metricsRegistry()] as const;
  const lag = new Histogram({
    name: 'heyi_notice_lag_seconds',
    help: 'From the instant at which a notice fell due to its sending, by kind; the wait for the addressee’s hours is in it.',
    labelNames: ['kind'],
    buckets: [1, 5, 15, MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 16 * HOUR, 72 * HOUR],
    registers: [...registers],
  });
  const handled = new Counter({
    name: 'heyi_notices_handled_total',
    help: 'Notices that this worker has had in hand, by what became of them.',
    labelNames: ['result'],
    registers: [...registers],
  });
  const sweepSeconds = new Histogram({
    name: 'heyi_sweep_duration_seconds',
    help: 'How long this worker took to sweep a slice of cases.',
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [...registers],
  });
  const sliceCases = new Histogram({
    name: 'heyi_sweep_slice_cases',
    help: 'Cases with something due in a slice that this worker swept.',
    buckets: [0, 1, 10, 100, 250, 499, 500],
    registers: [...registers],
  });
  const mailServer = new Gauge({
    name: 'heyi_mail_server_up',
    help: 'Whether the mail server answered this worker (1) or not (0).',
    registers: [...registers],
  });
  const [register] = registers;
  return {
    contentType: register.contentType,
    text: () => register.metrics(),
    handled: (result: SendResult) => handled.inc({ result }),
    mailServer: (fault: string | null) => mailServer.set(fault === null ? 1 : 0),
    measureSweep: measuredSweep(sweepSeconds, sliceCases),
    measureLag: (deliveries: DeliveryStore) => measuredDeliveries(deliveries, lag),
  };
}

function measuredSweep(seconds: Histogram, cases: Histogram) {
  return (sweep: () => Promise<SweepResult>) => async (): Promise<SweepResult> => {
    const end = seconds.startTimer();
    const result = await sweep();
    end();
    cases.observe(result.cases);
    return result;
  };
}

/** The ledger as it is, with the lag noted of each row that is marked as sent. */
function measuredDeliveries(deliveries: DeliveryStore, lag: Histogram<'kind'>): DeliveryStore {
  const inHand = new WeakMap<object, { kind: string; dueAt: Date }>();
  return {
    ...deliveries,
    async claim(id, claimant) {
      const delivery = await deliveries.claim(id, claimant);
      if (delivery !== null) inHand.set(delivery, { kind: delivery.noticeKind, dueAt: delivery.dueAt });
      return delivery;
    },
    async markSent(claim, mark) {
      await deliveries.markSent(claim, mark);
      const sent = inHand.get(claim);
      if (sent)
        lag.observe({ kind: sent.kind }, Math.max(0, mark.sentAt.getTime() - sent.dueAt.getTime()) / 1000);
    },
  };
}
