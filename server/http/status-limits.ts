import type { Redis } from 'ioredis';
import { attemptDelay } from './attempt-delay.ts';
import { type AttemptLimit, attemptLimit } from './attempt-limit.ts';

/** What slows strangers down who look for cases without a login. */
export interface StatusLimits {
  /** Failed look-ups by network; whoever has the right code is not refused. */
  limitLookups: AttemptLimit;
  /** Failed look-ups by what was typed as the number, whether there is such a case or not; never refuses. */
  slowCaseLookups: AttemptLimit;
  /** Codes that are asked for, by network. */
  limitCodes: AttemptLimit;
  /** Codes that one network asks for, for one telephone: nobody elsewhere uses them up for its owner. */
  limitPhoneCodes: AttemptLimit;
  /** The same over a day: from a network, fifty guesses a day at one telephone, where a million codes are possible. */
  limitPhoneCodesADay: AttemptLimit;
}

export interface StatusLimitsOptions {
  redis: Redis;
  secret: Buffer;
  /** Look-ups that may fail, and codes that may be asked for, from one network in five minutes. */
  lookups?: number;
}

const FIVE_MINUTES = 300;
const QUARTER_HOUR = 900;
const DAY = 86_400;

export function statusLimits({ redis, secret, lookups = 30 }: StatusLimitsOptions): StatusLimits {
  const shared = { redis, secret };
  return {
    limitLookups: attemptLimit({ ...shared, name: 'lookup', attempts: lookups, perSeconds: FIVE_MINUTES }),
    slowCaseLookups: attemptDelay({
      ...shared,
      name: 'case-lookup',
      attempts: 5,
      perSeconds: QUARTER_HOUR,
      stepMs: 200,
      mostMs: 3000,
    }),
    limitCodes: attemptLimit({ ...shared, name: 'code', attempts: lookups, perSeconds: FIVE_MINUTES }),
    limitPhoneCodes: attemptLimit({ ...shared, name: 'phone-code', attempts: 3, perSeconds: QUARTER_HOUR }),
    limitPhoneCodesADay: attemptLimit({ ...shared, name: 'phone-code-day', attempts: 10, perSeconds: DAY }),
  };
}
