import type { Cause } from './causes.ts';
import type { CaseWorker } from './worker.ts';

interface Claiming<Claim> {
  workers: readonly { claims: readonly Claim[]; left?: CaseWorker['left'] }[];
  jointClaims?: readonly Claim[];
}

/** 劳动报酬 owed. Double wages are a penalty and no pay, and have the ordinary limits. */
const WAGE_CAUSES: readonly Cause[] = ['wages', 'overtime-pay', 'minimum-wage'];

/** Every claim of a case, each worker's own and what they claim together; whoever left the case claims nothing in it. */
export function claimsOf<Claim>({ workers, jointClaims = [] }: Claiming<Claim>): Claim[] {
  return [...workers.flatMap(({ claims, left = null }) => (left === null ? claims : [])), ...jointClaims];
}

/**
 * True where wages are claimed and nothing else: their own rules of limitation and payment then hold (LDMAA 27). While
 * nobody has said what is claimed they do not: the year that runs is the safe one.
 */
export function owesOnlyWages(subject: Claiming<{ cause: Cause }>): boolean {
  const claims = claimsOf(subject);
  return claims.length > 0 && claims.every(isOfWages);
}

export function isOfWages({ cause }: { cause: Cause }): boolean {
  return WAGE_CAUSES.includes(cause);
}
