import { generateSecret, generateURI, verifySync } from 'otplib';

const ISSUER = 'Heyi';
/** A code of the step before or after counts too: telephones' clocks differ. */
const TOLERANCE_SECONDS = 30;

/** A new shared secret in base 32, and the address that an authenticator reads from a QR code. */
export function newTotpSecret(username: string): { secret: string; uri: string } {
  const secret = generateSecret();
  return { secret, uri: generateURI({ issuer: ISSUER, label: username, secret }) };
}

/** The step of time that a code belongs to; null where it is none of now. */
export function totpStep(code: string, secret: string, now: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ token: code, secret, epoch, epochTolerance: TOLERANCE_SECONDS });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}
