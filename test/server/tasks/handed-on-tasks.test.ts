import { expect } from 'chai';
import { as } from '../../support/as-person.ts';
import { type MailHouse, openMailHouse } from '../../support/mail-house.ts';
import { mediatedCase } from '../../support/mediated-case.ts';
import { act, caseRequest, done, type ShownCase } from '../../support/test-case.ts';
import type { TestPerson } from '../../support/test-city.ts';

interface ShownTask {
  id: string;
  state: string;
  call: { name: string; phone: string };
}

describe('tasks of a case that has changed', () => {
  let house: MailHouse;
  let app: MailHouse['app'];
  let city: MailHouse['city'];
  let worker: MailHouse['worker'];
  let subject: ShownCase;
  let called: ShownTask[];

  /** M2 has passed: two workers wait for the call of the mediator. */
  beforeEach(async () => {
    house = await openMailHouse();
    ({ app, city, worker } = house);
    const [person] = caseRequest().workers;
    subject = await mediatedCase(app, city, { workers: [person, { ...person, name: '李明' }] });
    app.clock.set('2026-10-09T10:00');
    await settle();
    called = await tasksOf(city.mediator);
    expect(called).to.have.length(2);
  });
  afterEach(() => house.close());

  async function settle(): Promise<void> {
    for (let round = 0; round < 4; round += 1) await worker.sweepAndSend();
  }
  async function tasksOf(by: TestPerson): Promise<ShownTask[]> {
    return (await as(app, by).get('/tasks').expect(200)).body.tasks;
  }
  const taskOf = (name: string) => called.find(({ call }) => call.name === name)?.id ?? '';
  const namesOf = async (by: TestPerson) => (await tasksOf(by)).map(({ call }) => call.name).toSorted();

  const giveToOther = () =>
    done(
      act(
        app,
        city.head,
        subject,
      )('assign-mediator', {
        assignedOn: '2026-10-09',
        mediatorId: city.otherMediator.accountId,
        reason: null,
      }),
    );

  it('are the former mediator’s no more from that moment on, whatever the sweep has done', async () => {
    await giveToOther();
    expect(await namesOf(city.mediator)).to.deep.equal([]);
    const path = `/tasks/${taskOf('李明')}`;
    await as(app, city.mediator).get(path).expect(404);
    await as(app, city.mediator).post(`${path}/done`, { result: 'reached', note: null }).expect(404);
    expect(await namesOf(city.head)).to.deep.equal(['李明', '王建国']);
  });

  it('come into the new mediator’s list, once, and can be done there', async () => {
    await giveToOther();
    await settle();
    await settle();
    expect(await namesOf(city.otherMediator)).to.deep.equal(['李明', '王建国']);
    expect(await namesOf(city.head)).to.deep.equal(['李明', '王建国']);
    const path = `/tasks/${taskOf('李明')}`;
    expect((await as(app, city.otherMediator).get(path).expect(200)).body.call.phone).to.equal('13800001234');
    await as(app, city.otherMediator).post(`${path}/done`, { result: 'reached', note: null }).expect(200);
  });

  it('of a worker who left lapse, and their number is shown no more', async () => {
    const leaver = (await app.services.cases.find(subject.id, {}))?.workers.find(
      ({ name }) => name === '李明',
    );
    const leaving = { workerIds: [leaver?.id], leftOn: '2026-10-09', reason: '另行处理' };
    await done(act(app, city.mediator, subject)('remove-workers', leaving));
    const { body } = await as(app, city.mediator)
      .get(`/tasks/${taskOf('李明')}`)
      .expect(200);
    expect(body).to.include({ state: 'lapsed' });
    expect(body.call).to.include({ name: '', phone: '' });
    expect(await namesOf(city.mediator)).to.deep.equal(['王建国']);
  });
});
