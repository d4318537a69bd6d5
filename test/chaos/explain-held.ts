import type { LedgerRow } from './chaos-report.ts';
import type { Incident } from './incident.ts';
import type { SinkRecord } from './sink-record.ts';

export interface Trouble {
  incidents: readonly Incident[];
  sink: readonly SinkRecord[];
  /** The longest that a hand-over waits for the mail server. */
  waitMs: number;
}

const UNSURE_MS = 1000;

/** What left a notice in doubt: the fault of the mail server, or what was done to it or to the worker; null: nothing known. */
export function explainHeld(row: LedgerRow, { incidents, sink, waitMs }: Trouble): string | null {
  const begun = row.handedOverAt?.getTime();
  if (begun === undefined) return null;
  const from = begun - UNSURE_MS;
  const fault = sink.find(
    (one) => one.event === 'fault' && one.deliveryId === row.id && one.at >= from && !REFUSALS.has(one.fault),
  );
  const during = ({ at, until }: Incident) => at <= begun + waitMs + UNSURE_MS && until >= from;
  // A kill of its worker first: whatever else was going on, that one ended the hand-over.
  const blow =
    incidents.find((one) => one.workerId !== null && one.workerId === row.claimedBy && during(one)) ??
    incidents.find((one) => one.kind.endsWith('mail-server') && during(one)) ??
    // The answer came, and could not be written down.
    incidents.find((one) => one.kind === 'kill-database' && during(one));
  if (blow?.kind.startsWith('kill-') || fault === undefined) return blow?.kind ?? null;
  return fault.event === 'fault' ? fault.fault : null;
}

/** Faults that come with an answer leave nothing in doubt. */
const REFUSALS: ReadonlySet<string> = new Set(['not-now-after', 'refused-after']);
