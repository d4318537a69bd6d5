import { expect } from 'chai';
import { as } from '../../support/as-person.ts';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { startMediation } from '../../support/mediated-case.ts';
import { act, done, register, type ShownCase } from '../../support/test-case.ts';
import { YEAR_2027 } from '../../support/year-2027.ts';

describe('workers who were told a day that the publication of a year moves', () => {
  let house: MailHouse;
  let app: MailHouse['app'];
  let city: MailHouse['city'];
  let agreed: ShownCase;

  /** An agreement of 20 December 2026: M5 ends on Monday 4 January 2027, and the worker is told so five days before. */
  beforeEach(async () => {
    house = await openMailHouse();
    ({ app, city } = house);
    app.clock.set('2026-12-20T10:00');
    const on = '2026-12-20';
    const { case: registered } = await register(app, city.clerk, { receivedOn: on, consentToProcessOn: on });
    const mediated = await startMediation({ app, city, registered, on });
    const signed = { workerSignedOn: on, respondentSignedOn: on, mediatorSignedOn: on, sealedOn: on };
    agreed = await done(
      act(
        app,
        city.mediator,
        mediated,
      )('agree', {
        terms: '支付工资。',
        ...signed,
        instalments: [{ dueOn: '2027-03-15', amountFen: 1_000_000 }],
      }),
    );
    app.clock.set('2026-12-30T09:00');
    await settle();
    expect(await calls()).to.deep.equal([false]);
    await as(app, city.admin).post('/calendar/years', YEAR_2027).expect(201);
  });
  afterEach(() => house.close());

  async function settle(): Promise<void> {
    for (let round = 0; round < 4; round += 1) await house.worker.sweepAndSend();
  }
  /** Of each call to the worker, in order, whether it says that a day has moved. */
  async function calls(): Promise<boolean[]> {
    const { tasks } = (await as(app, city.head).get('/tasks').expect(200)).body;
    return tasks
      .filter(({ call }: { call: { name: string } }) => call.name === '王建国')
      .map(({ text }: { text: string }) => text.includes('之前告知的日期有变') && text.includes('1月5日'));
  }

  it('are told the new one, once', async () => {
    expect(await app.services.recomputeDeadlines()).to.equal(1);
    for (let round = 0; round < 2; round += 1) {
      await app.connection.collection('cases').updateMany({}, { $set: { nextNoticeAt: app.clock.now() } });
      await settle();
    }
    expect((await calls()).filter((moved) => moved)).to.have.length(1);
  });

  it('are told nothing more where they have withdrawn since', async () => {
    await app.services.recomputeDeadlines();
    const stored = await app.services.cases.find(agreed.id, {});
    const left = (stored?.workers ?? []).map((one) => ({
      ...one,
      left: { on: '2026-12-30', reason: '误登' },
    }));
    expect(left).to.have.length(1);
    const cases = app.connection.collection<{ _id: string }>('cases');
    await cases.updateOne({ _id: agreed.id }, { $set: { 'workers.0.left': left[0]?.left } });
    await settle();
    expect(await calls()).to.deep.equal([]);
  });
});
