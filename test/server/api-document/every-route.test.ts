import { expect } from 'chai';
import { OPERATIONS } from '../../../server/api-document/operations.ts';
import { CASE_ACTIONS } from '../../../server/domain/case-actions.ts';
import { QUEUE_PAGE } from '../../../server/operations/queue-page-routes.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

/** What the test reads of Express's own tree of routers. */
interface Layer {
  rawPath: string;
  route?: { path: string; stack: { method?: string }[] };
  handle: { stack?: Layer[] };
}

/** As far as Express's types do not tell it. */
const isLayer = (layer: object): layer is Layer => 'rawPath' in layer && 'handle' in layer;

const ACTIONS = '/api/v1/cases/{id}/actions/{action}';
/** Files that belong to a page. */
const ASSET = /\.(?:css|js)$/;

describe('the OpenAPI document', () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.stop());

  function routesOf(stack: readonly Layer[], mounted = ''): string[] {
    return stack.flatMap(({ rawPath, route, handle }) => {
      const path = `${mounted}${rawPath === '/' ? '' : rawPath}`;
      // Another library's own page, which is no part of the API.
      if (path === QUEUE_PAGE) return [];
      if (route === undefined) return routesOf(handle.stack ?? [], path);
      const methods = new Set(route.stack.flatMap(({ method }) => method ?? []));
      const template = path.replaceAll(/:(\w+)/g, '{$1}') || '/';
      return [...methods].map((method) => `${method} ${template}`);
    });
  }

  it('describes every route that there is, each action by itself, and no other', () => {
    const layers: object[] = app.express.router.stack;
    const root = layers.filter(isLayer);
    expect(root).to.have.length(layers.length);
    const there = routesOf(root)
      .filter((route) => !ASSET.test(route))
      .flatMap((route) =>
        route === `post ${ACTIONS}`
          ? Object.keys(CASE_ACTIONS).map((name) => route.replace('{action}', name))
          : [route],
      );
    expect(there).to.have.length.above(40);
    expect(there.sort()).to.deep.equal(OPERATIONS.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('is given in the language that is asked for, and every reference in it leads somewhere', async () => {
    for (const [language, title] of [
      ['zh-CN', '登录'],
      ['en', 'Logs in'],
    ] as const) {
      const answer = await app.http.get('/openapi.json').set('Accept-Language', language).expect(200);
      expect(answer.body.openapi).to.equal('3.1.0');
      expect(answer.body.paths['/api/v1/sessions'].post.summary).to.equal(title);
      const names = [...answer.text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
      expect(Object.keys(answer.body.components.schemas)).to.include.members(names);
      expect(names).to.include('Problem');
    }
  });

  it('names for a change its headers and each problem that it can meet', async () => {
    const { body } = await app.http.get('/openapi.json').set('Accept-Language', 'en');
    const { parameters, responses, security } = body.paths['/api/v1/cases/{id}/actions/accept'].post;
    expect(parameters.map(({ name }: { name: string }) => name)).to.have.members([
      'id',
      'If-Match',
      'Idempotency-Key',
    ]);
    expect(Object.keys(responses)).to.have.members([
      '200',
      '400',
      '401',
      '403',
      '404',
      '409',
      '412',
      '413',
      '415',
      '422',
      '428',
      '500',
    ]);
    expect(responses['412'].description).to.include('case_changed');
    expect(responses['412'].headers).to.include.keys('ETag');
    expect(responses['200'].headers).to.include.keys('ETag', 'Idempotent-Replayed');
    expect(security).to.deep.equal([{ login: [] }]);
  });

  it('has a page that is served from here alone', async () => {
    const page = await app.http.get('/api-docs').expect(200).expect('content-type', /html/);
    expect(page.headers['content-security-policy']).to.include("script-src 'self';");
    const addresses = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '');
    expect(addresses).to.have.length(4);
    for (const address of addresses) {
      expect(address).to.match(/^\/\w/);
      await app.http.get(address).expect(200);
    }
  });
});
