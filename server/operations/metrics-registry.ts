import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { withinTime } from '../health/within-time.ts';

/** Longer than readiness takes to give a part up, shorter than Prometheus waits. */
const MOST_WAIT_MS = 4000;

/** The registry of one process, with what Node tells of itself: memory, CPU, event loop, handles. */
export function metricsRegistry(): Registry {
  const register = new Registry();
  collectDefaultMetrics({ register, prefix: 'heyi_' });
  return register;
}

export interface AskedGauge {
  register: Registry;
  name: string;
  help: string;
  label?: string;
  /** The values, by label; asked for at each reading. */
  ask: () => Promise<Readonly<Record<string, number>>>;
}

/** A gauge that is read when it is asked for; what cannot be found out is left out, and the rest is still told. */
export function askedGauge({ register, name, help, label, ask }: AskedGauge): void {
  const gauge = new Gauge({
    name,
    help,
    labelNames: label === undefined ? [] : [label],
    registers: [register],
    async collect() {
      gauge.reset();
      const values = await withinTime(ask(), MOST_WAIT_MS).catch(() => null);
      if (values === null && label === undefined) gauge.remove();
      for (const [key, value] of Object.entries(values ?? {})) {
        if (label === undefined) gauge.set(value);
        else gauge.set({ [label]: key }, value);
      }
    },
  });
}
