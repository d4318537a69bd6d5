import { expect } from 'chai';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { startMediation } from '../../support/mediated-case.ts';
import { register } from '../../support/test-case.ts';
import { type TestPerson } from '../../support/test-city.ts';
import { YEAR_2027 } from '../../support/year-2027.ts';

describe('the publication of a year of holidays', () => {
  let house: MailHouse;
  let app: MailHouse['app'];
  let city: MailHouse['city'];
  let sink: MailHouse['sink'];
  let worker: MailHouse['worker'];
  before(async () => {
    house = await openMailHouse();
    ({ app, city, sink, worker } = house);
  });
  after(() => house.close());

  const importYear = (who: TestPerson, year: object) =>
    app.http.post('/api/v1/calendar/years').set('Authorization', `Bearer ${who.token}`).send(year);

  it('is an administrator’s, and a faulty year is refused by row', async () => {
    await importYear(city.head, YEAR_2027).expect(403);
    // It holds for every organisation, not for one alone.
    const ofCentre = await city.addPerson('centre-admin', city.centreId, ['administrator']);
    const refused = await importYear(ofCentre, YEAR_2027).expect(403);
    expect(refused.body.code).to.equal('calendar_of_instance');
    const faulty = { ...YEAR_2027, workedDays: ['2027-01-11'] };
    const answer = await importYear(city.admin, faulty).expect(422);
    expect(answer.body.errors[0].pointer).to.equal('/workedDays/0');
  });

  it('moves open deadlines, lists them, and tells those who were told the old day', async () => {
    // Received on 20 December 2026: M2 and M3 end on Monday 4 January 2027, which nobody has taken off yet.
    app.clock.set('2026-12-20T10:00');
    const on = '2026-12-20';
    const { case: registered } = await register(app, city.clerk, { receivedOn: on, consentToProcessOn: on });
    const mediated = await startMediation({ app, city, registered, on });
    const m3 = mediated.deadlines.find(({ rule }) => rule === 'M3');
    expect(m3?.dueOn).to.equal('2027-01-04');
    // The reminder three days before lies on New Year's Day and is told on the last working day before it.
    app.clock.set('2026-12-31T09:00');
    await worker.sweepAndSend();
    const toMediator = () => sink.messages.filter(({ to }) => to?.[0]?.address === 'mediator@union.example');
    expect(toMediator().at(-1)?.subject).to.include('2027-01-04');

    const imported = await importYear(city.admin, YEAR_2027).expect(201);
    expect(await app.services.recomputeDeadlines()).to.equal(1);
    expect(await app.services.recomputeDeadlines()).to.equal(0);

    const shown = await app.http
      .get(`/api/v1/cases/${mediated.id}`)
      .set('Authorization', `Bearer ${city.mediator.token}`);
    const moved = shown.body.deadlines.find(({ rule }: { rule: string }) => rule === 'M3');
    expect(moved).to.include({ dueOn: '2027-01-05', provisional: false });
    const list = await app.http
      .get(`/api/v1/calendar/imports/${imported.body.id}/moves`)
      .set('Authorization', `Bearer ${city.head.token}`);
    expect(list.body.moves).to.deep.include({
      caseId: mediated.id,
      number: mediated.number,
      rule: 'M3',
      subject: null,
      from: '2027-01-04',
      to: '2027-01-05',
    });

    const before = toMediator().length;
    await worker.sweepAndSend();
    await worker.sweepAndSend();
    const told = toMediator().slice(before);
    expect(told.map(({ subject }) => subject)).to.include(
      '和议通知：一项期限改为 2027-01-05 / Heyi: the day of one task is now 2027-01-05',
    );
    expect(told.filter(({ subject }) => subject?.includes('改为'))).to.have.length(1);
    expect(told[0]?.text).to.include('2027-01-04');
  });
});
