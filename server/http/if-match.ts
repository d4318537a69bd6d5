import type { Request } from 'express';
import { Fault } from '../domain/fault.ts';

/** A record's version as its entity tag. */
export function versionTag({ version }: { version: number }): { ETag: string } {
  return { ETag: `"${version}"` };
}

/** The version that the sender saw, from If-Match. @throws Fault `version_required` */
export function seenVersion(request: Pick<Request, 'get'>): number {
  const match = /^"(\d{1,15})"$/.exec(request.get('if-match') ?? '');
  if (match === null) throw new Fault('version_required');
  return Number(match[1]);
}
