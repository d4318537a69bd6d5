import { mobileNumber, type TextMessageProvider } from '../notices/text-message-channel.ts';
import { type CasesOfPhoneDependencies, casesOfPhone } from './cases-of-phone.ts';
import type { OneTimeCodes } from './one-time-code.ts';
import type { CodeRequest, OneTimeCodeStore } from './one-time-code-store.ts';

export interface SendCodesDependencies extends CasesOfPhoneDependencies {
  oneTimeCodes: OneTimeCodes;
  codeRequests: OneTimeCodeStore;
  provider: TextMessageProvider;
  render: (code: string) => string;
  now: () => Date;
}

/** What became of one request for a code. */
export interface SentCode {
  requestId: string;
  result: string;
}

const AT_ONCE = 5;

/**
 * Sends the codes that were asked for, each once at most: a message that gets lost is asked for anew, by somebody who
 * waits for it. Nothing goes to a number that no case has.
 */
export function sendCodes(dependencies: SendCodesDependencies) {
  const { oneTimeCodes, codeRequests, provider, render, now } = dependencies;
  const findCases = casesOfPhone(dependencies);

  async function send({ id, sealedPhone }: CodeRequest): Promise<SentCode> {
    const phone = oneTimeCodes.openPhone(sealedPhone, id);
    const to = mobileNumber(phone);
    if (to === null || (await findCases(phone)).length === 0) return { requestId: id, result: 'nobody' };
    const text = render(oneTimeCodes.codeOf(id));
    const { kind } = await provider.send({ id, to, text }, async () => true);
    return { requestId: id, result: kind };
  }

  async function takeSome(): Promise<CodeRequest[]> {
    const some: CodeRequest[] = [];
    while (some.length < AT_ONCE) {
      const asked = await codeRequests.take(now());
      if (asked === null) break;
      some.push(asked);
    }
    return some;
  }

  return async (signal?: AbortSignal): Promise<SentCode[]> => {
    const sent: SentCode[] = [];
    await codeRequests.removeExpired(now());
    while (!signal?.aborted) {
      const some = await takeSome();
      sent.push(...(await Promise.all(some.map(send))));
      if (some.length < AT_ONCE) break;
    }
    return sent;
  };
}
