import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import express, { type RequestHandler } from 'express';
import type { Bilingual } from '../domain/bilingual.ts';
import { Fault } from '../domain/fault.ts';
import { InvalidFields, pointerTo } from '../domain/invalid-fields.ts';

const MOST_BODY = '1mb';
/** Twice what any request needs, and far below what a stack holds. */
const MOST_DEPTH = 20;
/** Of a body that is nothing but faults, so many are told. */
const MOST_NAMED = 100;
const WITH_BODY = ['POST', 'PUT', 'PATCH'];

const TEXT: Bilingual = {
  en: 'holds a character that is none (NUL, or half of a pair): type the text again without it',
  zh: '含有无效字符（空字符或不成对的代理字符），请去掉后重新填写',
};
const DEPTH: Bilingual = {
  en: `lies more than ${MOST_DEPTH} levels deep: take the levels away`,
  zh: `嵌套超过 ${MOST_DEPTH} 层，请减少层级`,
};

/** Reads JSON bodies. What no field of any request can hold is refused here, so that no schema must think of it. */
export function readBody(): RequestHandler[] {
  return [express.json({ limit: MOST_BODY, verify: refuseOtherBytes }), refuseUnfitBody];
}

/** RFC 8259, 8.1: JSON is UTF-8. Bytes that are not would be read as U+FFFD, and stored as it. */
// The signature is body-parser's.
// oxlint-disable-next-line max-params
function refuseOtherBytes(
  { method = '' }: IncomingMessage,
  _response: unknown,
  body: Buffer,
  charset: string,
): void {
  // The parser would take nothing for {}: a PUT would set everything back.
  if (body.length === 0 && WITH_BODY.includes(method)) throw new Fault('malformed_body');
  if (charset.toLowerCase() !== 'utf-8' || !isUtf8(body)) throw new Fault('malformed_body');
}

const refuseUnfitBody: RequestHandler = (request, _response, next) => {
  const { method, body } = request;
  if (body === undefined && WITH_BODY.includes(method)) {
    // Something was sent, and not as JSON.
    const unread = request.headers['content-type'] !== undefined && request.is('json') === false;
    throw new Fault(unread ? 'media_type_unsupported' : 'malformed_body');
  }
  checkStorable(body);
  next();
};

/** @throws InvalidFields naming what holds text that cannot be stored as it was sent */
export function checkStorable(body: unknown): void {
  const found: UnfitPart[] = [];
  collectUnfit(body, [], found);
  if (found.length > 0) {
    throw new InvalidFields((language) =>
      found.map(({ path, text }) => ({ pointer: pointerTo(path), detail: text[language] })),
    );
  }
}

interface UnfitPart {
  path: readonly (string | number)[];
  text: Bilingual;
}

/** Finds the parts of a body that cannot be stored as they were sent. */
function collectUnfit(part: unknown, path: UnfitPart['path'], found: UnfitPart[]): void {
  if (found.length >= MOST_NAMED) return;
  if (typeof part === 'string' && !isStorable(part)) found.push({ path, text: TEXT });
  if (typeof part !== 'object' || part === null) return;
  if (path.length > MOST_DEPTH) {
    found.push({ path, text: DEPTH });
    return;
  }
  for (const key of Array.isArray(part) ? part.keys() : Object.keys(part)) {
    if (typeof key === 'string' && !isStorable(key)) found.push({ path, text: TEXT });
    collectUnfit(Reflect.get(part, key), [...path, key], found);
  }
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
