import { expect } from 'chai';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { METRICS_TOKEN } from '../../support/test-app.ts';
import { register } from '../../support/test-case.ts';

/** What is done to the stored case, and how it is undone. */
const BREAKS: [what: string, broken: object, mended: (whole: Record<string, unknown>) => object][] = [
  [
    'names an organisation that is gone',
    { $set: { organisationId: 'gone' } },
    ({ organisationId }) => ({ organisationId }),
  ],
  ['has lost its workers', { $unset: { workers: '' } }, ({ workers }) => ({ workers })],
  ['has a day that is none', { $set: { 'clock.0.on': '2026-13-45' } }, ({ clock }) => ({ clock })],
  [
    'would write rows that are none',
    { $unset: { organisationPath: '' } },
    ({ organisationPath }) => ({ organisationPath }),
  ],
];

describe('a case that cannot be dealt with', () => {
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

  const cases = () => app.connection.collection<{ _id: string; number: string }>('cases');
  const setAside = async () => (await app.services.sweepNotices()).setAside;
  const minutesLater = (minutes: number) => {
    app.clock.set(new Date(app.clock.now().getTime() + minutes * 60_000).toISOString());
  };
  async function brokenAmongOthers(broken: object) {
    const [first, second, third] = [
      await register(app, city.clerk),
      await register(app, city.clerk),
      await register(app, city.clerk),
    ];
    const whole = await cases().findOne({ _id: second.case.id });
    if (whole === null) throw new Error('The case was not stored.');
    await cases().updateOne({ _id: second.case.id }, broken);
    return { id: second.case.id, whole, others: [first.case.id, third.case.id] };
  }
  const metric = async () => {
    const { text } = await app.http.get('/metrics').set('Authorization', `Bearer ${METRICS_TOKEN}`);
    return /^heyi_cases_set_aside (?<count>\d+)$/m.exec(text)?.groups?.['count'];
  };

  for (const [what, broken, mended] of BREAKS) {
    it(`is set aside, and the others go on, when it ${what}`, async () => {
      const { id, whole, others } = await brokenAmongOthers(broken);
      expect((await setAside()).map(({ caseId }) => caseId)).to.deep.equal([id]);
      expect(await worker.sweepAndSend()).to.deep.equal(['sent', 'sent']);
      const rows = await app.connection.collection('deliveries').find().toArray();
      expect(new Set(rows.map(({ caseId }) => caseId))).to.deep.equal(new Set(others));
      expect(await metric()).to.equal('1');
      await cases().updateOne({ _id: id }, { $set: mended(whole) });
      minutesLater(1);
      expect(await worker.sweepAndSend()).to.deep.equal(['sent']);
      expect(await metric()).to.equal('0');
    });
  }

  it('is tried again after a wait that grows to six hours, and is named each time', async () => {
    const { id } = await brokenAmongOthers({ $set: { organisationId: 'gone' } });
    const waits = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      const at = app.clock.now();
      const [one, ...more] = await setAside();
      expect(one?.caseId).to.equal(id);
      expect(one?.reason).to.include(id).and.include('does not exist');
      expect([more, await setAside()]).to.deep.equal([[], []]);
      const minutes = ((one?.tryAgainAt.getTime() ?? 0) - at.getTime()) / 60_000;
      waits.push(minutes);
      minutesLater(minutes);
    }
    expect(waits).to.deep.equal([1, 4, 16, 64, 256, 360, 360]);
  });

  it('keeps its row, and no other, waiting when it breaks between the sweep and the sending', async () => {
    const { case: broken } = await register(app, city.clerk);
    await register(app, city.clerk);
    const { unsent } = await worker.sweep();
    expect(unsent).to.have.length(2);
    await cases().updateOne({ _id: broken.id }, { $set: { organisationId: 'gone' } });
    const results = [];
    for (const row of unsent) results.push(await worker.send(row));
    expect(results.sort()).to.deep.equal(['broken', 'sent']);
    await cases().updateOne({ _id: broken.id }, { $set: { organisationId: city.centreId } });
    minutesLater(1);
    expect(await worker.sweepAndSend()).to.deep.equal(['sent']);
  });

  it('keeps no other from its next channel', async () => {
    const { case: broken } = await register(app, city.clerk);
    await register(app, city.clerk);
    const dead = { code: 550, text: '5.1.1 no such mailbox' };
    sink.refusedRecipients.set('origin-head@union.example', dead);
    await worker.sweepAndSend();
    await cases().updateOne({ _id: broken.id }, { $set: { organisationId: 'gone' } });
    expect((await setAside()).map(({ caseId }) => caseId)).to.deep.equal([broken.id]);
    const calls = () => app.connection.collection('deliveries').countDocuments({ channel: 'telephone' });
    expect(await calls()).to.equal(1);
    await cases().updateOne({ _id: broken.id }, { $set: { organisationId: city.centreId } });
    minutesLater(1);
    expect(await setAside()).to.deep.equal([]);
    expect(await calls()).to.equal(2);
  });
});
