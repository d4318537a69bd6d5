import { isIP } from 'node:net';
import { z } from 'zod';

const MOST_HOPS = 9;

/** How many proxies a request passes, or their addresses and networks; Express takes both as `trust proxy`. */
export const trustedProxies = z.string().transform((text, context): number | string[] => {
  if (/^\d+$/.test(text)) {
    if (Number(text) <= MOST_HOPS) return Number(text);
    context.addIssue({ code: 'custom', message: `is more than ${MOST_HOPS} proxies` });
    return z.NEVER;
  }
  const addresses = text.split(',').map((part) => part.trim());
  const wrong = addresses.find((address) => !isNetwork(address));
  if (wrong === undefined) return addresses;
  context.addIssue({ code: 'custom', message: 'is neither a number nor addresses' });
  return z.NEVER;
});

/** An address, or a network as 10.0.0.0/8. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
