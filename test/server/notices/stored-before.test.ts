import { expect } from 'chai';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { mediatedCase } from '../../support/mediated-case.ts';

/** By collection: what its documents did not have before notices went by other ways than mail. */
const ADDED_SINCE: Record<string, Record<string, ''>> = {
  organisations: { reminderSettings: '', eventsSince: '', warningRules: '' },
  accounts: { deadAddress: '' },
  cases: { 'workers.$[].contact': '' },
  deliveries: { workerId: '', repeatable: '' },
};

describe('what was stored when notices went by mail alone', () => {
  let house: MailHouse;
  let app: MailHouse['app'];
  let city: MailHouse['city'];
  let worker: MailHouse['worker'];
  beforeEach(async () => {
    house = await openMailHouse();
    ({ app, city, worker } = house);
  });
  afterEach(() => house.close());

  async function makeOld(): Promise<void> {
    for (const [collection, $unset] of Object.entries(ADDED_SINCE)) {
      await app.connection.collection(collection).updateMany({}, { $unset });
    }
  }

  it('is swept and sent as it was, and a worker whom nobody asked is telephoned', async () => {
    await mediatedCase(app, city);
    await worker.sweep();
    await makeOld();
    expect(await worker.sweepAndSend(), 'the row that waited').to.include('sent');
    app.clock.set('2026-10-09T10:00');
    for (let round = 0; round < 3; round += 1) await worker.sweepAndSend();
    const rows = await app.connection.collection('deliveries').find({ noticeKey: /^M2/ }).toArray();
    expect(rows.map(({ channel, state, workerId }) => [channel, state, typeof workerId])).to.deep.equal([
      ['telephone', 'sent', 'string'],
    ]);
    const mails = await app.connection.collection('deliveries').find({ channel: 'mail' }).toArray();
    expect(new Set(mails.map(({ state }) => state))).to.deep.equal(new Set(['sent']));
  });

  it('is in the lists again as soon as a worker has started and swept', async () => {
    const { id } = await mediatedCase(app, city);
    const places = { registeredPlaces: '', duePlaces: '', numberPlaces: '' } as const;
    await app.connection.collection('cases').updateMany({}, { $unset: places });
    const listed = async () => {
      const { body } = await app.http
        .get('/api/v1/cases')
        .set('Authorization', `Bearer ${city.head.token}`)
        .expect(200);
      return body.cases.map((one: { id: string }) => one.id);
    };
    expect(await listed()).to.deep.equal([]);
    await app.services.revisitCases.unlisted(app.clock.now());
    await worker.sweep();
    expect(await listed()).to.deep.equal([id]);
  });

  it('takes settings of its own', async () => {
    await makeOld();
    const put = await app.http
      .put(`/api/v1/organisations/${city.centreId}/reminder-settings`)
      .set('Authorization', `Bearer ${city.head.token}`)
      .set('If-Match', '"0"')
      .send({ workerHours: { fromHour: 9, untilHour: 18 } });
    expect(put.status, JSON.stringify(put.body)).to.equal(200);
    const rules = await app.http
      .post(`/api/v1/organisations/${city.centreId}/warning-rules`)
      .set('Authorization', `Bearer ${city.admin.token}`)
      .send({ fromOn: '2026-09-17', acknowledgeWithinDays: { blue: 5, yellow: 3, orange: 2, red: 1 } });
    expect(rules.status, JSON.stringify(rules.body)).to.equal(201);
    expect(rules.body.warningRules).to.have.length(1);
  });
});
