import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect } from 'chai';
import { listenFault } from '../../../config/starting/listen-fault.ts';

describe('the address that web will listen on', () => {
  it('is no fault when it is free, and is named with what to set when it is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const taken = await listenFault('127.0.0.1', port);
    expect(taken?.setting).to.equal('PORT');
    expect(taken?.wrong).to.equal(`${port} is taken: another program listens on it at 127.0.0.1`);
    expect(taken?.remedy).to.contain(`PORT=${port + 1}`);
    other.close();
    await once(other, 'close');
    expect(await listenFault('127.0.0.1', port)).to.equal(null);
  });

  it('names a HOST that is no address of this machine', async () => {
    expect(await listenFault('192.0.2.1', 3000)).to.include({ setting: 'HOST' });
    expect(await listenFault('no-such-host.invalid', 3000)).to.include({ setting: 'HOST' });
  });
});
