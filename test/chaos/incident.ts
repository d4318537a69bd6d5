/** What is done to the processes, and how often of all. */
export const INCIDENTS = {
  'kill-worker': 30,
  'pause-worker': 14,
  'pause-worker-past-lease': 6,
  'restart-worker': 12,
  'kill-web': 8,
  'kill-redis': 5,
  'empty-redis': 4,
  'flush-redis': 8,
  'kill-mail-server': 5,
  'stop-mail-server': 4,
  'kill-database': 6,
} as const;

export type IncidentKind =
  | keyof typeof INCIDENTS
  /** Aimed: when the mail server had the message, before or after it said so. */
  | 'kill-before-answer'
  | 'kill-after-answer';

export interface Incident {
  kind: IncidentKind;
  at: number;
  /** When it was over: a pause, an outage. */
  until: number;
  /** Of the worker that it hit. */
  workerId: string | null;
}

const KILLS: readonly IncidentKind[] = [
  'kill-worker',
  'kill-web',
  'kill-redis',
  'empty-redis',
  'kill-mail-server',
  'kill-database',
  'kill-before-answer',
  'kill-after-answer',
];

/** True where a process ended by kill -9. */
export function isKill({ kind }: Incident): boolean {
  return KILLS.includes(kind);
}
