import { expect } from 'chai';
import express from 'express';
import helmet from 'helmet';
import { SECURITY_HEADERS, securityHeaders } from '../../../server/http/security-headers.ts';
import { serveApp } from '../../support/serve-app.ts';

describe('the security headers', () => {
  it('are those of helmet, but that no browser is told to go to HTTPS', async () => {
    const app = express();
    app.disable('x-powered-by');
    app.get('/ours', securityHeaders, (_request, response) => void response.end());
    app.get('/helmet', helmet(), (_request, response) => void response.end());
    await serveApp(app, async (address) => {
      const [ours, theirs] = await Promise.all(
        ['ours', 'helmet'].map(async (path) => {
          const { date, ...headers } = Object.fromEntries((await fetch(`${address}/${path}`)).headers);
          return headers;
        }),
      );
      const policy = theirs?.['content-security-policy']?.replace(';upgrade-insecure-requests', '');
      expect(ours).to.deep.equal({ ...theirs, 'content-security-policy': policy });
      expect(SECURITY_HEADERS.size).to.be.above(10);
    });
  });
});
