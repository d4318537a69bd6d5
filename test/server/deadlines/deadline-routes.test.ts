import { expect } from 'chai';
import express from 'express';
import supertest from 'supertest';
import { deadlineRoutes } from '../../../server/deadlines/deadline-routes.ts';
import { builtInCalendar } from '../../../server/domain/calendar.ts';
import { answerProblem } from '../../../server/http/problem.ts';

const calendar = builtInCalendar();
const app = express().use(express.json(), deadlineRoutes({ calendar }), answerProblem);
const ask = (body: object, language = 'en') =>
  supertest(app).post('/explain').set('Accept-Language', language).send(body);

describe('POST /api/v1/deadlines/explain', () => {
  it('answers as the command line does', async () => {
    const { body, status } = await ask({ rule: 'M3', from: '2026-09-16', region: '370100' });
    expect(status).to.equal(200);
    expect(body).to.include({ rule: 'M3', due: '2026-10-08', provisional: false, standing: 'law' });
    expect(body.worker.zh).to.contain('2026年10月8日').and.not.to.contain('第二十九条');
  });

  it('tells an organisation without a legal basis that the limit is its own', async () => {
    const { body } = await ask({ rule: 'M3', from: '2026-09-16', footing: 'none' });
    expect(body.standing).to.equal('local-target');
    expect(body.zh).to.contain('不是法定期限');
  });

  const faults: [title: string, body: object, field: string, code: string, pointer: string][] = [
    ['an unknown rule', { rule: 'M99', from: '2026-09-16' }, 'rule', 'unknown-rule', '/rule'],
    ['an impossible day', { rule: 'M3', from: '2026-02-30' }, 'from', 'impossible-day', '/from'],
    ['a missing start', { rule: 'M3' }, 'from', 'missing-start', '/from'],
    [
      'an event that is none',
      { rule: 'M3', events: [{ kind: 'tea', on: '2026-01-05' }] },
      'events[0].kind',
      'unknown-event',
      '/events/0/kind',
    ],
    ['a day outside the calendar', { rule: 'A11', from: '2199-06-01' }, 'on', 'out-of-range', '/on'],
  ];
  for (const [title, body, field, code, pointer] of faults) {
    it(`names the field: ${title}`, async () => {
      const answer = await ask(body);
      expect(answer.status).to.equal(422);
      expect(answer.type).to.equal('application/problem+json');
      expect(JSON.parse(answer.text).errors[0]).to.include({ field, code, pointer });
    });
  }

  it('names every field of the wrong type', async () => {
    const { status, text } = await ask({ rule: 3, from: ['2026-09-16'], events: [{ kind: { $gt: '' } }] });
    expect(status).to.equal(422);
    const pointers = JSON.parse(text).errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).to.include.members(['/rule', '/from', '/events/0/kind', '/events/0/on']);
  });

  it('says what is wrong in Chinese to those who read Chinese', async () => {
    const { text } = await ask({ rule: 'M3', from: '2026-02-30' }, 'zh');
    expect(JSON.parse(text).detail).to.contain('这一天不存在');
  });
});
