import type { RequestHandler } from 'express';
import { Fault } from '../domain/fault.ts';
import { OPERATIONS } from './operations.ts';

interface Address {
  pattern: RegExp;
  methods: string[];
}

/** Every address of the service with the methods that it answers. */
const ADDRESSES = addressesOf(OPERATIONS);

/** What no route has answered: the address is none, or answers other methods (RFC 9110, 15.5.6). */
export const refuseUnanswered: RequestHandler = ({ method, path }, response) => {
  const allowed = ADDRESSES.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods);
  if (allowed.length === 0 || allowed.includes(method)) throw new Fault('route_not_found');
  response.set('Allow', allowed.join(', '));
  throw new Fault('method_not_allowed', { params: { allowed: allowed.join(', ') } });
};

function addressesOf(operations: readonly { path: string; method: string }[]): Address[] {
  const methods = new Map<string, string[]>();
  for (const { path, method } of operations) {
    const known = methods.get(path) ?? [];
    methods.set(path, [...known, method.toUpperCase(), ...(method === 'get' ? ['HEAD'] : [])]);
  }
  return Array.from(methods, ([path, known]) => ({ pattern: patternOf(path), methods: known }));
}

/** `{id}` stands for one step of the path. */
function patternOf(path: string): RegExp {
  const steps = path.split(/\{[^}]+\}/).map((text) => text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${steps.join('[^/]+')}/?$`);
}
