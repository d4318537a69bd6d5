import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { BreakGlassGrantDocument } from '../../../schemas/documents/break-glass-grant-document.ts';
import { breakGlass } from '../../../server/cases/break-glass.ts';
import { newChange } from '../../../server/idempotency/change-identity.ts';
import { as } from '../../support/as-person.ts';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { mediatedCase } from '../../support/mediated-case.ts';
import { act, done, type ShownCase } from '../../support/test-case.ts';
import { testWorker } from '../../support/test-worker.ts';

const REASON = '工人王建国扬言跳楼，承办人联系不上';

describe('an opening in an emergency', () => {
  let house: MailHouse;
  let app: MailHouse['app'];
  let city: MailHouse['city'];
  let sink: MailHouse['sink'];
  let worker: MailHouse['worker'];
  let subject: ShownCase;
  beforeEach(async () => {
    house = await openMailHouse();
    ({ app, city, sink, worker } = house);
    subject = await mediatedCase(app, city);
    await worker.sweepAndSend();
    sink.messages.length = 0;
    // A Saturday night.
    app.clock.set('2026-09-19T23:10');
  });
  afterEach(() => house.close());

  const open = (key = randomUUID()) =>
    as(app, city.otherMediator)
      .post(`/cases/${subject.id}/break-glass`, { reason: REASON })
      .set('Idempotency-Key', key);
  const rows = () =>
    app.connection.collection('deliveries').find({ noticeKind: 'emergency-opening' }).toArray();
  const told = (): string[] =>
    sink.messages.flatMap(({ to }) => (to ?? []).flatMap(({ address }) => address ?? [])).toSorted();
  const OVERSEERS = ['head@union.example', 'supervisor@union.example'];

  it('is told to the head and the supervisor at once: by whom, which case, from when until when', async () => {
    await open().expect(201);
    await worker.sweepAndSend();
    expect(told()).to.deep.equal(OVERSEERS);
    for (const { subject: title, text } of sink.messages) {
      expect(title).to.equal('和议通知：一次紧急查看 / Heyi: an emergency opening');
      expect(text).to.include(`other-mediator于 2026-09-19 23:10 紧急查看了案件 ${subject.number}`);
      expect(text).to.include('until 2026-09-20 00:10 (Beijing time)').and.include('GET /api/v1/break-glass');
      expect(text).to.not.match(/王建国|跳楼|建筑劳务/);
    }
    expect(new Set(sink.messages.map(({ messageId }) => messageId)).size).to.equal(2);
  });

  it('stands on the timeline of the case without its reason, which the database holds sealed', async () => {
    await open().expect(201);
    const { timeline } = (await as(app, city.head).get(`/cases/${subject.id}`)).body;
    expect(timeline.at(-1)).to.include({ kind: 'opened-in-emergency', note: 'other-mediator' });
    const grants = app.connection.collection<BreakGlassGrantDocument>('breakGlassGrants');
    expect(JSON.stringify(await grants.find().toArray())).to.not.match(/王建国|跳楼/);
    const shown = async () => (await as(app, city.supervisor).get('/break-glass')).body.grants[0].reason;
    expect(await shown()).to.equal(REASON);
    // As it was stored before reasons were sealed.
    await grants.updateOne({ caseId: subject.id }, { $set: { reason: '跳楼' } });
    expect(await shown()).to.equal('跳楼');
  });

  it('is told once, however often it is asked for, swept and sent, by two workers too', async () => {
    const key = randomUUID();
    await Promise.all([open(key), open(key)]);
    const other = testWorker(app, sink);
    for (let round = 0; round < 2; round += 1) {
      // As if the sweep had died after it wrote the rows, before it moved the case on.
      const due = { $set: { nextNoticeAt: app.clock.now() } };
      await app.connection.collection('cases').updateMany({}, due);
      await Promise.all([worker.sweepAndSend(), other.sweepAndSend()]);
    }
    other.close();
    expect(told()).to.deep.equal(OVERSEERS);
    expect(await rows()).to.have.length(2);
  });

  it('is told each time that it is another one', async () => {
    await open().expect(201);
    await worker.sweepAndSend();
    app.clock.set('2026-09-20T02:00');
    await open().expect(201);
    await worker.sweepAndSend();
    expect(told()).to.deep.equal([...OVERSEERS, ...OVERSEERS].toSorted());
  });

  it('is told even if it was cut off before it was open, and told no second time when it is asked for again', async () => {
    const { accountId } = city.otherMediator;
    const account = await app.services.accounts.findById(accountId);
    if (account === null) throw new Error('There is such an account.');
    const actor = { accountId, organisationId: account.organisationId, roles: account.roles };
    const change = newChange();
    const asked = { caseId: subject.id, reason: REASON };
    const cutOff = breakGlass({
      ...app.services,
      accounts: {
        ...app.services.accounts,
        openCase: () => Promise.reject(new Error('cut off')),
      },
    });
    const failure = await cutOff.open(actor, asked, change).catch((error: unknown) => error);
    expect(String(failure)).to.include('cut off');
    await as(app, city.otherMediator).get(`/cases/${subject.id}`).expect(404);
    await worker.sweepAndSend();
    expect(told()).to.deep.equal(OVERSEERS);
    app.clock.set('2026-09-19T23:20');
    const grant = await app.services.breakGlass.open(actor, asked, change);
    expect(grant.expiresAt.toISOString()).to.equal('2026-09-19T16:10:00.000Z');
    await as(app, city.otherMediator).get(`/cases/${subject.id}`).expect(200);
    await worker.sweepAndSend();
    expect(told()).to.deep.equal(OVERSEERS);
  });

  it('is not open where the case could not say so', async () => {
    await app.connection.collection('organisations').deleteOne({ name: '历下区总工会调解中心' });
    await open().expect(500);
    await as(app, city.otherMediator).get(`/cases/${subject.id}`).expect(404);
  });

  it('is held where nobody knows whether the mail arrived', async () => {
    await open().expect(201);
    const { unsent } = await worker.sweep();
    sink.cutAfterNext = true;
    expect(await worker.send(unsent[0] ?? '')).to.equal('held');
    expect(await worker.send(unsent[0] ?? '')).to.equal('not-ours');
  });

  it('of a case that is erased meanwhile is told no more by mail, and stays in the list without its reason', async () => {
    await open().expect(201);
    const shown = (await as(app, city.head).get(`/cases/${subject.id}`)).body;
    const input = { withdrawnOn: '2026-09-19', reason: '双方已自行和解' };
    await done(act(app, city.mediator, shown)('withdraw', input));
    const { unsent } = await worker.sweep();
    const erasure = { basis: 'retention-over', reason: '保存期限已满' };
    await as(app, city.head).post(`/cases/${subject.id}/erasure`, erasure).expect(200);
    for (const id of unsent) expect(await worker.send(id)).to.equal('skipped');
    expect(told()).to.deep.equal([]);
    const [grant] = (await as(app, city.supervisor).get('/break-glass')).body.grants;
    expect(grant).to.include({ caseNumber: subject.number, name: 'other-mediator', reason: '' });
  });

  it('is no opening of a case that is erased', async () => {
    const input = { withdrawnOn: '2026-09-19', reason: '双方已自行和解' };
    await done(act(app, city.mediator, subject)('withdraw', input));
    const erasure = { basis: 'retention-over', reason: '保存期限已满' };
    await as(app, city.head).post(`/cases/${subject.id}/erasure`, erasure).expect(200);
    expect((await open().expect(409)).body.code).to.equal('case_erased');
    expect((await as(app, city.supervisor).get('/break-glass')).body.grants).to.deep.equal([]);
  });
});
