import { createHmac } from 'node:crypto';
import type { MediationCase } from '../domain/case.ts';
import { deriveKey } from '../secrets/derive-key.ts';
import { bigramsOf, initialsOf, plainName, plainPhone } from './search-words.ts';

/** 48 bits: a token that stands for two things now and then costs a look at a case that does not match. */
const TOKEN_BYTES = 6;
export const LAST_DIGITS = 4;
const MOST_PAIRS_AT_HAND = 20_000;

export type SearchKind = 'name' | 'initials' | 'phone' | 'phone-end' | 'id-number' | 'credit-code';

/** What tokens are made of. */
export type Searchable = Pick<MediationCase, 'workers' | 'respondents'>;

export type SearchTokens = ReturnType<typeof createSearchTokens>;

/**
 * Keyed hashes by which a case is found without its names and numbers standing in the database: HMAC-SHA-256 under a
 * key of their own, which follows from the service's secret.
 */
export function createSearchTokens(secret: Buffer) {
  const key = deriveKey(secret, 'search-tokens');

  function tokenOf(kind: SearchKind, text: string): string {
    return createHmac('sha256', key)
      .update(`${kind}:${text}`)
      .digest()
      .subarray(0, TOKEN_BYTES)
      .toString('base64url');
  }

  const pairTokens = new Map<string, string>();

  /** Few pairs of characters make up most names. */
  function pairToken(kind: 'name' | 'initials', pair: string): string {
    const known = pairTokens.get(`${kind}:${pair}`);
    if (known !== undefined) return known;
    const token = tokenOf(kind, pair);
    if (pairTokens.size < MOST_PAIRS_AT_HAND) pairTokens.set(`${kind}:${pair}`, token);
    return token;
  }

  /** The tokens of a name, or of part of one; fewer than two characters have none. */
  const nameTokens = (name: string) => bigramsOf(plainName(name)).map((pair) => pairToken('name', pair));
  const initialsTokens = (initials: string) => bigramsOf(initials).map((pair) => pairToken('initials', pair));

  function phoneTokens(text: string): string[] {
    const phone = plainPhone(text);
    return [tokenOf('phone', phone), tokenOf('phone-end', phone.slice(-LAST_DIGITS))];
  }

  /** All under which a case is found. */
  function tokensOf({ workers, respondents }: Searchable): string[] {
    const names = [...workers, ...respondents].flatMap(({ name }) => name ?? []);
    const tokens = [
      ...names.flatMap(nameTokens),
      ...names.flatMap((name) => initialsTokens(initialsOf(name))),
      ...workers.flatMap(({ phone }) => (phone === null ? [] : phoneTokens(phone))),
      ...workers.flatMap(({ idNumber }) => (idNumber == null ? [] : [tokenOf('id-number', idNumber)])),
      ...respondents.flatMap(({ creditCode }) =>
        creditCode === null ? [] : [tokenOf('credit-code', creditCode)],
      ),
    ];
    return [...new Set(tokens)];
  }

  return { tokenOf, nameTokens, initialsTokens, tokensOf };
}
