import { expect } from 'chai';
import { as } from '../../support/as-person.ts';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { mediatedCase } from '../../support/mediated-case.ts';
import { register } from '../../support/test-case.ts';

describe('what an administrator changes of an organisation', () => {
  let house: MailHouse;
  let app: MailHouse['app'];
  let city: MailHouse['city'];
  beforeEach(async () => {
    house = await openMailHouse();
    ({ app, city } = house);
  });
  afterEach(() => house.close());

  const edit = (changes: object, version = 0) =>
    as(app, city.admin).patch(`/organisations/${city.centreId}`, changes, version);

  it('moves the reminders of its open cases to its new hours', async () => {
    await mediatedCase(app, city);
    await house.worker.sweepAndSend();
    const noticeHours = { fromHour: 7, untilHour: 15, everyDay: false };
    const { body } = await edit({ noticeHours }).expect(200);
    expect(body.noticeHours).to.deep.equal(noticeHours);
    await house.worker.sweepAndSend();
    app.clock.set('2026-09-30T07:00');
    await house.worker.sweepAndSend();
    expect(house.sink.messages.flatMap(({ to }) => to?.[0]?.address ?? [])).to.include(
      'mediator@union.example',
    );
  });

  it('gives cases to come another number, which must be no other organisation’s', async () => {
    await edit({ caseNumberPattern: '历下调〔{year}〕{sequence}号' }).expect(200);
    expect((await register(app, city.clerk)).case.number).to.equal('历下调〔2026〕1号');
    const taken = await edit({ caseNumberPattern: '德工调〔{year}〕{sequence}号' }, 1).expect(409);
    expect(taken.body).to.include({ code: 'number_pattern_taken' });
    const wrong = await edit({ caseNumberPattern: '历下调{year}' }, 1).expect(422);
    expect(wrong.body.errors[0]).to.include({ pointer: '/caseNumberPattern' });
  });

  it('counts the days of open cases by its new legal basis', async () => {
    const subject = await mediatedCase(app, city);
    const standing = async () =>
      (await as(app, city.mediator).get(`/cases/${subject.id}`).expect(200)).body.deadlines.find(
        ({ rule }: { rule: string }) => rule === 'M3',
      ).standing;
    const before = await standing();
    await edit({ legalFooting: 'none', regionCode: null }).expect(200);
    expect(await standing()).to.not.equal(before);
  });

  it('is neither its place in the tree nor nothing, nor hours that end before they begin', async () => {
    await edit({ parentId: null }).expect(422);
    await edit({}).expect(422);
    const hours = await edit({ noticeHours: { fromHour: 9, untilHour: 8, everyDay: true } }).expect(422);
    expect(hours.body.errors[0]).to.include({ pointer: '/noticeHours/untilHour' });
  });
});
