import type { Request } from 'express';

/** How a limit stands after an attempt. */
export interface LimitStanding {
  name: string;
  /** So many attempts in so many seconds. */
  attempts: number;
  perSeconds: number;
  left: number;
  msLeft: number;
}

/** Tells a client how much is left to it, as draft-ietf-httpapi-ratelimit-headers has it. */
export function tellLimit({ res }: Pick<Request, 'res'>, standing: LimitStanding): void {
  const { name, attempts, perSeconds, left, msLeft } = standing;
  res?.set('RateLimit-Policy', `"${name}";q=${attempts};w=${perSeconds}`);
  res?.set('RateLimit', `"${name}";r=${Math.max(0, left)};t=${Math.ceil(msLeft / 1000)}`);
}
