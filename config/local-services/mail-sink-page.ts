import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { MailSinkStore } from './mail-sink-store.ts';
import { mailHtml, mailLine, mailListPage, mailPage, mailSinkStyle, parseMail } from './mail-sink-view.ts';
import type { Language } from './mail-sink-words.ts';

const PAGE_LENGTH = 50;
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";
// Mail is strangers' text: no script, no network, no access to the page around it.
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

interface Answer {
  status?: number;
  type: string;
  policy?: string;
  body: string | Buffer;
}

const html = (body: string): Answer => ({ type: 'text/html; charset=utf-8', body });

function languageOf(request: IncomingMessage, url: URL): Language {
  const wanted = url.searchParams.get('lang') ?? request.headers['accept-language'] ?? '';
  return /^en/i.test(wanted) ? 'en' : 'zh';
}

async function listPage(store: MailSinkStore, url: URL, language: Language): Promise<string> {
  const before = url.searchParams.get('before');
  const ids = (await store.list()).filter((id) => before === null || id < before);
  const shown = ids.slice(0, PAGE_LENGTH);
  const messages = await Promise.all(
    shown.map(async (id) => {
      const bytes = await store.read(id);
      return bytes === null ? [] : [mailLine(id, await parseMail(bytes))];
    }),
  );
  return mailListPage(
    {
      messages: messages.flat(),
      olderThan: ids.length > PAGE_LENGTH ? shown.at(-1) : undefined,
      missing: url.pathname !== '/',
    },
    language,
  );
}

async function answer(store: MailSinkStore, url: URL, language: Language): Promise<Answer> {
  if (url.pathname === '/style.css') return { type: 'text/css; charset=utf-8', body: mailSinkStyle };
  const [, id = '', part] = /^\/messages\/([^/]+)(?:\/(html|source))?$/.exec(url.pathname) ?? [];
  const bytes = await store.read(id);
  if (bytes === null) {
    return { ...html(await listPage(store, url, language)), status: url.pathname === '/' ? 200 : 404 };
  }
  if (part === 'source') return { type: 'text/plain; charset=utf-8', body: bytes };
  const email = await parseMail(bytes);
  if (part === 'html') return { ...html(mailHtml(email)), policy: MAIL_POLICY };
  return html(mailPage(id, email, language));
}

function send(response: ServerResponse, { status = 200, type, policy = PAGE_POLICY, body }: Answer): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  });
  response.end(body);
}

/** A web page elsewhere may point a name of its own at 127.0.0.1; only our own names are answered. */
const isOwnName = (host: string | undefined) => /^(?:127\.0\.0\.1|localhost):\d+$/.test(host ?? '');

/** The local page: the messages, newest first, and one of them. */
export function mailSinkPage(store: MailSinkStore): Server {
  return createServer((request, response) => {
    if (!isOwnName(request.headers.host)) {
      send(response, { status: 403, type: 'text/plain', body: 'Open this page as http://127.0.0.1.\n' });
      return;
    }
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    answer(store, url, languageOf(request, url)).then(
      (found) => send(response, found),
      (error: unknown) => send(response, { status: 500, type: 'text/plain', body: `${String(error)}\n` }),
    );
  });
}
