import type { Request } from 'express';

/** The value of a cookie, or nothing. */
export function cookieOf(request: Request, name: string): string {
  const cookies = (request.get('cookie') ?? '').split(/;\s*/);
  return cookies.find((cookie) => cookie.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}
