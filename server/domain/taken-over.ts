import type { MediationCase } from './case.ts';

/** A case that began elsewhere, or with an early warning: not every day of it is known to those who have it now. */
export function isTakenOver({ origin, channel }: Pick<MediationCase, 'origin' | 'channel'>): boolean {
  return Boolean(origin) || channel === 'early-warning';
}
