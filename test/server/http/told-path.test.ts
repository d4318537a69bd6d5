import { expect } from 'chai';
import { toldPath } from '../../../server/http/told-path.ts';

const ID = '3f0e9a52-5b0c-4a52-9c2e-0a4a2f6f1d11';
const HASH = 'ab'.repeat(32);

describe('the path that logs and the audit keep', () => {
  for (const [address, kept] of [
    [`/api/v1/cases/${ID}/actions/start-mediation`, `/api/v1/cases/${ID}/actions/start-mediation`],
    [`/api/v1/deliveries/${HASH}/retry`, `/api/v1/deliveries/${HASH}/retry`],
    ['/api/v1/worker-list-template.xlsx', '/api/v1/worker-list-template.xlsx'],
    ['/', '/'],
    ['/api/v1/cases?q=13977001001', '/api/v1/cases'],
    ['/api/v1/cases/13977001001', '/api/v1/cases/…'],
    ['/api/v1/cases/370102199001151015/audit', '/api/v1/cases/…/audit'],
    [`/api/v1/cases/${encodeURIComponent('王建国')}`, '/api/v1/cases/…'],
    ['/api/v1/cases/王建国', '/api/v1/cases/…'],
  ] as const) {
    it(`of ${address.slice(0, 60)} is ${kept.slice(0, 60)}`, () => {
      expect(toldPath(address)).to.equal(kept);
    });
  }
});
