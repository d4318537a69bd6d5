import { expect } from 'chai';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { mediatedCase } from '../../support/mediated-case.ts';
import { type TestPerson } from '../../support/test-city.ts';

describe('an organisation’s settings of its reminders', () => {
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

  const put = (by: TestPerson, settings: object, { organisationId = city.centreId, version = 0 } = {}) =>
    app.http
      .put(`/api/v1/organisations/${organisationId}/reminder-settings`)
      .set('Authorization', `Bearer ${by.token}`)
      .set('If-Match', `"${version}"`)
      .send(settings);
  const mailsTo = (username: string) =>
    sink.messages.filter(({ to }) => to?.some(({ address }) => address === `${username}@union.example`));

  it('move the days and the people of a rule, for the cases that are there already too', async () => {
    await mediatedCase(app, city);
    await worker.sweepAndSend();
    const rules = { M3: [{ daysFromDue: -15, to: 'head' }] };
    await put(city.head, { rules }).expect(200);
    // Fifteen days before 2026-10-08 is 09-23.
    app.clock.set('2026-09-23T09:00');
    await worker.sweepAndSend();
    expect(mailsTo('head')).to.have.length(1);
    app.clock.set('2026-10-08T09:00');
    await worker.sweepAndSend();
    expect(mailsTo('mediator'), 'the rows of the table are replaced').to.have.length(0);
  });

  it('tell nobody of a day that lies behind, or tell it again', async () => {
    await mediatedCase(app, city);
    app.clock.set('2026-10-19T09:00');
    for (let round = 0; round < 3; round += 1) await worker.sweepAndSend();
    const told = mailsTo('head').length;
    // M3 fell due on 2026-10-08; these rows of it lie before today.
    const rules = {
      M3: [
        { daysFromDue: -5, to: 'head' },
        { daysFromDue: 2, to: 'head' },
        { daysFromDue: 14, to: 'head' },
      ],
    };
    await put(city.head, { rules }).expect(200);
    for (let round = 0; round < 3; round += 1) await worker.sweepAndSend();
    expect(mailsTo('head')).to.have.length(told);
    app.clock.set('2026-10-22T09:00');
    await worker.sweepAndSend();
    expect(mailsTo('head'), 'what is still to come is').to.have.length(told + 1);
  });

  it('tell at once who should have been told already of a day that is still to come', async () => {
    await mediatedCase(app, city);
    // The last day of work before the holidays, from which on it is too late for the new row.
    app.clock.set('2026-09-30T10:00');
    for (let round = 0; round < 3; round += 1) await worker.sweepAndSend();
    const told = mailsTo('head').length;
    const rules = { M3: [{ daysFromDue: -10, to: 'head' }] };
    await put(city.head, { rules }).expect(200);
    await worker.sweepAndSend();
    expect(mailsTo('head')).to.have.length(told + 1);
  });

  it('are as the service has them where nothing is said', async () => {
    const { body } = await put(city.head, {}).expect(200);
    expect(body.reminderSettings).to.deep.equal({
      rules: {},
      channels: { staff: ['mail'], worker: ['text-message'] },
      workerHours: { fromHour: 8, untilHour: 20 },
    });
  });

  it('are set by the organisation’s own head or an administrator, and by nobody else', async () => {
    await put(city.admin, {}).expect(200);
    for (const other of [city.mediator, city.clerk, city.supervisor, city.originHead]) {
      expect((await put(other, {})).status).to.equal(403);
    }
    expect((await put(city.admin, {}, { organisationId: 'nowhere' })).status).to.equal(404);
  });

  it('are out of reach for the administrator of another organisation', async () => {
    const elsewhere = await city.addPerson('elsewhere', city.originId, ['administrator']);
    const above = await city.addPerson('above', city.cityId, ['administrator']);
    expect((await put(elsewhere, {})).body.code).to.equal('organisation_not_found');
    await put(elsewhere, {}, { organisationId: city.originId }).expect(200);
    await put(above, {}).expect(200);
  });

  it('are not set over what somebody else set meanwhile', async () => {
    const url = `/api/v1/organisations/${city.centreId}/reminder-settings`;
    const seen = await app.http.get(url).set('Authorization', `Bearer ${city.head.token}`).expect(200);
    await put(city.admin, { workerHours: { fromHour: 9, untilHour: 19 } }).expect(200);
    const version = Number(JSON.parse(seen.headers['etag'] ?? ''));
    expect((await put(city.head, {}, { version }).expect(412)).body.code).to.equal('record_changed');
    await put(city.head, {}, { version: version + 1 }).expect(200);
  });

  it('are shown as they hold, with pointers to what is as the service has it', async () => {
    const get = (by: TestPerson, organisationId = city.centreId) =>
      app.http
        .get(`/api/v1/organisations/${organisationId}/reminder-settings`)
        .set('Authorization', `Bearer ${by.token}`);
    const usual = (await get(city.head).expect(200)).body;
    expect(usual.rules.M3).to.deep.include({ daysFromDue: 0, to: 'mediator' });
    expect(usual.rules, 'a rule without a day').to.not.have.property('M7');
    expect(usual.inherited).to.include.members([
      '/rules/M3',
      '/channels/staff',
      '/channels/worker',
      '/workerHours',
    ]);
    const own = {
      rules: { M3: [{ daysFromDue: -2, to: 'head' }] },
      workerHours: { fromHour: 9, untilHour: 19 },
    };
    await put(city.head, own).expect(200);
    const { body } = await get(city.admin).expect(200);
    expect(body.rules.M3).to.deep.equal(own.rules.M3);
    expect(body.workerHours).to.deep.equal(own.workerHours);
    const changed = ['/rules/M3', '/workerHours'];
    expect(body.inherited).to.deep.equal(usual.inherited.filter((one: string) => !changed.includes(one)));
    for (const other of [city.mediator, city.originHead]) expect((await get(other)).status).to.equal(403);
    expect((await get(city.admin, 'nowhere')).status).to.equal(404);
  });

  const refused: [string, object, string][] = [
    ['a rule without a row', { rules: { M3: [] } }, '/rules/M3'],
    ['a rule that sets no day', { rules: { C1: [{ daysFromDue: 0, to: 'head' }] } }, '/rules'],
    ['an employer as addressee', { rules: { M3: [{ daysFromDue: 0, to: 'employer' }] } }, '/rules/M3/0/to'],
    ['two years', { rules: { A1: [{ daysFromDue: -730, to: 'head' }] } }, '/rules/A1/0/daysFromDue'],
    [
      'hours that end before they begin',
      { workerHours: { fromHour: 20, untilHour: 8 } },
      '/workerHours/untilHour',
    ],
  ];
  for (const [what, settings, pointer] of refused) {
    it(`refuse ${what}, and say where`, async () => {
      const { status, body } = await put(city.head, settings);
      expect(status).to.equal(422);
      expect(body.errors.map((error: { pointer: string }) => error.pointer).join(' ')).to.include(pointer);
    });
  }
});
