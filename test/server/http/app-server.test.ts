import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express from 'express';
import { appServer } from '../../../server/http/app-server.ts';

describe('the server of an application', () => {
  it('makes requests and answers that have the prototypes of the application before it sees them', async () => {
    const app = express();
    app.get('/', (request, response) => {
      response.json({ host: request.hostname, app: request.app === app && response.app === app });
    });
    const server = appServer(app);
    const made: { request: unknown; response: unknown }[] = [];
    server.prependListener('request', (request, response) => {
      made.push({
        request: Object.getPrototypeOf(request),
        response: Object.getPrototypeOf(response),
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect(await answer.json()).to.deep.equal({ host: '127.0.0.1', app: true });
    expect(made).to.have.length(1);
    expect(made[0]?.request).to.equal(app.request);
    expect(made[0]?.response).to.equal(app.response);
    server.closeAllConnections();
    server.close();
  });
});
