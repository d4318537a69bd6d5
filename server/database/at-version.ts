/** The filter of a record at a version that somebody saw; 0 is one that was stored before versions were counted, too. */
export function atVersion(
  id: string,
  version: number,
): { _id: string; version: number | { $in: (number | null)[] } } {
  return { _id: id, version: version === 0 ? { $in: [0, null] } : version };
}

/** With every change; to be used as a part of an update. */
export const NEXT_VERSION = { $inc: { version: 1 } } as const;
