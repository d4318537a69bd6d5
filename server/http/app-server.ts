import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { Express } from 'express';

/**
 * Serves an application whose requests and answers are made with Express's prototypes. Node makes them with its own,
 * and Express then swaps the prototypes of each (app.handle), after which V8 forgets what it had learnt about objects
 * of that shape and looks every property up anew; to set the prototype that an object has already changes nothing.
 * It took a quarter of the processor time of a request (docs/decisions/requests-with-expresss-prototypes.md).
 */
export function appServer(app: Express): Server {
  class AppRequest extends IncomingMessage {}
  class AppResponse extends ServerResponse {}
  Object.setPrototypeOf(AppRequest.prototype, app.request);
  Object.setPrototypeOf(AppResponse.prototype, app.response);
  Object.assign(app, { request: AppRequest.prototype, response: AppResponse.prototype });
  const server = createServer({ IncomingMessage: AppRequest, ServerResponse: AppResponse }, app);
  // RFC 9110, 10.1.1: what is expected and not known may be passed over; Node would refuse it without a word.
  return server.on('checkExpectation', app);
}
