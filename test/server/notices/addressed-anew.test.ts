import { expect } from 'chai';
import { as } from '../../support/as-person.ts';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { mediatedCase } from '../../support/mediated-case.ts';
import { act, caseRequest, done, type ShownCase } from '../../support/test-case.ts';

describe('a notice that is for others when its turn comes', () => {
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
  async function edit(accountId: string, changes: object) {
    const seen = await app.services.accounts.findById(accountId);
    await as(app, city.admin).patch(`/accounts/${accountId}`, changes, seen?.version).expect(200);
  }

  /** The reminder of M3 to the mediator has its row, and has not been sent. */
  async function reminderWaits(): Promise<{ subject: ShownCase; rowId: string }> {
    const subject = await mediatedCase(app, city);
    await worker.sweepAndSend();
    app.clock.set('2026-09-30T09:00');
    const { unsent } = await worker.sweep();
    expect(unsent).to.have.length(1);
    return { subject, rowId: unsent[0] ?? '' };
  }

  async function settle(): Promise<void> {
    for (let round = 0; round < 3; round += 1) await worker.sweepAndSend();
  }

  it('goes to the new mediator alone, once', async () => {
    const { subject, rowId } = await reminderWaits();
    const change = { assignedOn: '2026-09-30', mediatorId: city.otherMediator.accountId, reason: null };
    await done(act(app, city.head, subject)('assign-mediator', change));
    expect(await worker.send(rowId)).to.equal('skipped');
    await settle();
    expect(mailsTo('mediator')).to.have.length(0);
    expect(mailsTo('other-mediator')).to.have.length(1);
    const [row] = await app.services.deliveries.withIds([rowId]);
    expect(row?.outcome).to.equal('no longer for this addressee when its turn came');
  });

  it('comes back with the mediator to whom the case was given back', async () => {
    const { subject, rowId } = await reminderWaits();
    const give = (to: ShownCase, mediatorId: string) =>
      done(
        act(app, city.head, to)('assign-mediator', { assignedOn: '2026-09-30', mediatorId, reason: null }),
      );
    const given = await give(subject, city.otherMediator.accountId);
    expect(await worker.send(rowId)).to.equal('skipped');
    await give(given, city.mediator.accountId);
    await settle();
    expect(mailsTo('mediator')).to.have.length(1);
    expect(mailsTo('other-mediator')).to.have.length(0);
  });

  for (const [what, change] of [
    ['mediates no more', () => ({ roles: ['clerk'] })],
    ['has moved to another organisation', () => ({ organisationId: city.originId })],
  ] as const) {
    it(`goes to the head where the mediator ${what}, though nothing happened to the case`, async () => {
      const { rowId } = await reminderWaits();
      await edit(city.mediator.accountId, change());
      expect(await worker.send(rowId)).to.equal('skipped');
      await settle();
      expect(mailsTo('mediator')).to.have.length(0);
      expect(mailsTo('head')).to.have.length(1);
    });
  }

  it('goes to the head once when the sending is run twice, and when it dies before the row is closed', async () => {
    const { rowId } = await reminderWaits();
    await edit(city.mediator.accountId, { roles: ['clerk'] });
    expect(await worker.send(rowId)).to.equal('skipped');
    expect(await worker.send(rowId)).to.equal('not-ours');
    // As if the process had ended between the word to the sweep and the mark of the row.
    const rows = app.connection.collection<{ _id: string }>('deliveries');
    await rows.updateOne({ _id: rowId }, { $set: { state: 'claimed', leaseUntil: new Date(0) } });
    await settle();
    expect(mailsTo('mediator')).to.have.length(0);
    expect(mailsTo('head')).to.have.length(1);
  });

  it('is not told to a worker who left meanwhile', async () => {
    const [person] = caseRequest().workers;
    const group = [person, { ...person, name: '李明' }];
    const subject = await mediatedCase(app, city, { workers: group });
    await worker.sweepAndSend();
    app.clock.set('2026-10-09T10:00');
    const { unsent } = await worker.sweep();
    const stored = await app.services.cases.find(subject.id, {});
    const leaver = stored?.workers.find(({ name }) => name === '李明')?.id ?? '';
    await done(
      act(
        app,
        city.mediator,
        subject,
      )('remove-workers', {
        workerIds: [leaver],
        leftOn: '2026-10-09',
        reason: '另行处理',
      }),
    );
    for (const id of unsent) await worker.send(id);
    await settle();
    const rows = await app.services.deliveries.ofCase(subject.id);
    const toWorkers = rows.filter(({ workerId }) => workerId !== null);
    expect(toWorkers.map(({ workerId, state }) => [workerId === leaver, state])).to.have.deep.members([
      [true, 'skipped'],
      [false, 'sent'],
    ]);
  });
});
