import { expect } from 'chai';
import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import { act, done, register } from '../support/test-case.ts';
import { until } from '../support/until.ts';
import { killed, openWorkerHouse, type WorkerHouse } from '../support/worker-house.ts';

const CASES = 30;
/** Long ago for any clock that this runs by. */
const ON = '2025-01-10';

describe('workers that erase what was kept long enough', function () {
  this.timeout(120_000);
  let house: WorkerHouse;
  beforeEach(async () => {
    house = await openWorkerHouse();
  });
  afterEach(() => house.close());

  const stored = () => house.app.connection.collection<CaseDocument>('cases');
  const erased = () => stored().countDocuments({ 'erasure.basis': 'retention-over' });

  it('leave nothing half done and do nothing twice, though one is killed in the middle', async () => {
    const { app, city } = house;
    app.clock.set(`${ON}T10:00`);
    const days = { receivedOn: ON, consentToProcessOn: ON, rightKnownOn: null };
    for (let made = 0; made < CASES; made += 1) {
      const { case: registered } = await register(app, city.clerk, days);
      await done(act(app, city.clerk, registered)('withdraw', { withdrawnOn: ON, reason: '自行和解' }));
    }
    await app.http
      .post(`/api/v1/organisations/${city.centreId}/retention-rules`)
      .set('Authorization', `Bearer ${city.head.token}`)
      .send({ fromOn: ON, keptYears: 1 })
      .expect(201);

    const { child } = house.startWorker();
    await until('the first to be erased', async () => (await erased()) > 0, 60_000);
    await killed(child);
    const before = await erased();
    // As if it had died long ago: the turn that it holds is over, and what it left half done is nobody's.
    await app.connection.collection<{ _id: string }>('turns').deleteOne({ _id: 'erasure' });
    await stored().updateMany({ clearingSince: { $exists: true } }, { $set: { clearingSince: new Date(1) } });
    house.startWorker();
    house.startWorker();
    await until('all to be erased', async () => (await erased()) === CASES, 60_000);
    await until(
      'all to be cleared',
      async () => (await stored().countDocuments({ clearingSince: { $exists: true } })) === 0,
      60_000,
    );
    app.clock.set(new Date().toISOString());
    expect(before, 'the first was killed before the end').to.be.below(CASES);
    for (const { _id, timeline, dataKey } of await stored().find().toArray()) {
      expect(timeline.filter(({ kind }) => kind === 'erased')).to.have.length(1);
      expect(dataKey).to.equal(null);
      const { body } = await app.http
        .get(`/api/v1/cases/${_id}/audit`)
        .set('Authorization', `Bearer ${city.head.token}`);
      const told = body.records.filter(({ what }: { what?: string }) => what === 'details erased');
      expect(told).to.have.length.above(0);
    }
  });
});
