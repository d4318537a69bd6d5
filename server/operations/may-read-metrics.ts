import { createHash, timingSafeEqual } from 'node:crypto';

/** True for the one who sends the token as `Authorization: Bearer …`. */
export function mayReadMetrics(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}
