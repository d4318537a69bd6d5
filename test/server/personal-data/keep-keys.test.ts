import { expect } from 'chai';
import type { CaseDocument } from '../../../schemas/documents/case-document.ts';
import { compose, type Services } from '../../../server/compose.ts';
import { startTestApp, TEST_MASTER_KEY, type TestApp } from '../../support/test-app.ts';
import { act, done, register, type ShownCase } from '../../support/test-case.ts';
import { buildTestCity, type TestCity } from '../../support/test-city.ts';

const NEWER_KEY = Buffer.alloc(32, 'a newer master key');

describe('the keys of the cases', () => {
  let app: TestApp;
  let city: TestCity;
  beforeEach(async () => {
    app = await startTestApp();
    city = await buildTestCity(app);
  });
  afterEach(() => app.stop());

  const stored = (id: string) => app.connection.collection<CaseDocument>('cases').findOne({ _id: id });
  const servicesWith = (...masterKeys: [Buffer, ...Buffer[]]): Services =>
    compose({
      connection: app.connection,
      secret: Buffer.alloc(32),
      masterKeys,
      setupToken: undefined,
      now: app.clock.now,
      loginHours: 1,
    });

  /** As cases were stored before there were keys. */
  async function storeClear({ id }: ShownCase): Promise<void> {
    const document = await app.connection.collection<CaseDocument>('cases').findOne({ _id: id });
    if (document === null) throw new Error('There is no such case.');
    const { dataKey, ...clear } = app.services.sealing.openDocument(document);
    expect(dataKey).to.be.an('object');
    await app.connection.collection<Omit<CaseDocument, 'dataKey'>>('cases').replaceOne({ _id: id }, clear);
  }

  const accept = (subject: ShownCase) =>
    act(
      app,
      city.head,
      subject,
    )('accept', {
      acceptedOn: '2026-09-16',
      applicantConsentOn: '2026-09-16',
      respondentConsentOn: '2026-09-16',
    });

  it('come with each new case, and every later write is sealed too', async () => {
    const { case: registered } = await register(app, city.clerk);
    const withdrawn = await done(
      act(app, city.clerk, registered)('withdraw', { withdrawnOn: '2026-09-16', reason: '王建国与对方和解' }),
    );
    const text = JSON.stringify(await stored(registered.id));
    for (const canary of ['王建国', '13800001234', '建筑劳务', '没有支付'])
      expect(text).to.not.include(canary);
    expect(JSON.stringify(withdrawn)).to.include('王建国与对方和解');
  });

  it('are given to a case from before there were keys when it is next written', async () => {
    const { case: registered } = await register(app, city.clerk);
    await storeClear(registered);
    expect(JSON.stringify(await stored(registered.id))).to.include('王建国');
    // Another process, which has no key at hand.
    const { accounts, cases, actOnCase } = servicesWith(TEST_MASTER_KEY);
    const head = await accounts.findById(city.head.accountId);
    await actOnCase(
      { accountId: city.head.accountId, organisationId: city.centreId, roles: head?.roles ?? [] },
      {
        caseId: registered.id,
        version: registered.version,
        command: { name: 'withdraw', input: { withdrawnOn: '2026-09-16', reason: '和解', workerIds: null } },
      },
    );
    expect(JSON.stringify(await stored(registered.id))).to.not.include('王建国');
    const read = await cases.find(registered.id, {});
    expect(read?.workers[0]?.name).to.equal('王建国');
    expect(read?.timeline.map(({ note }) => note)).to.deep.equal([null, '和解']);
  });

  it('are given to all of them by npm run keys -- seal, which changes no version', async () => {
    const cases = [await register(app, city.clerk), await register(app, city.clerk)];
    for (const { case: one } of cases) await storeClear(one);
    await register(app, city.clerk);
    expect(await app.services.keepKeys.seal()).to.equal(2);
    expect(await app.services.keepKeys.seal()).to.equal(0);
    for (const { case: one } of cases) {
      expect(JSON.stringify(await stored(one.id))).to.not.include('王建国');
      await done(accept(one));
    }
  });

  it('move to a new master key by npm run keys -- rotate, and then need no other', async () => {
    await app.services.checkMasterKeys();
    const cases = [await register(app, city.clerk), await register(app, city.clerk)];
    const before = await stored(cases[0]?.case.id ?? '');

    const both = servicesWith(NEWER_KEY, TEST_MASTER_KEY);
    await both.checkMasterKeys();
    expect(await both.keepKeys.rotate()).to.equal(2);
    expect(await both.keepKeys.rotate()).to.equal(0);
    const after = await stored(cases[0]?.case.id ?? '');
    expect(after?.dataKey?.masterKeyId).to.equal(both.masterKeys.currentId);
    expect({ ...after, dataKey: null }, 'nothing else is changed').to.deep.equal({
      ...before,
      dataKey: null,
    });

    const newer = servicesWith(NEWER_KEY);
    await newer.checkMasterKeys();
    for (const { case: one } of cases) {
      expect((await newer.cases.find(one.id, {}))?.summary).to.equal('2026年3月至8月的工资没有支付。');
    }
    expect(await newer.keepKeys.list()).to.deep.equal([
      { masterKeyId: newer.masterKeys.currentId, cases: 2 },
    ]);
  });

  it('are missed at the start, when there are cases and the master key over them is not set', async () => {
    await app.services.checkMasterKeys();
    await servicesWith(NEWER_KEY).checkMasterKeys();
    await register(app, city.clerk);
    await expectError(
      servicesWith(NEWER_KEY).checkMasterKeys(),
      /HEYI_MASTER_KEYS: cases are sealed with \w{12}/,
    );
  });

  async function expectError(promise: Promise<unknown>, message: RegExp): Promise<void> {
    const error: unknown = await promise.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(String(error)).to.match(message);
  }
});
