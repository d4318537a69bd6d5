import type { Request, Response } from 'express';
import { Fault } from '../domain/fault.ts';

/** A record's version as its entity tag. */
export function setVersion(response: Response, version: number): void {
  response.set('ETag', `"${version}"`);
}

/** The version that the sender saw, from If-Match. @throws Fault `version_required` */
export function seenVersion(request: Request): number {
  const match = /^"(\d{1,15})"$/.exec(request.get('if-match') ?? '');
  if (match === null) throw new Fault('version_required');
  return Number(match[1]);
}
