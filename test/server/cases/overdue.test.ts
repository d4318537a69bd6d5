import { expect } from 'chai';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { mediatedCase, startMediation } from '../../support/mediated-case.ts';
import { act, caseRequest, done, register } from '../../support/test-case.ts';
import { type TestPerson } from '../../support/test-city.ts';

describe('the list of what is overdue', () => {
  let house: MailHouse;
  let app: MailHouse['app'];
  let city: MailHouse['city'];
  beforeEach(async () => {
    house = await openMailHouse();
    ({ app, city } = house);
  });
  afterEach(() => house.close());

  const list = (by: TestPerson, query = '') =>
    app.http.get(`/api/v1/overdue${query}`).set('Authorization', `Bearer ${by.token}`);
  const listed = async (by: TestPerson, query = '') =>
    (await list(by, query).expect(200)).body.cases.map(({ number }: { number: string }) => number);

  it('shows those above who has a case and what is late in it, and nothing else of it', async () => {
    const subject = await mediatedCase(app, city);
    app.clock.set('2026-10-08T20:00');
    expect(await listed(city.supervisor), 'on its last day').to.deep.equal([]);
    app.clock.set('2026-10-09T01:00');
    const { body, text } = await list(city.supervisor).expect(200);
    expect(body.nextCursor).to.equal(null);
    const [{ organisation, overdue, registeredAt, ...shown }] = body.cases;
    expect(shown).to.deep.equal({
      caseId: subject.id,
      number: subject.number,
      state: 'in-mediation',
      mediatorId: city.mediator.accountId,
    });
    expect(Date.parse(registeredAt)).to.be.below(app.clock.now().getTime());
    expect(organisation.id).to.equal(city.centreId);
    expect(organisation.phone).to.be.a('string');
    expect(overdue).to.deep.equal([
      { rule: 'M3', name: { zh: overdue[0].name.zh, en: overdue[0].name.en }, dueOn: '2026-10-08' },
    ]);
    for (const { name, phone } of caseRequest().workers) {
      expect(text).to.not.include(name).and.not.include(phone);
    }
  });

  it('holds no more what was done, however late', async () => {
    const subject = await mediatedCase(app, city);
    app.clock.set('2026-10-20T10:00');
    expect(await listed(city.supervisor)).to.deep.equal([subject.number]);
    const failure = { failedOn: '2026-10-20', reason: 'no-agreement', adviceGivenOn: '2026-10-20' };
    await done(act(app, city.mediator, subject)('fail', failure));
    expect(await listed(city.supervisor)).to.deep.equal([]);
  });

  it('is of one’s own organisation and below, or of one of them', async () => {
    const subject = await mediatedCase(app, city);
    app.clock.set('2026-10-20T10:00');
    expect(await listed(city.head)).to.deep.equal([subject.number]);
    expect(await listed(city.supervisor, `?organisation=${city.centreId}`)).to.deep.equal([subject.number]);
    expect(await listed(city.supervisor, `?organisation=${city.originId}`)).to.deep.equal([]);
    for (const other of [city.originHead, city.mediator, city.clerk, city.admin]) {
      expect(await listed(other)).to.deep.equal([]);
    }
  });

  it('comes page by page, the oldest day first', async () => {
    app.clock.set('2026-09-28T10:00');
    const { case: registered } = await register(app, city.clerk, { receivedOn: '2026-09-28' });
    const second = await startMediation({ app, city, registered, on: '2026-09-28' });
    const first = await mediatedCase(app, city);
    app.clock.set('2026-11-20T10:00');
    const shown: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await list(city.supervisor, `?limit=1${cursor}`).expect(200);
      shown.push(...body.cases.map((one: { caseId: string }) => one.caseId));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(shown).to.deep.equal([first.id, second.id]);
  });

  it('refuses what it does not know, and says where', async () => {
    const { body } = await list(city.supervisor, '?mediator=nobody').expect(422);
    expect(body.errors[0].pointer).to.equal('/mediator');
  });
});
