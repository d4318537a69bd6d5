import { expect } from 'chai';
import { as } from '../../support/as-person.ts';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { mediatedCase } from '../../support/mediated-case.ts';
import { act, done, type ShownCase } from '../../support/test-case.ts';

const ON = '2026-09-16';

describe('reminders of days that people agreed on', () => {
  let house: MailHouse;
  let app: MailHouse['app'];
  let city: MailHouse['city'];
  beforeEach(async () => {
    house = await openMailHouse();
    ({ app, city } = house);
  });
  afterEach(() => house.close());

  const promisesTo = (username: string) =>
    house.sink.messages
      .filter(({ to }) => to?.[0]?.address === `${username}@union.example`)
      .flatMap(({ text }) => /(?:一项转介的答复|协议中一项义务)[^。]*/.exec(text ?? '')?.[0] ?? []);
  async function at(instant: string): Promise<void> {
    app.clock.set(instant);
    for (let round = 0; round < 3; round += 1) await house.worker.sweepAndSend();
  }
  const refer = (subject: ShownCase, answerDueOn: string | null) =>
    done(
      act(
        app,
        city.mediator,
        subject,
      )('refer', {
        purpose: 'legal-aid',
        to: '历下区法律援助中心',
        why: '需要律师',
        consentOn: ON,
        sentOn: ON,
        answerDueOn,
      }),
    );
  const agree = (subject: ShownCase) =>
    done(
      act(
        app,
        city.mediator,
        subject,
      )('agree', {
        terms: '恢复岗位。',
        workerSignedOn: ON,
        respondentSignedOn: ON,
        mediatorSignedOn: ON,
        sealedOn: ON,
        instalments: [],
        duties: [{ duty: '恢复王建国的岗位', checkOn: '2026-10-20' }],
      }),
    );
  const listed = async (query = '') =>
    (await as(app, city.mediator).get(`/cases?sort=nextDueOn${query}`).expect(200)).body.cases;

  it('go to the mediator on the day and to the head a week later, once, in words that name nobody', async () => {
    await agree(await mediatedCase(app, city));
    await at('2026-10-19T16:00');
    expect(promisesTo('mediator')).to.deep.equal([]);
    await at('2026-10-20T09:00');
    await at('2026-10-20T10:00');
    expect(promisesTo('mediator')).to.deep.equal(['协议中一项义务是否履行将于 2026-10-20 到期，尚无记录']);
    await at('2026-10-27T09:00');
    expect(promisesTo('head')).to.deep.equal(['协议中一项义务是否履行已于 2026-10-20 到期，尚无记录']);
    expect(house.sink.messages.map(({ text }) => text).join()).to.not.match(/王建国|岗位/);
  });

  it('are not sent of what was done, or answered, by then', async () => {
    const referred = await refer(await mediatedCase(app, city), '2026-09-23');
    const stored = await app.services.cases.find(referred.id, {});
    await done(
      act(
        app,
        city.mediator,
        referred,
      )('record-referral-answer', {
        referralId: stored?.referrals?.[0]?.id,
        answeredOn: ON,
        answer: '已指派律师',
      }),
    );
    await at('2026-09-30T09:00');
    expect([...promisesTo('mediator'), ...promisesTo('head')]).to.deep.equal([]);
  });

  it('hold the case in the list of what is overdue until then', async () => {
    await refer(await mediatedCase(app, city), '2026-09-18');
    await at('2026-09-18T09:00');
    expect(promisesTo('mediator')).to.deep.equal(['一项转介的答复将于 2026-09-18 到期，尚无记录']);
    app.clock.set('2026-09-21T09:00');
    const [line] = await listed('&overdue=true');
    expect(line.nextDueOn).to.equal('2026-09-18');
  });
});
