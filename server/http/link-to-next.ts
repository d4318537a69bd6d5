import type { Request } from 'express';

/** The next page of a list as RFC 8288 has it: the same address with another cursor. */
export function linkToNext(
  { originalUrl }: Pick<Request, 'originalUrl'>,
  nextCursor: string | null,
): { Link?: string } {
  if (nextCursor === null) return {};
  const [path = '', query] = originalUrl.split('?', 2);
  const fields = new URLSearchParams(query);
  fields.set('cursor', nextCursor);
  return { Link: `<${path}?${fields.toString()}>; rel="next"` };
}
