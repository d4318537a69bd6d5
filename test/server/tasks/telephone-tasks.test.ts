import { expect } from 'chai';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { mediatedCase } from '../../support/mediated-case.ts';
import { act, caseRequest, done, register } from '../../support/test-case.ts';
import { type TestPerson } from '../../support/test-city.ts';
import { testWorker } from '../../support/test-worker.ts';

interface ShownTask {
  id: string;
  caseNumber: string;
  text: string;
  reason: string;
  failure: string | null;
  call: { name: string; phone: string; safeHours: { fromHour: number; untilHour: number } | null };
}

describe('tasks to telephone', () => {
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

  const get = (by: TestPerson, path = '') =>
    app.http.get(`/api/v1/tasks${path}`).set('Authorization', `Bearer ${by.token}`);
  const tasksOf = async (by: TestPerson): Promise<ShownTask[]> => (await get(by).expect(200)).body.tasks;
  const finish = (by: TestPerson, id: string, body: object = { result: 'reached', note: '已告知' }) =>
    app.http.post(`/api/v1/tasks/${id}/done`).set('Authorization', `Bearer ${by.token}`).send(body);

  /** Lets the worker run until nothing is left to do at this hour. */
  async function settle(): Promise<void> {
    for (let round = 0; round < 4; round += 1) await worker.sweepAndSend();
  }

  /** M2 has passed: the worker, who asked to be called, is told that arbitration is open. */
  async function workerToBeCalled(contact?: object): Promise<ShownTask> {
    const [person] = caseRequest().workers;
    await mediatedCase(app, city, { workers: [{ ...person, ...(contact && { contact }) }] });
    app.clock.set('2026-10-09T10:00');
    await settle();
    const task = (await tasksOf(city.mediator)).find(({ call }) => call.name === '王建国');
    if (task === undefined) throw new Error('no task to call the worker');
    return task;
  }

  it('stay in the list when the case of another cannot be read, which is named without its words', async () => {
    await mediatedCase(app, city);
    const { id: whole } = await workerToBeCalled();
    const [broken] =
      (await app.services.tasks.open({ _id: { $ne: whole } }, { limit: 1, after: null })) ?? [];
    if (broken === undefined) throw new Error('no second task');
    const { id, caseId, createdAt } = broken;
    const cases = app.connection.collection<{ _id: string }>('cases');
    await cases.updateOne({ _id: caseId }, { $unset: { workers: '' } });
    const { body } = await get(city.mediator).expect(200);
    expect(body.tasks.map((task: ShownTask) => task.id)).to.deep.equal([whole]);
    expect(body.unreadable).to.deep.equal([{ id, caseId, createdAt: createdAt.toISOString() }]);
  });

  it('wait in the mediator’s list for a worker who wants to be called, with what to say and when it is safe', async () => {
    const task = await workerToBeCalled({ by: 'call', safeHours: { fromHour: 18, untilHour: 20 } });
    expect(task.reason).to.equal('asked-to-be-called');
    expect(task.text).to.include('2026年10月8日').and.include('仲裁');
    expect(task.call.safeHours).to.deep.equal({ fromHour: 18, untilHour: 20 });
    expect(task.call.phone).to.equal('138****1234');
    expect((await get(city.mediator, `/${task.id}`).expect(200)).body.call.phone).to.equal('13800001234');
  });

  it('are written once, however often the worker runs', async () => {
    await workerToBeCalled();
    const before = (await tasksOf(city.head)).length;
    await settle();
    expect(await tasksOf(city.head)).to.have.length(before);
  });

  it('are written once when the process dies after the task and before its mark', async () => {
    const task = await workerToBeCalled();
    const deliveries = app.connection.collection<{ _id: string }>('deliveries');
    const leaseUntil = new Date(app.clock.now().getTime() - 1);
    await deliveries.updateOne({ _id: task.id }, { $set: { state: 'sending', leaseUntil } });
    await settle();
    expect((await tasksOf(city.mediator)).filter(({ id }) => id === task.id)).to.have.length(1);
    const [row] = await app.services.deliveries.withIds([task.id]);
    expect(row?.state).to.equal('sent');
  });

  it('take the place of a mail to a dead address, which is kept and not tried again', async () => {
    sink.refusedRecipients.set('mediator@union.example', { code: 550, text: '5.1.1 no such mailbox' });
    await mediatedCase(app, city);
    app.clock.set('2026-09-30T09:00');
    await settle();
    const [task] = await tasksOf(city.head);
    expect(task?.reason).to.equal('other-ways-failed');
    expect(task?.failure).to.include('no such mailbox');
    expect(task?.call).to.include({ name: 'mediator', phone: '0531-12351' });
    expect(await tasksOf(city.mediator), 'nobody is asked to telephone themselves').to.deep.equal([]);

    const account = await app.services.accounts.findById(city.mediator.accountId);
    expect(account?.deadAddress).to.include({ address: 'mediator@union.example' });
    const asked = sink.asked.length;
    sink.refusedRecipients.clear();
    app.clock.set('2026-10-08T09:00');
    await settle();
    expect(sink.asked.slice(asked)).to.not.include('mediator@union.example');
    const [later, ...more] = await tasksOf(city.head);
    expect([later?.id === task?.id, more], 'the newer call takes the place of the older one').to.deep.equal([
      false,
      [],
    ]);

    await app.connection
      .collection<{ _id: string }>('accounts')
      .updateOne({ _id: city.mediator.accountId }, { $set: { email: 'new@union.example' } });
    await mediatedCase(app, city);
    await settle();
    expect(sink.asked).to.include('new@union.example');
  });

  it('fall to the head when there is no mediator, and are nobody else’s', async () => {
    sink.refusedRecipients.set('origin-head@union.example', { code: 550, text: '5.1.1 no such mailbox' });
    await register(app, city.clerk);
    await settle();
    const [task] = await tasksOf(city.head);
    expect(task?.call.name).to.equal('origin-head');
    for (const other of [city.mediator, city.clerk, city.supervisor, city.admin, city.originHead]) {
      expect(await tasksOf(other)).to.deep.equal([]);
      await get(other, `/${task?.id}`).expect(404);
      await finish(other, task?.id ?? '').expect(404);
    }
  });

  it('are written when nobody has the role that a notice is for', async () => {
    const [person] = caseRequest().workers;
    const origin = { regionCode: '620100', name: '兰州市' };
    await register(app, city.clerk, { workers: [{ ...person, origin }] });
    await settle();
    const [task] = await tasksOf(city.head);
    expect(task?.reason).to.equal('nobody-in-role');
    expect(task?.failure).to.include('union-of-region');
    expect(task?.text).to.include('兰州市').and.not.include('王建国');
  });

  it('survive a crash between the failure and the fall-back', async () => {
    sink.refusedRecipients.set('origin-head@union.example', { code: 550, text: '5.1.1 no such mailbox' });
    await register(app, city.clerk);
    expect(await worker.sweepAndSend()).to.deep.equal(['failed']);
    // The worker ends here; another one, later, finds the row.
    const next = testWorker(app, sink);
    expect(await next.sweepAndSend()).to.deep.equal(['sent']);
    next.close();
    expect(await tasksOf(city.head)).to.have.length(1);
  });

  it('are closed once, with what came of the call', async () => {
    const { id } = await workerToBeCalled();
    const closed = await finish(city.mediator, id).expect(200);
    expect(closed.body).to.include({ state: 'done', result: 'reached', note: '已告知' });
    expect((await finish(city.mediator, id).expect(409)).body.code).to.equal('task_not_open');
    expect((await tasksOf(city.mediator)).map((task) => task.id)).to.not.include(id);
    await finish(city.mediator, id, { result: 'maybe' }).expect(422);
  });

  it('vanish when the case has moved on', async () => {
    const [person] = caseRequest().workers;
    const mediated = await mediatedCase(app, city, { workers: [person] });
    app.clock.set('2026-10-09T10:00');
    await settle();
    expect(await tasksOf(city.mediator)).to.not.deep.equal([]);
    const withdrawal = { withdrawnOn: '2026-10-09', reason: '双方已自行和解' };
    await done(act(app, city.mediator, mediated)('withdraw', withdrawal));
    expect(await tasksOf(city.mediator)).to.deep.equal([]);
  });

  it('are made to those who represent a group, not to each of it', async () => {
    const [person] = caseRequest().workers;
    const members = Array.from({ length: 12 }, (_, index) => ({
      ...person,
      name: `成员${index}`,
      representativeSince: index < 3 ? '2026-09-16' : null,
    }));
    await mediatedCase(app, city, { workers: members });
    app.clock.set('2026-10-09T10:00');
    await settle();
    const called = (await tasksOf(city.head)).flatMap(({ call }) =>
      call.name.startsWith('成员') ? [call.name] : [],
    );
    expect(called.toSorted()).to.deep.equal(['成员0', '成员1', '成员2']);
  });

  it('come in pages, those that wait longest first', async () => {
    const [person] = caseRequest().workers;
    await mediatedCase(app, city, { workers: [person, person, person] });
    app.clock.set('2026-10-09T10:00');
    await settle();
    const all = (await tasksOf(city.head)).map(({ id }) => id);
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const query: string = after === '' ? '' : `&cursor=${after}`;
      const { body } = await get(city.head, `?limit=2${query}`).expect(200);
      seen.push(...body.tasks.map(({ id }: ShownTask) => id));
      after = body.nextCursor;
    }
    expect(all.length).to.be.at.least(3);
    expect(seen).to.deep.equal(all);
  });
});
