import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { dictionary, adjacencyGraphs as graphs } from '@zxcvbn-ts/language-common';
import { Fault } from '../domain/fault.ts';

/** The library's highest grade: about 10^10 guesses by one who tries the likely ones first. */
const GOOD_SCORE = 4;
const SERVICE_WORDS = ['heyi', 'hé yì', '和议'];

/** Made at the first use: the lists take a moment to read. */
let estimator: ZxcvbnFactory | undefined;

/**
 * Refuses what is among the first guesses: the commonest passwords, rows of keys, repetitions, years, and the
 * person's own names. No rules of composition, no expiry (NIST SP 800-63B 5.1.1.2); the length is the schema's.
 * @param own words that others know of the person: the username, the name
 * @param pointer the field that holds the password
 * @throws Fault `password_weak`
 */
export function checkPassword(password: string, own: readonly string[], pointer = '/password'): void {
  estimator ??= new ZxcvbnFactory({ dictionary, graphs });
  const { score } = estimator.check(password, [...SERVICE_WORDS, ...own]);
  if (score < GOOD_SCORE) throw new Fault('password_weak', { pointer });
}
