import { expect } from 'chai';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { register } from '../../support/test-case.ts';
import { type TestPerson } from '../../support/test-city.ts';

describe('notices that stand still', () => {
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

  const get = (who: TestPerson, path: string) =>
    app.http.get(`/api/v1${path}`).set('Authorization', `Bearer ${who.token}`);
  const post = (who: TestPerson, path: string, body: object) =>
    app.http.post(`/api/v1${path}`).set('Authorization', `Bearer ${who.token}`).send(body);

  async function list(who: TestPerson, query: string) {
    const answer = await get(who, `/deliveries?${query}`);
    expect(answer.status, JSON.stringify(answer.body)).to.equal(200);
    return answer.body as { deliveries: Record<string, unknown>[]; nextCursor: string | null };
  }

  /** The one notice of a new case, refused for good or left in doubt by the mail server. */
  async function standing(as: 'failed' | 'held'): Promise<{ caseId: string; id: string }> {
    const { case: registered } = await register(app, city.clerk);
    if (as === 'held') sink.cutAfterNext = true;
    else sink.refuseNext = { code: 550, text: 'no mailbox <origin-head@union.example> here' };
    expect(await worker.sweepAndSend()).to.deep.equal([as]);
    await worker.sweep();
    return { caseId: registered.id, id: (await stateOf(registered.id))?.id ?? '' };
  }
  const stateOf = async (caseId: string) =>
    (await app.services.deliveries.ofCase(caseId)).find(({ channel }) => channel === 'mail');

  it('are shown to an administrator without text and address, whatever the mail server answered', async () => {
    const { caseId, id } = await standing('failed');
    const { deliveries } = await list(city.admin, 'state=failed');
    expect(deliveries).to.have.length(1);
    expect(deliveries[0]).to.include({ id, caseId, noticeKind: 'origin-alert', state: 'failed' });
    expect(deliveries[0]?.['outcome']).to.include('550').and.not.include('@');
    expect(deliveries[0]).to.not.have.any.keys('text', 'subject', 'sentTo', 'accountId');
    expect(JSON.stringify(deliveries)).to.not.match(/union\.example|历下区/);
  });

  it('are shown to the head of the case with the text as it was sent', async () => {
    await standing('held');
    const { deliveries } = await list(city.head, 'state=held');
    expect(deliveries[0]).to.include({ state: 'held', sentTo: 'origin-head@union.example' });
    expect(String(deliveries[0]?.['text']).trimEnd()).to.equal(sink.messages[0]?.text?.trimEnd());
  });

  it('stand among all that was sent for the case, the newest first, page by page', async () => {
    const { case: registered } = await register(app, city.clerk);
    await worker.sweepAndSend();
    for (const at of ['2026-09-25T10:00', '2026-10-12T10:00']) {
      app.clock.set(at);
      for (let round = 0; round < 3; round += 1) await worker.sweepAndSend();
    }
    const all = await app.services.deliveries.ofCase(registered.id);
    expect(all.length).to.be.above(3);
    const shown: { id: string; dueAt: string }[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await get(city.head, `/cases/${registered.id}/deliveries?limit=2${cursor}`).expect(
        200,
      );
      shown.push(...body.deliveries);
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(shown.map(({ id }) => id)).to.have.members(all.map(({ id }) => id));
    const instants = shown.map(({ dueAt }) => dueAt);
    expect(instants).to.deep.equal(instants.toSorted().toReversed());
  });

  it('are nobody else’s business', async () => {
    const { id } = await standing('failed');
    for (const who of [city.clerk, city.mediator, city.supervisor]) {
      await get(who, '/deliveries?state=failed').expect(403);
      await post(who, `/deliveries/${id}/retry`, {}).expect(403);
    }
    expect((await list(city.originHead, 'state=failed')).deliveries).to.deep.equal([]);
    await post(city.originHead, `/deliveries/${id}/retry`, {}).expect(404);
    await app.http.get('/api/v1/deliveries?state=failed').expect(401);
  });

  it('are listed page by page, the newest first, each once, though many have the same instant', async () => {
    const nine = Array.from({ length: 9 });
    for (const [index] of nine.entries()) {
      if (index === 5) app.clock.set('2026-09-14T10:00');
      await register(app, city.clerk, {
        receivedOn: '2026-09-14',
        rightKnownOn: null,
        consentToProcessOn: '2026-09-14',
      });
    }
    app.clock.set('2026-09-16T11:00');
    await worker.sweep();
    const seen: { id: unknown; at: unknown }[] = [];
    let cursor: string | null = null;
    do {
      const query: string = `state=due&limit=2${cursor === null ? '' : `&cursor=${cursor}`}`;
      const page = await list(city.head, query);
      seen.push(...page.deliveries.map(({ id, nextAttemptAt }) => ({ id, at: nextAttemptAt })));
      cursor = page.nextCursor;
    } while (cursor !== null);
    const due = await app.connection.collection('deliveries').countDocuments({ state: 'due' });
    expect(due).to.be.at.least(9);
    expect(new Set(seen.map(({ id }) => id)).size).to.equal(due);
    expect(seen).to.have.length(due);
    expect(seen.map(({ at }) => String(at))).to.deep.equal(
      seen
        .map(({ at }) => String(at))
        .sort()
        .toReversed(),
    );
  });

  it('are asked for by a state, a limit and a cursor that are checked', async () => {
    for (const query of [
      '',
      'state=sent',
      'state=due&limit=0',
      'state=due&limit=201',
      'state=due&cursor=1',
    ]) {
      await get(city.head, `/deliveries?${query}`).expect(422);
    }
  });

  it('go out again when a head lets a refused one be tried again, and it is kept who did', async () => {
    const { caseId, id } = await standing('failed');
    app.clock.set('2026-09-16T11:00');
    const answer = await post(city.head, `/deliveries/${id}/retry`, {}).expect(200);
    expect(answer.body).to.include({ state: 'due', attempts: 0 });
    // The mail, and the task to telephone that took its place.
    expect(await worker.sweepAndSend()).to.deep.equal(['sent', 'sent']);
    expect(sink.messages).to.have.length(1);
    const [intervention] = (await stateOf(caseId))?.interventions ?? [];
    expect(intervention).to.deep.include({ by: city.head.accountId, action: 'retry' });
  });

  it('in doubt go out again only when the addressee has said that nothing came', async () => {
    const { caseId, id } = await standing('held');
    const refusal = await post(city.admin, `/deliveries/${id}/retry`, {});
    expect(refusal.status).to.equal(422);
    expect(refusal.body.errors[0].pointer).to.equal('/confirmedNotReceived');
    await post(city.admin, `/deliveries/${id}/retry`, { confirmedNotReceived: false }).expect(422);
    expect((await stateOf(caseId))?.state).to.equal('held');
    await post(city.admin, `/deliveries/${id}/retry`, { confirmedNotReceived: true }).expect(200);
    expect(await worker.sweepAndSend()).to.deep.equal(['sent']);
    expect((await stateOf(caseId))?.interventions[0]).to.include({
      by: city.admin.accountId,
      action: 'retry',
    });
  });

  it('in doubt are resolved as received, or given up, with a note', async () => {
    const first = await standing('held');
    const second = await standing('held');
    await post(city.head, `/deliveries/${first.id}/resolve`, { resolution: 'received' }).expect(422);
    await post(city.head, `/deliveries/${first.id}/resolve`, {
      resolution: 'received',
      note: '已电话核实收到',
    }).expect(200);
    await post(city.head, `/deliveries/${second.id}/resolve`, {
      resolution: 'given-up',
      note: '已当面告知',
    }).expect(200);
    expect((await stateOf(first.caseId))?.state).to.equal('sent');
    expect((await stateOf(first.caseId))?.sentAt?.toISOString()).to.equal('2026-09-16T02:00:00.000Z');
    expect(await stateOf(second.caseId)).to.deep.include({ state: 'given-up' });
    expect((await stateOf(second.caseId))?.interventions[0]).to.include({ note: '已当面告知' });
    expect((await list(city.head, 'state=held')).deliveries).to.deep.equal([]);
  });

  it('are decided once: a second decision finds that it no longer stands', async () => {
    const { id } = await standing('held');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        post(city.head, `/deliveries/${id}/retry`, { confirmedNotReceived: true }),
      ),
    );
    expect(answers.map(({ status }) => status)).to.have.members([200, 409, 409, 409, 409]);
    await post(city.head, `/deliveries/${id}/resolve`, { resolution: 'received', note: 'x' }).expect(409);
  });

  it('are decided once by a request that is repeated with its key, though its answer was lost', async () => {
    const { caseId, id } = await standing('held');
    const decide = () =>
      post(city.head, `/deliveries/${id}/resolve`, { resolution: 'received', note: 'x' })
        .set('Idempotency-Key', 'one')
        .expect(200);
    const first = await decide();
    await app.connection
      .collection('keptAnswers')
      .updateMany({}, { $set: { sealed: null, heldUntil: new Date(0) } });
    expect((await decide()).body).to.deep.equal(first.body);
    expect((await stateOf(caseId))?.interventions).to.have.length(1);
  });

  it('for a role that nobody has cannot be sent again, and say what to do', async () => {
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
    const id = (await stateOf(registered.id))?.id;
    const answer = await post(city.head, `/deliveries/${id}/retry`, {});
    expect(answer.body).to.include({ status: 409, code: 'delivery_without_addressee' });
    await post(city.head, `/deliveries/${id}/resolve`, { resolution: 'given-up', note: '已电话告知' }).expect(
      200,
    );
  });

  it('and those that went out are listed with a case, as they were sent, for those who may read it', async () => {
    const { caseId } = await standing('held');
    const answer = await get(city.clerk, `/cases/${caseId}/deliveries`).expect(200);
    expect(answer.body.deliveries).to.have.length(1);
    expect(answer.body.deliveries[0].text.trimEnd()).to.equal(sink.messages[0]?.text?.trimEnd());
    for (const who of [city.admin, city.supervisor, city.originHead]) {
      await get(who, `/cases/${caseId}/deliveries`).expect(404);
    }
  });
});
