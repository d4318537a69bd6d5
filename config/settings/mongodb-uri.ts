const DATABASE = 'heyi';

/**
 * The same URI with the database `heyi` when it names none; MongoDB would quietly take `test`.
 * With a database in the path MongoDB looks for the user there, without one in `admin`: said outright, so that
 * a login that worked before still works.
 */
export function mongodbUriWithDatabase(uri: string): string {
  const parts = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/.exec(uri);
  if (parts === null || (parts[2] ?? '') !== '') return uri;
  const [, server = '', , query] = parts;
  const options = new URLSearchParams(query);
  if (server.includes('@') && !options.has('authSource') && !options.has('authMechanism')) {
    options.set('authSource', 'admin');
  }
  return `${server}/${DATABASE}${options.size > 0 ? `?${options.toString()}` : ''}`;
}
