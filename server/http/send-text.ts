import type { Express, Response } from 'express';

/**
 * Sends a body that is text already. Express's `send` reads the type back, parses and writes it again, and makes a
 * Buffer of a long text, which Node cannot put into one write with the headers; all it knows that matters here is
 * when the one who asks has the answer already.
 */
export function sendText(response: Response, type: string, text: string): void {
  const { 'if-none-match': hasTag, 'if-modified-since': hasDate } = response.req.headers;
  if (hasTag !== undefined || hasDate !== undefined) {
    response.type(type).send(text);
    return;
  }
  response.setHeader('Content-Type', `${type}; charset=utf-8`);
  response.setHeader('Content-Length', Buffer.byteLength(text));
  // Of an answer to HEAD, Node sends the headers alone.
  response.end(text);
}

/** Lets the answers of an application send objects and lists so: stands in for Express's `json`. */
export function sendJsonAsText(app: Express): void {
  app.response.json = function json(body: unknown) {
    sendText(this, 'application/json', JSON.stringify(body));
    return this;
  };
}
