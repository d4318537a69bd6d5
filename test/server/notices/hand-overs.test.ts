import { expect } from 'chai';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { mediatedCase } from '../../support/mediated-case.ts';
import { act, done, register } from '../../support/test-case.ts';

describe('notices on their way to the mail server', () => {
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

  const inMediation = () => mediatedCase(app, city);

  it('are held, and not sent again, when the line broke after the message was handed over', async () => {
    const { case: registered } = await register(app, city.clerk);
    sink.cutAfterNext = true;
    expect(await worker.sweepAndSend()).to.deep.equal(['held']);
    app.clock.set('2026-09-17T10:00');
    expect(await worker.sweepAndSend()).to.deep.equal([]);
    expect(sink.messages).to.have.length(1);
    const [delivery] = await app.services.deliveries.ofCase(registered.id);
    expect(delivery?.state).to.equal('held');
  });

  it('of a worker that died after its claim are sent by the next when the lease has run out', async () => {
    await register(app, city.clerk);
    const { unsent } = await worker.sweep();
    const leaseUntil = new Date(app.clock.now().getTime() + 90_000);
    await app.services.deliveries.claim(unsent[0] ?? '', {
      workerId: 'gone',
      now: app.clock.now(),
      leaseUntil,
    });
    expect(await worker.sweepAndSend()).to.deep.equal([]);
    app.clock.set('2026-09-16T10:02');
    expect(await worker.sweepAndSend()).to.deep.equal(['sent']);
  });

  it('of a worker that died after the hand-over are held, never sent again', async () => {
    await register(app, city.clerk);
    const { unsent } = await worker.sweep();
    const leaseUntil = new Date(app.clock.now().getTime() + 90_000);
    const now = app.clock.now();
    const claim = await app.services.deliveries.claim(unsent[0] ?? '', { workerId: 'gone', now, leaseUntil });
    if (claim === null) throw new Error('not claimed');
    const mail = { sentAs: null, sentTo: 'x@union.example', subject: 's', text: 't', repeatable: false };
    await app.services.deliveries.markSending(claim, { ...mail, handedOverAt: now, leaseUntil });
    app.clock.set('2026-09-16T10:02');
    expect((await worker.sweep()).held).to.equal(1);
    app.clock.set('2026-09-17T10:00');
    expect(await worker.sweepAndSend()).to.deep.equal([]);
    expect(sink.messages).to.have.length(0);
  });

  it('are not sent when the case moved on while the mail server kept the worker waiting', async () => {
    const mediated = await inMediation();
    await worker.sweepAndSend();
    app.clock.set('2026-09-30T09:00');
    const { unsent } = await worker.sweep();
    const before = sink.messages.length;
    sink.beforeNext = async () => {
      const moved = { withdrawnOn: '2026-09-30', reason: '双方已自行和解' };
      await done(act(app, city.mediator, mediated)('withdraw', moved));
      app.clock.set('2026-09-30T09:01');
    };
    expect(await worker.send(unsent[0] ?? '')).to.equal('skipped');
    expect(sink.messages).to.have.length(before);
  });

  it('are sent once when a worker is so slow that its claim goes to another before the message began', async () => {
    await register(app, city.clerk);
    const { unsent } = await worker.sweep();
    const results: string[] = [];
    sink.beforeNext = async () => {
      app.clock.set('2026-09-16T10:02');
      results.push(...(await worker.sweepAndSend()));
    };
    results.push(await worker.send(unsent[0] ?? ''));
    expect(results).to.deep.equal(['sent', 'not-ours']);
    expect(sink.messages).to.have.length(1);
  });

  it('are held when the line broke, though the same worker gave the same notice up at that time', async () => {
    const { case: registered } = await register(app, city.clerk);
    const { unsent } = await worker.sweep();
    const id = unsent[0] ?? '';
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    let second: Promise<string[]> = Promise.resolve([]);
    sink.beforeNext = async () => {
      app.clock.set('2026-09-16T10:02');
      const taken = new Promise<void>((resolve) => {
        sink.takenNext = () => {
          resolve();
          return answered;
        };
      });
      second = worker.sweepAndSend();
      await taken;
    };
    expect(await worker.send(id)).to.equal('not-ours');
    sink.cutAfterNext = true;
    answer();
    expect(await second).to.deep.equal(['held']);
    const [delivery] = await app.services.deliveries.ofCase(registered.id);
    expect(delivery?.state).to.equal('held');
    expect(sink.messages).to.have.length(1);
  });
});
