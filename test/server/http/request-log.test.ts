import { expect } from 'chai';
import express from 'express';
import { pino } from 'pino';
import { requestLog } from '../../../server/http/request-log.ts';
import { serveApp } from '../../support/serve-app.ts';
import { until } from '../../support/until.ts';

const ROWS = [
  { asked: '/cases?q=王建国', path: '/cases', status: 200, level: 30, msg: 'request completed' },
  { asked: '/refused', path: '/refused', status: 404, level: 30, msg: 'request completed' },
  { asked: '/broken', path: '/broken', status: 503, level: 50, msg: 'request errored' },
];

describe('the log of requests', () => {
  const lines: string[] = [];
  const app = express();
  app.use(requestLog(pino({ base: null }, { write: (line) => lines.push(line) })));
  app.get('/healthz', (_request, response) => void response.end());
  app.get('/cut', (_request, response) => void response.destroy());
  app.get('/inside', (request, response) => {
    request.log.warn({ err: new Error('too late') }, 'a part of it failed');
    response.end();
  });
  for (const { path, status } of ROWS) {
    app.get(path, (_request, response) => void response.status(status).end());
  }
  const logged = async (count: number) => {
    await until(`${count} lines of the log`, () => lines.length === count);
    return lines.splice(0).map((line) => JSON.parse(line));
  };

  it('has one line a request: method, path without what was asked for, status and time', () =>
    serveApp(app, async (address) => {
      for (const { asked, path, status, level, msg } of ROWS) {
        const answer = await fetch(address + asked);
        const [line] = await logged(1);
        const { time, responseTime, ...rest } = line;
        expect(rest).to.deep.equal({
          level,
          requestId: answer.headers.get('X-Request-Id'),
          req: { method: 'GET', path },
          res: { statusCode: status },
          msg,
        });
        expect(responseTime).to.be.a('number');
      }
    }));

  it('tells an answer that was cut off, and says nothing of probes', () =>
    serveApp(app, async (address) => {
      await fetch(`${address}/healthz`);
      await fetch(`${address}/cut`).catch(() => undefined);
      expect((await logged(1))[0]).to.deep.include({
        msg: 'request aborted',
        req: { method: 'GET', path: '/cut' },
      });
    }));

  it('names the request in every line that is written on its way, and of an error keeps type and stack', () =>
    serveApp(app, async (address) => {
      const answer = await fetch(`${address}/inside`);
      const [line] = await logged(2);
      expect(line).to.include({ requestId: answer.headers.get('X-Request-Id'), msg: 'a part of it failed' });
      expect(line.err).to.have.all.keys('type', 'stack');
    }));
});
