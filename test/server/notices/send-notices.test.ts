import { expect } from 'chai';
import type { CaseDocument } from '../../../schemas/documents/case-document.ts';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { mediatedCase } from '../../support/mediated-case.ts';
import { act, done, register } from '../../support/test-case.ts';

describe('reminders and alerts', () => {
  let house: MailHouse;
  let app: MailHouse['app'];
  let city: MailHouse['city'];
  let sink: MailHouse['sink'];
  let worker: MailHouse['worker'];
  beforeEach(async () => {
    house = await openMailHouse();
    ({ app, city, sink, worker } = house);
  });
  afterEach(() => house.close());

  const mailsTo = (username: string) =>
    sink.messages.filter(({ to }) => to?.some(({ address }) => address === `${username}@union.example`));

  const inMediation = () => mediatedCase(app, city);

  it('tell the union of the workers’ origin of a cross-region case, without a name or a sum', async () => {
    await register(app, city.clerk);
    expect(await worker.sweepAndSend()).to.deep.equal(['sent']);
    const [mail] = mailsTo('origin-head');
    expect(mail?.text).to.include('德州市德城区').and.include('历下区总工会调解中心');
    expect(`${mail?.subject}${mail?.text}`).to.not.match(/王建国|13800001234|12500|建筑劳务/);
  });

  it('remind the mediator three days before mediation ends, once, however often the worker runs', async () => {
    await inMediation();
    // M3 ends on 10-08; three days before lies in the holidays, so it is told on the last working day, 09-30.
    app.clock.set('2026-09-30T08:59');
    await worker.sweepAndSend();
    expect(mailsTo('mediator')).to.have.length(0);
    app.clock.set('2026-09-30T09:00');
    for (let round = 0; round < 3; round += 1) await worker.sweepAndSend();
    expect(mailsTo('mediator')).to.have.length(1);
    const [mail] = mailsTo('mediator');
    expect(mail?.subject).to.equal(
      '和议提醒：一项工作将于 2026-10-08 到期 / Heyi: one task is due on 2026-10-08',
    );
    expect(mail?.text).to.include('第二十九条').and.include('2026-10-08');
    expect(`${mail?.subject}${mail?.text}`).to.not.include('王建国');
  });

  it('say nothing of a deadline that has been met before its reminder fell due', async () => {
    const mediated = await inMediation();
    app.clock.set('2026-09-22T10:00');
    await done(
      act(app, city.mediator, mediated)('withdraw', { withdrawnOn: '2026-09-22', reason: '双方已自行和解' }),
    );
    app.clock.set('2026-10-12T10:00');
    await worker.sweepAndSend();
    expect(mailsTo('mediator')).to.have.length(0);
  });

  it('skip a reminder whose case moved on between the sweep and the sending', async () => {
    const mediated = await inMediation();
    await worker.sweepAndSend();
    app.clock.set('2026-09-30T09:00');
    const { unsent } = await worker.sweep();
    expect(unsent).to.have.length(1);
    await done(
      act(app, city.mediator, mediated)('withdraw', { withdrawnOn: '2026-09-30', reason: '双方已自行和解' }),
    );
    expect(await worker.send(unsent[0] ?? '')).to.equal('skipped');
    expect(mailsTo('mediator')).to.have.length(0);
  });

  it('go to the mediator, then the head, then the supervisor, when nothing happens', async () => {
    await inMediation();
    for (const day of ['2026-09-30', '2026-10-08', '2026-10-09', '2026-10-12']) {
      app.clock.set(`${day}T09:00`);
      await worker.sweepAndSend();
    }
    expect(mailsTo('mediator').length).to.equal(2);
    expect(mailsTo('head').length).to.equal(1);
    expect(mailsTo('supervisor').length).to.equal(1);
  });

  it('after a day of downtime tell only the latest of several reminders', async () => {
    await inMediation();
    app.clock.set('2026-10-10T10:00');
    await worker.sweepAndSend();
    expect(mailsTo('mediator').map(({ subject }) => subject)).to.deep.equal([
      '和议提醒：一项工作已于 2026-10-08 到期 / Heyi: one task was due on 2026-10-08',
    ]);
    expect(mailsTo('head').length).to.equal(1);
  });

  it('are dropped when a newer one of the same deadline is due, after days without a mail server', async () => {
    const { id } = await inMediation();
    await worker.sweepAndSend();
    // Nothing is taken from the first reminder on: each attempt is answered with "later".
    for (const day of ['2026-09-30', '2026-10-08']) {
      app.clock.set(`${day}T09:00`);
      sink.refuseNext = { code: 451, text: 'try again later' };
      expect(await worker.sweepAndSend()).to.include('retry');
    }
    app.clock.set('2026-10-08T10:00');
    await worker.sweepAndSend();
    expect(mailsTo('mediator').map(({ subject }) => subject)).to.have.length(1);
    const outcomes = (await app.services.deliveries.ofCase(id))
      .filter(
        ({ noticeKey, accountId }) => noticeKey.startsWith('M3/') && accountId === city.mediator.accountId,
      )
      .map(({ noticeKey, state, outcome }) => `${noticeKey.split('/')[3]} ${state}: ${outcome}`);
    expect(outcomes).to.have.members([
      '-3 skipped: a newer reminder of the same deadline is due to the same addressee',
      '0 sent: 250 OK: message queued',
    ]);
  });

  it('come once to a head who stands in for the supervisor, when both are to be reminded of one deadline', async () => {
    await app.connection.collection('accounts').deleteOne({ username: 'supervisor' });
    await inMediation();
    app.clock.set('2026-10-13T10:00');
    expect((await worker.sweepAndSend()).filter((result) => result === 'skipped')).to.have.length(1);
    expect(mailsTo('head')).to.have.length(1);
    // The case is looked at again, and what was dropped stays dropped.
    await app.connection.collection('cases').updateMany({}, { $set: { nextNoticeAt: app.clock.now() } });
    await worker.sweepAndSend();
    expect(mailsTo('head')).to.have.length(1);
  });

  it('never land outside the working hours of their addressee', async () => {
    app.clock.set('2026-09-16T20:00');
    await register(app, city.clerk);
    await worker.sweepAndSend();
    expect(sink.messages).to.have.length(0);
    app.clock.set('2026-09-17T09:00');
    await worker.sweepAndSend();
    expect(mailsTo('origin-head')).to.have.length(1);
  });

  it('are sent once by two workers that hold the same job', async () => {
    await register(app, city.clerk);
    const { unsent } = await worker.sweep();
    const results = await Promise.all([worker.send(unsent[0] ?? ''), worker.send(unsent[0] ?? '')]);
    expect(results.sort()).to.deep.equal(['not-ours', 'sent']);
    expect(sink.messages).to.have.length(1);
  });

  it('are tried again when the server refuses for now', async () => {
    await register(app, city.clerk);
    sink.refuseNext = { code: 451, text: 'try again later' };
    expect(await worker.sweepAndSend()).to.deep.equal(['retry']);
    expect(await worker.sweepAndSend()).to.deep.equal([]);
    app.clock.set('2026-09-16T10:01');
    expect(await worker.sweepAndSend()).to.deep.equal(['sent']);
    expect(sink.messages).to.have.length(1);
  });

  it('stand as failed, with the answer, when the server refuses for good', async () => {
    const { case: registered } = await register(app, city.clerk);
    sink.refuseNext = { code: 550, text: 'no such mailbox' };
    expect(await worker.sweepAndSend()).to.deep.equal(['failed']);
    await worker.sweep();
    const rows = await app.services.deliveries.ofCase(registered.id);
    const mail = rows.find(({ channel }) => channel === 'mail');
    expect(mail?.state).to.equal('failed');
    expect(mail?.outcome).to.include('no such mailbox');
  });

  it('are sent when what had made them untrue is undone', async () => {
    const { id } = await inMediation();
    await worker.sweepAndSend();
    app.clock.set('2026-09-30T09:00');
    const { unsent } = await worker.sweep();
    const cases = app.connection.collection<CaseDocument>('cases');
    const before = await cases.findOne({ _id: id });
    const clock = [...(before?.clock ?? []), { kind: 'mediation-withdrawn' as const, on: '2026-09-30' }];
    await cases.updateOne({ _id: id }, { $set: { clock } });
    expect(await worker.send(unsent[0] ?? '')).to.equal('skipped');
    await cases.updateOne(
      { _id: id },
      { $set: { clock: before?.clock ?? [], nextNoticeAt: app.clock.now() } },
    );
    expect(await worker.sweepAndSend()).to.deep.equal(['sent']);
    expect(await worker.sweepAndSend()).to.deep.equal([]);
    expect(mailsTo('mediator')).to.have.length(1);
  });

  it('that nobody can get stand in the ledger as failed', async () => {
    const { case: registered } = await register(app, city.clerk, {
      workers: [
        {
          name: '李明',
          origin: { regionCode: '620100', name: '兰州市' },
          categories: ['migrant'],
          claims: [{ cause: 'wages' }],
        },
      ],
    });
    await worker.sweepAndSend();
    const rows = await app.services.deliveries.ofCase(registered.id);
    const mail = rows.find(({ channel }) => channel === 'mail');
    expect(mail?.state).to.equal('failed');
    expect(mail?.outcome).to.include('union-of-region');
  });
});
