import type { MediationCase } from '../../server/domain/case.ts';
import type { CaseVersion } from './case-history.ts';

/** The keys of a case's notices as a version of it has them. */
export type KeysOf = (subject: MediationCase) => ReadonlySet<string>;

/**
 * How long before an instant a notice was true for the last time by the writes of its case, in favour of the one
 * who sent it wherever that is not sure. 0: it was true at that instant; Infinity: it had never been.
 */
export function sinceTrueMs(
  versions: readonly CaseVersion[],
  { noticeKey, at, keysOf }: { noticeKey: string; at: number; keysOf: KeysOf },
): number {
  const since = versions.map(({ subject, from }, index) => {
    if (from > at || !keysOf(subject).has(noticeKey)) return Infinity;
    const until = versions[index + 1]?.by ?? Infinity;
    return Math.max(0, at - until);
  });
  return Math.min(...since);
}
