/** A word of the API, a file's name, an id or a hash; whatever else somebody put into an address may be a name or a number. */
const KNOWN = /^(?:[a-z][a-z.-]*|v\d|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{64})?$/;
const HIDDEN = '…';

/** The path of an address as logs and the audit may keep it: without its query, and without what is no part of the API. */
export function toldPath(originalUrl: string): string {
  const [path = ''] = originalUrl.split('?', 1);
  return path
    .split('/')
    .map((segment) => (KNOWN.test(segment) ? segment : HIDDEN))
    .join('/');
}
