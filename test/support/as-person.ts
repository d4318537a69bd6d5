import type { TestApp } from './test-app.ts';

type Method = 'get' | 'post' | 'patch' | 'delete';

/** Requests to the API of a test, as somebody: `as(app, head).post('/accounts', {…})`; a patch names the version seen. */
export function as({ http }: Pick<TestApp, 'http'>, { token }: { token: string }) {
  const ask = (method: Method) => (path: string, body?: object) =>
    http[method](`/api/v1${path}`)
      .set('Authorization', `Bearer ${token}`)
      .send(body ?? (method === 'post' ? {} : undefined));
  const patch = (path: string, body?: object, version = 0) =>
    ask('patch')(path, body).set('If-Match', `"${version}"`);
  return { get: ask('get'), post: ask('post'), patch, delete: ask('delete') };
}
