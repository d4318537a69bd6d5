import type { Fact } from './fact.ts';
import type { Audience } from './reminders.ts';

/** So long a case that was opened in an emergency stays open: an hour, in milliseconds (house rule, no law). */
export const OPENED_FOR_MS = 3_600_000;

/** Somebody without the right to a case has opened it in an emergency. */
export interface OpeningNotice {
  kind: 'emergency-opening';
  key: string;
  at: Date;
  to: Extract<Audience, { role: 'overseers' }>;
  /** By name. */
  openedBy: string;
  until: Date;
}

/** Every opening of a case, to those who oversee it; in which state the case is does not matter. */
export function openingNotices({ timeline }: { timeline: readonly Fact[] }): OpeningNotice[] {
  return timeline
    .filter(({ kind }) => kind === 'opened-in-emergency')
    .map(({ id, recordedAt, note }) => ({
      kind: 'emergency-opening',
      key: `emergency-opening/${id}`,
      at: recordedAt,
      to: { role: 'overseers' },
      openedBy: note ?? '',
      until: new Date(recordedAt.getTime() + OPENED_FOR_MS),
    }));
}
