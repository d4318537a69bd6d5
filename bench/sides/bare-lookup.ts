import { createServer } from 'node:http';
import mongoose from 'mongoose';
import { z } from 'zod';
import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import { answerOrders } from '../frame/answer-orders.ts';
import { listenOnSparePort } from '../frame/listen-on-spare-port.ts';
import { readJson } from '../frame/read-json.ts';

const order = z.object({ mongodbUri: z.string(), bodyBytes: z.number() });
const lookup = z.object({ number: z.string() });

/** The least that could look a case up over HTTP: node:http, one findOne of the driver, a body of the same size. */
answerOrders(order, async ({ mongodbUri, bodyBytes }) => {
  const client = await new mongoose.mongo.MongoClient(mongodbUri).connect();
  const cases = client.db().collection<CaseDocument>('cases');
  const server = createServer((request, response) => {
    void (async () => {
      const { number } = lookup.parse(await readJson(request));
      const found = await cases.findOne({ number }, { hint: { number: 1 } });
      const shown = { number: found?.number, state: found?.state, rest: '' };
      const rest = '-'.repeat(Math.max(0, bodyBytes - Buffer.byteLength(JSON.stringify(shown))));
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ...shown, rest }));
    })().catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  return { url: await listenOnSparePort(server) };
});
