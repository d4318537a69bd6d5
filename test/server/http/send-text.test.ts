import { expect } from 'chai';
import express from 'express';
import supertest from 'supertest';
import { sendJsonAsText } from '../../../server/http/send-text.ts';

const BODY = { name: '王建国', long: '和'.repeat(1000) };
const ROWS = [
  { title: 'a reader', method: 'get', headers: {}, status: 200 },
  { title: 'who asks for the headers alone', method: 'head', headers: {}, status: 200 },
  { title: 'who has this version', method: 'get', headers: { 'If-None-Match': '"7"' }, status: 304 },
  { title: 'who has another version', method: 'get', headers: { 'If-None-Match': '"6"' }, status: 200 },
] as const;

describe('an answer in JSON', () => {
  const lean = express();
  sendJsonAsText(lean);
  const plain = express();
  for (const app of [lean, plain]) {
    app.disable('x-powered-by');
    app.get('/', (_request, response) => void response.set('ETag', '"7"').json(BODY));
  }
  const answerOf = async (app: express.Express, { method, headers }: (typeof ROWS)[number]) => {
    const answer = await supertest(app)[method]('/').set(headers);
    const { date, ...others } = answer.headers;
    return { status: answer.status, text: answer.text, headers: others };
  };

  for (const row of ROWS) {
    it(`is for ${row.title} what Express answers: ${row.status}`, async () => {
      const answer = await answerOf(lean, row);
      expect(answer.status).to.equal(row.status);
      expect(answer).to.deep.equal(await answerOf(plain, row));
    });
  }
});
