import { expect } from 'chai';
import { startTestApp, type TestApp } from '../../support/test-app.ts';
import { act, caseRequest, done, register, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

const ON = '2026-09-16';

describe('facts from outside', () => {
  let app: TestApp;
  let city: TestCity;
  let subject: ShownCase;
  before(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
    subject = (await register(app, city.clerk)).case;
  });
  after(() => app.stop());

  const tell = (fact: object) => act(app, city.clerk, subject)('record-fact', { happenedOn: ON, ...fact });

  it('keep what the clock was told of them on the timeline', async () => {
    subject = await done(tell({ kind: 'hearing-set', details: { hearingOn: '2026-10-15' } }));
    expect(subject.timeline.at(-1)).to.deep.include({
      kind: 'hearing-set',
      happenedOn: ON,
      details: { hearingOn: '2026-10-15' },
    });
    expect(subject.deadlines.find(({ rule }) => rule === 'A5-hearing')).to.include({
      state: 'running',
      dueOn: '2026-10-15',
    });
  });

  const ID = '88888888-8888-4888-8888-888888888888';
  const rows: [title: string, fact: object, pointer: string][] = [
    ['a hearing without its day', { kind: 'hearing-set' }, '/details/hearingOn'],
    [
      'a hearing before it was set',
      { kind: 'hearing-set', details: { hearingOn: '2026-09-15' } },
      '/details/hearingOn',
    ],
    [
      'a hearing that was set on no day',
      { kind: 'hearing-set', happenedOn: null, details: { hearingOn: '2026-10-15' } },
      '/happenedOn',
    ],
    ['an application of some month', { kind: 'application-received', happenedOn: '2026-09' }, '/happenedOn'],
    ['more time without its days', { kind: 'award-extended' }, '/details/days'],
    ['what is not told of such a fact', { kind: 'suit-filed', details: { days: 5 } }, '/details/days'],
    ['what no fact is told', { kind: 'suit-filed', details: { rule: 'A6' } }, '/details/rule'],
    ['a claim that is none', { kind: 'right-known', details: { claimId: ID } }, '/details/claimId'],
  ];
  for (const [title, fact, pointer] of rows) {
    it(`are refused with ${title}, in Chinese too`, async () => {
      for (const language of ['en', 'zh']) {
        const answer = await tell(fact).set('Accept-Language', language);
        expect(answer.status, JSON.stringify(answer.body)).to.equal(422);
        const [error] = answer.body.errors ?? [answer.body];
        expect(error.pointer).to.equal(pointer);
        expect(/\p{Script=Han}/u.test(error.detail)).to.equal(language === 'zh');
      }
    });
  }

  it('tell no second application', async () => {
    const answer = await tell({ kind: 'application-received' });
    expect([answer.status, answer.body.code]).to.deep.equal([409, 'application_known']);
  });

  it('may stand in the history of a registration, but not in place of its own fields', async () => {
    const known = { kind: 'debt-acknowledged', happenedOn: '2026-09-10', details: { unproven: true } };
    const { case: shown } = await register(app, city.clerk, { history: [known] });
    expect(shown.timeline[0]).to.deep.include(known);
    const wrong = [
      { kind: 'application-received', happenedOn: ON },
      { kind: 'right-known', happenedOn: ON, details: { claimId: ID } },
    ];
    const answer = await app.http
      .post('/api/v1/cases')
      .set('Authorization', `Bearer ${city.clerk.token}`)
      .send(caseRequest({ history: wrong }));
    expect(answer.status).to.equal(422);
    expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).to.deep.equal([
      '/history/0/kind',
      '/history/1/details/claimId',
    ]);
  });
});
