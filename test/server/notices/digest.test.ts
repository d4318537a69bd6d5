import { expect } from 'chai';
import type { Services } from '../../../server/compose.ts';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { mediatedCase } from '../../support/mediated-case.ts';
import { act, done, type ShownCase } from '../../support/test-case.ts';
import { type TestPerson } from '../../support/test-city.ts';
import { testWorker } from '../../support/test-worker.ts';

describe('one mail a day', () => {
  let house: MailHouse;
  let app: MailHouse['app'];
  let city: MailHouse['city'];
  let sink: MailHouse['sink'];
  let worker: MailHouse['worker'];
  let first: ShownCase;
  let second: ShownCase;
  beforeEach(async () => {
    house = await openMailHouse();
    ({ app, city, sink, worker } = house);
    // M3 of both ends on 10-08; both reminders are told on 09-30, when the office opens at 9.
    first = await mediatedCase(app, city);
    second = await mediatedCase(app, city);
    await worker.sweepAndSend();
    sink.messages.length = 0;
  });
  afterEach(() => house.close());

  const choose = (by: TestPerson, body: object = { dailyDigest: true }) =>
    app.http.patch('/api/v1/accounts/current').set('Authorization', `Bearer ${by.token}`).send(body);
  const rows = async () =>
    (await app.services.deliveries.ofCase(first.id))
      .concat(await app.services.deliveries.ofCase(second.id))
      .filter(({ noticeKey }) => noticeKey.startsWith('M3/'));
  const states = async () => (await rows()).map(({ state }) => state);
  const mailsTo = (username: string) =>
    sink.messages.filter(({ to }) => to?.some(({ address }) => address === `${username}@union.example`));
  const withdraw = (subject: ShownCase, withdrawnOn = '2026-09-30') =>
    done(act(app, city.mediator, subject)('withdraw', { withdrawnOn, reason: '双方已自行和解' }));

  /** At the hour of the digest, with both reminders in it. */
  async function atTheDigest(): Promise<string[]> {
    await choose(city.mediator).expect(200);
    app.clock.set('2026-09-30T09:00');
    expect(await worker.sweepAndSend()).to.deep.equal([]);
    app.clock.set('2026-09-30T09:10');
    return (await worker.sweep()).unsent;
  }

  it('is for the one who chooses it, who can choose again', async () => {
    expect((await choose(city.mediator)).body.dailyDigest).to.equal(true);
    const shown = await app.http
      .get('/api/v1/accounts/current')
      .set('Authorization', `Bearer ${city.mediator.token}`);
    expect(shown.body.dailyDigest).to.equal(true);
    expect((await choose(city.mediator, { dailyDigest: false })).body.dailyDigest).to.equal(false);
    expect((await choose(city.mediator, { dailyDigest: 1 })).status).to.equal(422);
    expect((await choose(city.mediator, { dailyDigest: true, roles: ['head'] })).status).to.equal(422);
  });

  it('lists the reminders that can wait, when the office has opened; each row keeps its own words', async () => {
    const unsent = await atTheDigest();
    expect(unsent, 'one job for both').to.have.length(1);
    expect(await worker.send(unsent[0] ?? '')).to.equal('sent');
    const [mail, ...more] = mailsTo('mediator');
    expect(more).to.deep.equal([]);
    expect(mail?.subject).to.equal('和议每日提醒：2 项 / Heyi daily reminders: 2');
    expect(mail?.text).to.include(first.number).and.include(second.number);
    const sent = await rows();
    expect(sent.map(({ state }) => state)).to.deep.equal(['sent', 'sent']);
    expect(new Set(sent.map(({ sentAs }) => `<${sentAs}@heyi.example>`))).to.deep.equal(
      new Set([mail?.messageId]),
    );
    for (const row of sent) {
      const { caseId, text } = await app.services.deliveries.opened(row);
      const [own, other] = caseId === first.id ? [first, second] : [second, first];
      expect(text).to.include(own.number).and.include('2026-10-08').and.not.include(other.number);
    }
  });

  it('is sent once, however often its processor runs', async () => {
    const [id = ''] = await atTheDigest();
    await worker.send(id);
    const after = JSON.stringify(await rows());
    for (const row of await rows()) expect(await worker.send(row.id)).to.equal('not-ours');
    expect(await worker.sweepAndSend()).to.deep.equal([]);
    expect(JSON.stringify(await rows())).to.equal(after);
    expect(sink.messages).to.have.length(1);
  });

  it('is held whole, and not sent again, by a worker that died after the send', async () => {
    const [id = ''] = await atTheDigest();
    const { deliveries } = app.services;
    const dies = () => Promise.reject(new Error('killed'));
    const services: Services = { ...app.services, deliveries: { ...deliveries, markSent: dies } };
    const dying = testWorker({ services }, sink);
    let died: unknown;
    await dying.send(id).catch((error: unknown) => {
      died = error;
    });
    dying.close();
    expect(String(died)).to.include('killed');
    expect(await states()).to.deep.equal(['sending', 'sending']);
    app.clock.set('2026-09-30T09:20');
    expect(await worker.sweepAndSend()).to.deep.equal([]);
    expect(await states()).to.deep.equal(['held', 'held']);
    expect(sink.messages).to.have.length(1);
  });

  it('leaves out what is no longer true when its turn comes', async () => {
    const [id = ''] = await atTheDigest();
    await withdraw(second);
    const result = await worker.send(id);
    if (result === 'skipped') await worker.sweepAndSend();
    expect(await states()).to.have.members(['sent', 'skipped']);
    expect(sink.messages).to.have.length(1);
    expect(sink.messages[0]?.text).to.include(first.number).and.not.include(second.number);
  });

  it('is called off when a part of it becomes untrue while the mail server keeps the worker waiting', async () => {
    const [id = ''] = await atTheDigest();
    sink.beforeNext = async () => {
      await withdraw(second);
      app.clock.set('2026-09-30T09:11');
    };
    await worker.send(id);
    expect(sink.messages).to.deep.equal([]);
    expect(await states()).to.have.members(['due', 'skipped']);
    expect(await worker.sweepAndSend()).to.deep.equal(['sent']);
    expect(sink.messages[0]?.text).to.include(first.number).and.not.include(second.number);
  });

  it('is called off when the claim of one part has gone to another worker', async () => {
    const [id = ''] = await atTheDigest();
    const other = (await rows()).find((row) => row.id !== id);
    sink.beforeNext = async () => {
      const raised = { $inc: { fence: 1 } };
      await app.connection
        .collection<{ _id: string }>('deliveries')
        .updateOne({ _id: other?.id ?? '' }, raised);
    };
    expect(await worker.send(id)).to.equal('retry');
    expect(sink.messages).to.deep.equal([]);
    expect(await states()).to.have.members(['due', 'claimed']);
  });

  const FATES: [fate: string, arrange: () => void, state: string][] = [
    ['is refused for now', () => (sink.refuseNext = { code: 451, text: 'try again later' }), 'due'],
    ['is refused for good', () => (sink.refuseNext = { code: 554, text: 'no' }), 'undelivered'],
    ['is left in doubt', () => (sink.cutAfterNext = true), 'held'],
  ];
  for (const [fate, arrange, state] of FATES) {
    it(`has one fate for all that is in it, when it ${fate}`, async () => {
      const [id = ''] = await atTheDigest();
      arrange();
      await worker.send(id);
      expect(await states()).to.deep.equal([state, state]);
    });
  }

  it('goes out as one after it was refused for now', async () => {
    const [id = ''] = await atTheDigest();
    sink.refuseNext = { code: 451, text: 'try again later' };
    await worker.send(id);
    app.clock.set('2026-09-30T09:11');
    expect(await worker.sweepAndSend()).to.deep.equal(['sent']);
    expect(sink.messages.map(({ subject }) => subject)).to.deep.equal([
      '和议每日提醒：2 项 / Heyi daily reminders: 2',
    ]);
  });

  it('is no digest where there is one reminder alone, which says why its day is what it is', async () => {
    await withdraw(second, '2026-09-16');
    const [id = ''] = await atTheDigest();
    await worker.send(id);
    expect(mailsTo('mediator').map(({ text }) => text?.includes('第二十九条'))).to.deep.equal([true]);
  });

  it('never keeps back what is overdue, nor a reminder whose day would pass meanwhile', async () => {
    for (const person of [city.mediator, city.head, city.supervisor]) await choose(person).expect(200);
    // The last day: whoever comes to it after the digest of the day is told at once.
    app.clock.set('2026-10-08T10:00');
    expect(await worker.sweepAndSend()).to.deep.equal(['sent', 'sent']);
    expect(mailsTo('mediator')).to.have.length(2);
    app.clock.set('2026-10-09T09:00');
    await worker.sweepAndSend();
    expect(mailsTo('head')).to.have.length(2);
  });

  it('never keeps back a warning or an alert', async () => {
    for (const person of [city.head, city.supervisor, city.originHead]) await choose(person).expect(200);
    const migrant = {
      name: '王建国',
      origin: { regionCode: '371402', name: '德州市德城区' },
      categories: ['migrant'],
      claims: [{ cause: 'wages' }],
    };
    await mediatedCase(app, city, { workers: Array.from({ length: 12 }, () => migrant) });
    await worker.sweepAndSend();
    expect(mailsTo('head').map(({ subject }) => subject?.includes('预警'))).to.deep.equal([true]);
    expect(mailsTo('supervisor')).to.have.length(1);
    expect(mailsTo('origin-head')).to.have.length(1);
  });
});
