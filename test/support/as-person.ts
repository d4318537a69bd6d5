import type { TestApp } from './test-app.ts';

type Method = 'get' | 'post' | 'patch' | 'delete';

/** Requests to the API of a test, as somebody: `as(app, head).post('/accounts', {…})`. */
export function as({ http }: Pick<TestApp, 'http'>, { token }: { token: string }) {
  const ask = (method: Method) => (path: string, body?: object) =>
    http[method](`/api/v1${path}`)
      .set('Authorization', `Bearer ${token}`)
      .send(body ?? (method === 'post' ? {} : undefined));
  return { get: ask('get'), post: ask('post'), patch: ask('patch'), delete: ask('delete') };
}
