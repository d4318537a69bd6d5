import { expect } from 'chai';
import { erasedCaseLine } from '../../../schemas/requests/erasure-requests.ts';
import { compose, type Services } from '../../../server/compose.ts';
import { as } from '../../support/as-person.ts';
import { startTestApp, TEST_MASTER_KEY, type TestApp } from '../../support/test-app.ts';
import { act, done, register, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity, type TestPerson } from '../../support/test-city.ts';

const ON = '2026-09-16';
const NAME = '王建国';
/** Five years from ON, and after every limit of law that runs in a withdrawn case. */
const DUE = '2031-09-16';
const NOBODY = '3f0e9a52-5b0c-4a52-9c2e-0a4a2f6f1d11';
const YEARS_LONG = 100_000;

describe('a case that was kept for as long as its organisation’s setting says', () => {
  let app: TestApp;
  let city: TestCity;
  beforeEach(async () => {
    app = await startTestApp({ loginHours: YEARS_LONG, loginIdleMinutes: YEARS_LONG * 60 });
    city = await buildTestCity(app);
  });
  afterEach(() => app.stop());

  const set = (by: TestPerson, rule: object, id = city.centreId) =>
    as(app, by).post(`/organisations/${id}/retention-rules`, rule);
  async function keep(keptYears: number, { fromOn = ON } = {}): Promise<void> {
    const { status, body } = await set(city.head, { fromOn, keptYears });
    expect(status, JSON.stringify(body)).to.equal(201);
  }
  const midnight = (day: string) => app.clock.set(`${day}T00:00`);

  async function ended(): Promise<ShownCase> {
    const { case: registered } = await register(app, city.clerk);
    return done(act(app, city.clerk, registered)('withdraw', { withdrawnOn: ON, reason: '自行和解' }));
  }

  interface Round {
    from?: Pick<Services, 'eraseOverdue'>;
    mayGoOn?: () => Promise<boolean>;
  }
  async function round({ from = app.services, mayGoOn = async () => true }: Round = {}) {
    const erased: string[] = [];
    const faults: string[] = [];
    await from.eraseOverdue({
      mayGoOn,
      onErased: ({ caseId }) => erased.push(caseId),
      onFault: ({ caseId }) => faults.push(caseId),
    });
    return { erased, faults };
  }
  const stored = (id: string) => app.connection.collection<{ _id: string }>('cases').findOne({ _id: id });
  const find = async ({ id }: Pick<ShownCase, 'id'>) => {
    const found = await app.services.cases.find(id, {});
    if (found === null) throw new Error('the case is there');
    return found;
  };

  /** Another process on the same database. */
  const process = () =>
    compose({
      connection: app.connection,
      secret: Buffer.alloc(32, 1),
      masterKeys: [TEST_MASTER_KEY],
      setupToken: undefined,
      now: app.clock.now,
      loginHours: 1,
    });

  it('is kept for ever where nobody has set anything', async () => {
    const subject = await ended();
    midnight('2099-01-01');
    expect((await round()).erased).to.deep.equal([]);
    expect((await find(subject)).workers[0]?.name).to.equal(NAME);
  });

  it('is erased on the day and not before, once, as by hand, and the audit says by which setting', async () => {
    const subject = await ended();
    await keep(5);
    midnight('2031-09-15');
    expect((await round()).erased).to.deep.equal([]);
    midnight(DUE);
    expect(await round()).to.deep.equal({ erased: [subject.id], faults: [] });
    expect(await round()).to.deep.equal({ erased: [], faults: [] });

    const found = await find(subject);
    const setting = { organisationId: city.centreId, fromOn: ON, years: 5 };
    expect(found.erasure).to.deep.include({ by: city.head.accountId, basis: 'retention-over', setting });
    expect(found.timeline.filter(({ kind }) => kind === 'erased')).to.have.length(1);
    expect(found.workers[0]).to.include({ name: '', phone: '' });
    expect(found).to.include({ number: subject.number, state: 'withdrawn', receivedOn: ON });
    const { body } = await as(app, city.head).get(`/cases/${subject.id}/audit`).expect(200);
    const lines = body.records.filter(({ what }: { what?: string }) => what === 'details erased');
    expect(lines).to.have.length(1);
    expect(lines[0]).to.deep.include({ setting, accountId: city.head.accountId, name: 'head' });
    expect((await app.services.verifyAudit.oneChain(subject.id)).faults).to.deep.equal([]);
  });

  it('follows the organisation above, unless its own keeps longer, until that is taken back', async () => {
    const above = await city.addPerson('city-head', city.cityId, ['head']);
    const subject = await ended();
    await set(above, { fromOn: ON, keptYears: 5 }, city.cityId).expect(201);
    await set(city.head, { fromOn: ON, keptYears: 'permanent' }).expect(201);
    midnight('2031-10-01');
    expect((await round()).erased).to.deep.equal([]);
    await set(city.head, { fromOn: '2031-10-01', keptYears: 'inherited' }).expect(201);
    midnight('2031-10-30');
    expect((await round()).erased, 'thirty days from the change').to.deep.equal([]);
    midnight('2031-10-31');
    expect((await round()).erased).to.deep.equal([subject.id]);
    expect((await find(subject)).erasure?.setting).to.deep.equal({
      organisationId: city.cityId,
      fromOn: ON,
      years: 5,
    });
  });

  it('goes by the setting of the day on which it is looked at', async () => {
    const subject = await ended();
    await keep(5);
    midnight('2031-09-01');
    await keep(6, { fromOn: '2031-09-01' });
    midnight('2032-09-15');
    expect((await round()).erased).to.deep.equal([]);
    midnight('2032-09-16');
    expect((await round()).erased).to.deep.equal([subject.id]);
  });

  it('stays under a legal hold, and thirty days after it', async () => {
    const subject = await ended();
    await keep(5);
    const held = await done(act(app, city.head, subject)('set-legal-hold', { reason: '法院调取证据' }));
    midnight('2031-10-01');
    expect((await round()).erased).to.deep.equal([]);
    await done(act(app, city.head, held)('lift-legal-hold', { reason: '诉讼已结束' }));
    midnight('2031-10-30');
    expect((await round()).erased).to.deep.equal([]);
    midnight('2031-10-31');
    expect(await round()).to.deep.equal({ erased: [subject.id], faults: [] });
  });

  it('stays once it was reopened, even in the moment before its turn, and counts anew from its next end', async () => {
    const subject = await ended();
    await keep(5);
    midnight(DUE);
    let reopened: ShownCase | undefined;
    const mayGoOn = async () => {
      const input = { reopenedOn: DUE, reason: '和解未履行' };
      reopened ??= await done(act(app, city.head, subject)('reopen', input));
      return true;
    };
    expect(await round({ mayGoOn })).to.deep.equal({ erased: [], faults: [] });
    expect((await find(subject)).state).to.equal('registered');
    midnight('2033-01-01');
    expect(await round()).to.deep.equal({ erased: [], faults: [] });
    if (reopened === undefined) throw new Error('the round asked whether it may go on');
    await done(act(app, city.head, reopened)('withdraw', { withdrawnOn: '2033-01-01', reason: '已付' }));
    midnight('2037-12-31');
    expect((await round()).erased).to.deep.equal([]);
    midnight('2038-01-02');
    expect((await round()).erased).to.deep.equal([subject.id]);
  });

  it('waits for a limit of law that still runs', async () => {
    const { case: registered } = await register(app, city.clerk);
    const failed = await done(
      act(
        app,
        city.head,
        registered,
      )('refuse', {
        decidedOn: ON,
        reason: 'other-side-refuses',
        directedTo: '仲裁',
      }),
    );
    await keep(1);
    const limits = failed.deadlines.flatMap(({ state, dueOn }) => (state === 'running' ? (dueOn ?? []) : []));
    const last = limits.sort().at(-1);
    expect(last, 'the limitation to arbitration')
      .to.be.a('string')
      .and.satisfy((day: string) => day >= '2027-09-16');
    midnight(last ?? '');
    expect((await round()).erased).to.deep.equal([]);
    midnight('2028-03-01');
    expect((await round()).erased).to.deep.equal([failed.id]);
  });

  it('is erased once though several workers are at it', async () => {
    const subjects: ShownCase[] = [];
    for (let made = 0; made < 8; made += 1) subjects.push(await ended());
    await keep(5);
    midnight(DUE);
    const rounds = await Promise.all([1, 2, 3].map(() => round({ from: process() })));
    expect(rounds.flatMap(({ faults }) => faults)).to.deep.equal([]);
    const erased = rounds.flatMap((one) => one.erased);
    expect(erased).to.have.members(subjects.map(({ id }) => id));
    for (const subject of subjects) {
      const { timeline } = await find(subject);
      expect(timeline.filter(({ kind }) => kind === 'erased')).to.have.length(1);
    }
  });

  it('is cleared beside by the next round where a process died in between, by hand or not', async () => {
    const subject = await ended();
    await app.connection
      .collection<{ _id: string }>('breakGlassGrants')
      .insertOne({ _id: NOBODY, caseId: subject.id, reason: `${NAME}来电` } as { _id: string });
    const by = city.head.accountId;
    const setting = { organisationId: city.centreId, fromOn: ON, years: 5 };
    const at = app.clock.now();
    const erasure = { at, by, basis: 'retention-over', reason: '保存期满', setting } as const;
    const line = { id: NOBODY, happenedOn: ON, recordedAt: at, recordedBy: by, note: null } as const;
    const mark = { erasure, fact: { ...line, kind: 'erased' as const } };
    expect(await app.services.caseErasures.erase(subject.id, subject.version, mark)).to.equal(true);
    const reason = async () =>
      (await app.connection.collection('breakGlassGrants').findOne({ caseId: subject.id }))?.['reason'];

    await round();
    expect(await reason(), 'the one who erases may still be at it').to.include(NAME);
    app.clock.set('2026-09-16T10:02');
    await round();
    expect(await reason()).to.equal('');
    expect(await stored(subject.id)).to.not.have.property('clearingSince');
    const { body } = await as(app, city.head).get(`/cases/${subject.id}/audit`).expect(200);
    const told = body.records.filter(({ what }: { what?: string }) => what === 'details erased');
    expect(told.map((one: { setting: object }) => one.setting)).to.deep.equal([setting]);
  });

  it('is erased again after a restore, by the list that is kept outside', async () => {
    const subject = await ended();
    const backup = await stored(subject.id);
    if (backup === null) throw new Error('the case is there');
    await keep(5);
    midnight(DUE);
    await round();
    const lines: string[] = [];
    for await (const one of app.services.eraseCase.everyErased()) lines.push(JSON.stringify(one));
    const [line] = lines.map((text) => erasedCaseLine.parse(JSON.parse(text)));
    if (line === undefined) throw new Error('the list is empty');
    await app.connection.collection<{ _id: string }>('cases').replaceOne({ _id: subject.id }, { ...backup });
    expect((await find(subject)).workers[0]?.name).to.equal(NAME);
    expect(await app.services.eraseCase.again(line)).to.equal('erased');
    expect((await find(subject)).erasure).to.deep.equal(line.erasure);
  });

  it('that cannot be read keeps no other back', async () => {
    const broken = await ended();
    const whole = await ended();
    await keep(5);
    await app.connection
      .collection<{ _id: string }>('cases')
      .updateOne({ _id: broken.id }, { $set: { 'dataKey.wrapped': 'AAAA' } });
    midnight(DUE);
    const { erased, faults } = await round({ from: process() });
    expect({ erased, faults }).to.deep.equal({ erased: [whole.id], faults: [broken.id] });
  });

  it('that was stored before ends were marked is found once a worker has started and swept', async () => {
    const subject = await ended();
    await keep(5);
    const unmarked = { endedOn: '' } as const;
    await app.connection.collection('cases').updateMany({}, { $unset: unmarked });
    midnight(DUE);
    expect((await round()).erased).to.deep.equal([]);
    await app.services.revisitCases.unmarkedOf(city.centreId, app.clock.now());
    await app.services.sweepNotices();
    expect((await round()).erased).to.deep.equal([subject.id]);
  });

  it('is listed before, by when it goes, for those who may hold it', async () => {
    const first = await ended();
    app.clock.set('2026-09-20T10:00');
    const second = await ended();
    const held = await done(act(app, city.head, second)('set-legal-hold', { reason: '法院调取证据' }));
    const list = async (query = '') =>
      (await as(app, city.head).get(`/organisations/${city.centreId}/retention${query}`).expect(200)).body;
    expect(await list('?until=2090-01-01')).to.deep.equal({
      setting: null,
      until: '2090-01-01',
      cases: [],
      more: false,
    });
    await keep(5, { fromOn: '2026-09-20' });
    const setting = { organisationId: city.centreId, fromOn: '2026-09-20', years: 5 };
    expect(await list()).to.deep.equal({ setting, until: '2026-12-19', cases: [], more: false });
    const row = { state: 'withdrawn', held: false };
    const rows = [
      { ...row, caseId: first.id, number: first.number, endedOn: ON, erasedOn: DUE },
      { ...row, caseId: held.id, number: held.number, endedOn: '2026-09-20', erasedOn: null, held: true },
    ];
    expect((await list('?until=2031-12-31')).cases).to.deep.equal(rows);
    expect((await list('?until=2031-09-15')).cases).to.deep.equal([]);
    const short = await list('?until=2031-12-31&limit=1');
    expect(short).to.deep.equal({ setting, until: '2031-12-31', cases: rows.slice(0, 1), more: true });
    expect(JSON.stringify(short)).to.not.include(NAME);
  });
});
