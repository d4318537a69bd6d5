import { expect } from 'chai';
import { networkOf } from '../../../server/http/network-of.ts';

describe('the network of an address', () => {
  for (const [address, network] of [
    ['203.0.113.1', '203.0.113.1'],
    ['::ffff:203.0.113.1', '203.0.113.1'],
    ['2001:db8:1:2::1', '2001:db8:1:0::/56'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:0::/56'],
    ['2001:0DB8:0001:01ff::', '2001:db8:1:100::/56'],
    ['2001:db8::1', '2001:db8:0:0::/56'],
    ['fe80::1%eth0', 'fe80:0:0:0::/56'],
    ['::1', '0:0:0:0::/56'],
    ['', ''],
  ] as const) {
    it(`${address} is ${network}`, () => {
      expect(networkOf(address)).to.equal(network);
    });
  }
});
