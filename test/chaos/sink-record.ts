import { readFileSync } from 'node:fs';

/** What the faulty mail server does to a message, or to the line on which it comes; each after its own moment. */
export const SINK_FAULTS = {
  /** Turned away: 421. */
  busy: 2,
  /** Answers, but only after more than a second: what the worker knows has grown old by then. */
  'slow-before': 4,
  /** 451 before the message. */
  'not-now': 2,
  /** 550 before the message. */
  'unknown-mailbox': 0.5,
  'cut-before-data': 1.5,
  'cut-at-data': 1.5,
  'cut-in-message': 1,
  /** 451 for a message that was read to its end. */
  'not-now-after': 1.5,
  /** 554 for a message that was read to its end. */
  'refused-after': 0.5,
  /** Read to its end, not taken, no answer. */
  'cut-untaken': 1,
  /** Taken, no answer. */
  'cut-taken': 1,
  /** Taken, and says so late. */
  slow: 4,
  /** Taken, and says so when the worker has long given up. */
  'too-slow': 0.5,
  /** Taken, and waits before it says so: the moment for which a worker is killed. */
  hesitates: 1.5,
  none: 77,
} as const;
export type SinkFault = keyof typeof SINK_FAULTS;

/** A line of the sink's file. `taken` lines are on disk before the sender hears of it: they are what counts. */
export type SinkRecord =
  | { event: 'taken'; deliveryId: string; begunAt: number; at: number }
  | { event: 'fault'; fault: SinkFault; deliveryId: string | null; at: number };

/** A line that was cut by a kill was never acknowledged, so it is no record. */
export function readSinkRecords(file: string): SinkRecord[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return line === '' ? [] : [JSON.parse(line) as SinkRecord];
      } catch {
        return [];
      }
    });
}
