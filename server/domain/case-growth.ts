import type { MediationCase } from './case.ts';

/** What says how large a case is. */
export type SizedCase = Pick<
  MediationCase,
  'registeredAt' | 'workers' | 'headcounts' | 'jointClaims' | 'timeline'
>;

/** A case as large as it was recorded to be from a moment on; with what is known today of the rows of that time. */
export interface SizeOfCase {
  at: Date;
  subject: Pick<MediationCase, 'workers' | 'headcounts' | 'jointClaims'>;
}

/**
 * How a case grew, from its registration on. Rows of workers and head counts are only added, and each that came later has
 * left its line, so the lines tell which were there when: the days that people name may lie long before.
 */
export function growthOf({
  registeredAt,
  workers,
  headcounts = [],
  jointClaims = [],
  timeline,
}: SizedCase): SizeOfCase[] {
  // What a case told of itself at its registration (its history) is part of how large it was then.
  const steps = timeline.filter(
    ({ kind, recordedAt }) =>
      (kind === 'worker-joined' || kind === 'headcount-told') && recordedAt > registeredAt,
  );
  const joined = (rows: typeof steps) =>
    rows.reduce((sum, { kind, workers: count }) => sum + (kind === 'worker-joined' ? (count ?? 0) : 0), 0);
  const told = (rows: typeof steps) => rows.filter(({ kind }) => kind === 'headcount-told').length;
  const sizeBefore = (later: typeof steps, at: Date): SizeOfCase => ({
    at,
    subject: {
      workers: workers.slice(0, Math.max(0, workers.length - joined(later))),
      headcounts: headcounts.slice(0, Math.max(0, headcounts.length - told(later))),
      jointClaims,
    },
  });
  return [
    sizeBefore(steps, registeredAt),
    ...steps.map(({ recordedAt }, index) => sizeBefore(steps.slice(index + 1), recordedAt)),
  ];
}
