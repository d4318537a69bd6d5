import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import nunjucks from 'nunjucks';
import PostalMime, { type Address, type Email } from 'postal-mime';
import { type Language, mailSinkWords } from './mail-sink-words.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const templates = new nunjucks.Environment(new nunjucks.FileSystemLoader(here), { autoescape: true });

export const mailSinkStyle = readFileSync(new URL('mail-sink-style.css', import.meta.url), 'utf8');

/** A message in the list. */
export interface MailLine {
  id: string;
  receivedAt: string;
  to: string;
  subject: string | undefined;
}

/** A message that is no proper mail (headers too long, parts nested too deep) is shown as the text it is. */
export const parseMail = (bytes: Buffer): Promise<Email> =>
  PostalMime.parse(bytes).catch(() => ({
    headers: [],
    headerLines: [],
    attachments: [],
    text: bytes.toString('utf8'),
  }));

function addressText(address: Address): string {
  if (address.group) return address.group.map(addressText).join(', ');
  return address.name ? `${address.name} <${address.address}>` : address.address;
}

/** Whom it really went to: the envelope, kept as Delivered-To lines; blind copies are in no other header. */
const recipients = (email: Email) =>
  email.headers
    .filter(({ key }) => key === 'delivered-to')
    .map(({ value }) => value)
    .join(', ');

/** The time in the id, as a person reads it in this machine's zone: 2026-11-22 17:43:29. */
function receivedAt(id: string): string {
  const iso = id.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z.*$/, '$1-$2-$3T$4:$5:$6.$7Z');
  return new Date(iso).toLocaleString('sv-SE');
}

export function mailLine(id: string, email: Email): MailLine {
  return { id, receivedAt: receivedAt(id), to: recipients(email), subject: email.subject };
}

/** Text cut at its links, so that the template can make them clickable and escape everything. */
function linkedText(text: string): { plain?: string; link?: string }[] {
  return text
    .split(/(https?:\/\/[^\s<>"'，。；）》]+)/)
    .map((part, index) => (index % 2 === 1 ? { link: part } : { plain: part }));
}

export interface MailList {
  messages: readonly MailLine[];
  olderThan: string | undefined;
  missing: boolean;
}

export function mailListPage(list: MailList, language: Language): string {
  return templates.render('mail-sink-list.njk', { ...list, language, words: mailSinkWords[language] });
}

export function mailPage(id: string, email: Email, language: Language): string {
  return templates.render('mail-sink-message.njk', {
    ...mailLine(id, email),
    from: email.from && addressText(email.from),
    text: email.text && linkedText(email.text),
    hasHtml: email.html !== undefined,
    attachments: email.attachments.map(({ filename, mimeType }) => `${filename ?? '?'} (${mimeType})`),
    headers: email.headerLines.map(({ line }) => line).join('\n'),
    language,
    words: mailSinkWords[language],
  });
}

/** The HTML part as it came, its links opening in a window of their own. */
export function mailHtml(email: Email): string {
  const base = '<base target="_blank">';
  const html = email.html ?? '';
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, `$&${base}`) : base + html;
}
