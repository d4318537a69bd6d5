import { isIPv6 } from 'node:net';

const GROUPS = 8;
const HIGH_BYTE = 0xff00;

/**
 * The network of whoever asks: an IPv4 address as it is, of an IPv6 address the first 56 bits. A household or a rented
 * server has at least 2^64 addresses of version 6, so a limit by address would be none.
 */
export function networkOf(address: string): string {
  const version4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (version4 !== undefined) return version4;
  if (!isIPv6(address)) return address;
  const [front = '', back] = address.split('::');
  const head = front.split(':').filter(Boolean);
  const tail = back?.split(':').filter(Boolean) ?? [];
  const between = back === undefined ? 0 : Math.max(0, GROUPS - head.length - tail.length);
  const groups = [...head, ...Array<string>(between).fill('0'), ...tail];
  const [first, second, third, fourth] = groups.map((group) => Number.parseInt(group, 16));
  const prefix = [first, second, third, (fourth ?? 0) & HIGH_BYTE].map((group) => (group ?? 0).toString(16));
  return `${prefix.join(':')}::/56`;
}
