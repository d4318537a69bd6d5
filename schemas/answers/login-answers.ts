import { z } from 'zod';
import { instant } from './answer-fields.ts';
import { organisationAnswer } from './staff-answers.ts';

export const loginListAnswer = z.strictObject({
  sessions: z.array(
    z.strictObject({
      id: z.string(),
      createdAt: instant,
      lastUsedAt: instant,
      expiresAt: instant,
      current: z.boolean(),
    }),
  ),
});

export const oidcCallbackAnswer = z.strictObject({
  next: z.string(),
  needsCode: z.boolean().meta({ description: 'the account has a second factor: send its code' }),
});

export const enrolmentAnswer = z.strictObject({
  secret: z.string(),
  uri: z.string().meta({ description: 'otpauth://, for the authenticator’s camera' }),
});

export const recoveryCodesAnswer = z.strictObject({ recoveryCodes: z.array(z.string()) });
export const organisationEditAnswer = organisationAnswer;
