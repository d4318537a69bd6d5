import { expect } from 'chai';
import express from 'express';
import { rawSender } from '../../support/send-raw.ts';
import { serveApp } from '../../support/serve-app.ts';

describe('the server of an application', () => {
  it('makes requests and answers that have the prototypes of the application before it sees them', async () => {
    const app = express();
    app.get('/', (request, response) => {
      response.json({ host: request.hostname, app: request.app === app && response.app === app });
    });
    await serveApp(app, async (address, server) => {
      const made: unknown[] = [];
      server.prependListener('request', (request, response) => {
        made.push(Object.getPrototypeOf(request), Object.getPrototypeOf(response));
      });
      const answer = await fetch(address);
      expect(await answer.json()).to.deep.equal({ host: '127.0.0.1', app: true });
      expect(made).to.have.length(2);
      expect(made[0]).to.equal(app.request);
      expect(made[1]).to.equal(app.response);
    });
  });

  it('passes over an expectation that is not known, and answers', async () => {
    const app = express().get('/', (_request, response) => {
      response.json({ answered: true });
    });
    await serveApp(app, async (address) => {
      const sender = rawSender(Number(new URL(address).port));
      const headers = { Expect: 'nonsense' };
      const { status, text } = await sender.send({ method: 'get', path: '/', headers });
      sender.stop();
      expect({ status, text }).to.deep.equal({ status: 200, text: '{"answered":true}' });
    });
  });
});
