import type { Cause } from './case.ts';

/** 劳动报酬 owed. Double wages are a penalty and no pay, and have the ordinary limits. */
const WAGE_CAUSES: readonly Cause[] = ['wages', 'overtime-pay', 'minimum-wage'];

/** True where nothing but wages is claimed: their own rules of limitation and payment then hold (LDMAA 27). */
export function owesOnlyWages(workers: readonly { claims: readonly { cause: Cause }[] }[]): boolean {
  return workers.every(({ claims }) => claims.every(({ cause }) => WAGE_CAUSES.includes(cause)));
}
