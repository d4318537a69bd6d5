import { expect } from 'chai';
import type { SendResult } from '../../../server/notices/end-attempt.ts';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { register } from '../../support/test-case.ts';
import { type TestSink } from '../../support/test-sink.ts';

/** What the mail server does to the one message, what the first run comes to, and how many messages there are. */
const ENDS: [end: SendResult, arrange: (sink: TestSink) => void, messages: number][] = [
  ['sent', () => {}, 1],
  ['retry', (sink) => (sink.refuseNext = { code: 451, text: 'try again later' }), 0],
  ['failed', (sink) => (sink.refuseNext = { code: 550, text: 'no such mailbox' }), 0],
  ['stopped', (sink) => (sink.refusedSender = { code: 553, text: 'sender rejected' }), 0],
  ['held', (sink) => (sink.cutAfterNext = true), 1],
];

describe('run twice', () => {
  let house: MailHouse;
  let app: MailHouse['app'];
  let city: MailHouse['city'];
  let sink: MailHouse['sink'];
  let worker: MailHouse['worker'];
  beforeEach(async () => {
    house = await openMailHouse();
    ({ app, city, sink, worker } = house);
    await register(app, city.clerk);
    await worker.sweep();
  });
  afterEach(() => house.close());

  const unsent = () => app.services.deliveries.unsent(app.clock.now(), 10);

  for (const [end, arrange, messages] of ENDS) {
    it(`the sending of a notice that is ${end} does nothing more`, async () => {
      const [id = ''] = await unsent();
      arrange(sink);
      expect(await worker.send(id)).to.equal(end);
      const after = JSON.stringify(await app.connection.collection('deliveries').find().toArray());
      expect(await worker.send(id)).to.equal('not-ours');
      expect(JSON.stringify(await app.connection.collection('deliveries').find().toArray())).to.equal(after);
      expect(sink.messages).to.have.length(messages);
    });
  }

  it('the sweep of the same cases writes no second row, before and after the sending', async () => {
    const cases = app.connection.collection('cases');
    for (const round of [1, 2]) {
      // As if it had died before it moved the case on.
      await cases.updateMany({}, { $set: { nextNoticeAt: app.clock.now() } });
      await worker.sweep();
      expect(await app.connection.collection('deliveries').countDocuments({}), `round ${round}`).to.equal(1);
      await worker.sweepAndSend();
    }
    expect(sink.messages).to.have.length(1);
  });
});
