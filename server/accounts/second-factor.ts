import { verify } from '@node-rs/argon2';
import type { TotpRemovalRequest } from '../../schemas/requests/staff-requests.ts';
import { Fault } from '../domain/fault.ts';
import { deriveKey } from '../secrets/derive-key.ts';
import { openText, sealText } from '../secrets/sealed-text.ts';
import type { Account, AccountStore } from './account-store.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import { newTotpSecret, totpStep } from './totp-code.ts';

export interface SecondFactorDependencies {
  accounts: AccountStore;
  secret: Buffer;
  now: () => Date;
}

/** The second factor of a login: enrolled, confirmed, asked for, taken away. */
export function secondFactor({ accounts, secret, now }: SecondFactorDependencies) {
  const sealingKey = deriveKey(secret, 'totp-secret');
  const recoveryKey = deriveKey(secret, 'totp-recovery');
  /** A secret opens with its own account alone. */
  const sealAt = (place: string) => ({ key: sealingKey, place });

  /** Begins anew each time until it is confirmed. @throws Fault `second_factor_enrolled` */
  async function enrol({ id, username, totp }: Account): Promise<{ secret: string; uri: string }> {
    if (isConfirmed(totp)) throw new Fault('second_factor_enrolled');
    const made = newTotpSecret(username);
    const sealedSecret = sealText(made.secret, sealAt(id));
    await accounts.setTotp(id, { sealedSecret, confirmedAt: null, lastStep: 0, recoveryCodeHashes: [] });
    return made;
  }

  /**
   * Takes the first code of the new factor and gives the recovery codes, which are shown this once.
   * @throws Fault `second_factor_enrolled`, `second_factor_not_begun`, `second_factor_wrong`
   */
  async function confirm({ id, totp }: Account, code: string): Promise<string[]> {
    if (totp === null) throw new Fault('second_factor_not_begun');
    if (isConfirmed(totp)) throw new Fault('second_factor_enrolled');
    const lastStep = totpStep(code, openText(totp.sealedSecret, sealAt(id)), now());
    if (lastStep === null) throw wrong();
    const codes = newRecoveryCodes();
    const recoveryCodeHashes = codes.map((one) => recoveryCodeHash(one, recoveryKey));
    await accounts.setTotp(id, { ...totp, confirmedAt: now(), lastStep, recoveryCodeHashes });
    return codes;
  }

  /**
   * Passes where the account has no second factor, or where the code is one of it that was not used before.
   * @throws Fault `second_factor_needed`, `second_factor_wrong`
   */
  async function check({ id, totp }: Account, code: string | null): Promise<void> {
    if (totp === null || !isConfirmed(totp)) return;
    if (code === null) throw new Fault('second_factor_needed', { pointer: '/code' });
    const { sealedSecret } = totp;
    const step = totpStep(code, openText(sealedSecret, sealAt(id)), now());
    const taken =
      step === null
        ? await accounts.takeRecoveryCode(id, recoveryCodeHash(code, recoveryKey))
        : await accounts.takeTotpStep(id, { sealedSecret, step });
    if (!taken) throw wrong();
  }

  /** Its owner gives it up, knowing the password and a code. @throws Fault `password_wrong`, and those of a code */
  async function giveUp(account: Account, { password, code }: TotpRemovalRequest): Promise<void> {
    if (!(await verify(account.passwordHash, password))) {
      throw new Fault('password_wrong', { pointer: '/password' });
    }
    await check(account, code);
    await remove(account);
  }

  async function remove({ id }: Pick<Account, 'id'>): Promise<void> {
    await accounts.setTotp(id, null);
  }

  return { enrol, confirm, check, giveUp, remove };
}

/** A factor that was begun and never confirmed must not lock its owner out. */
export function isConfirmed(totp: Account['totp']): boolean {
  return totp !== null && totp.confirmedAt !== null;
}

const wrong = () => new Fault('second_factor_wrong', { pointer: '/code' });
