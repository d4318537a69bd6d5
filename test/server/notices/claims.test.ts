import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { NewDelivery } from '../../../server/notices/new-delivery.ts';
import { countCommands } from '../../support/count-commands.ts';
import { startTestApp, type TestApp } from '../../support/test-app.ts';

const ROWS = 60;
const MARK = { sentAs: null, sentTo: 'x@union.example', subject: 's', text: 't', repeatable: false };

describe('claims on rows of the ledger', () => {
  let app: TestApp;
  before(async () => {
    app = await startTestApp();
  });
  after(() => app.stop());

  const store = () => app.services.deliveries;
  const leaseUntil = () => new Date(app.clock.now().getTime() + 90_000);
  const mark = () => ({ ...MARK, handedOverAt: app.clock.now(), leaseUntil: leaseUntil() });

  async function claimAll(ids: readonly string[], workerId: string) {
    const claimant = { workerId, now: app.clock.now(), leaseUntil: leaseUntil() };
    const claimed = await Promise.all(ids.map((id) => store().claim(id, claimant)));
    return claimed.filter((row) => row !== null);
  }

  async function dueRows(count = ROWS): Promise<string[]> {
    const at = app.clock.now();
    const rows = Array.from(
      { length: count },
      (): NewDelivery => ({
        id: randomUUID(),
        caseId: 'a case that is gone',
        organisationPath: ['centre'],
        noticeKind: 'origin-alert',
        noticeKey: randomUUID(),
        accountId: 'account',
        workerId: null,
        channel: 'mail',
        digest: null,
        dueAt: at,
        nextAttemptAt: at,
        state: 'due',
        outcome: null,
      }),
    );
    await store().insertMissing(rows);
    return rows.map(({ id }) => id);
  }

  it('give each row to one of four workers that ask for all of them in different orders', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ids = await dueRows();
      const orders = [ids, ids.toReversed(), ids.toSorted(), ids.toSorted().toReversed()];
      const taken = await Promise.all(orders.map((order, worker) => claimAll(order, `worker ${worker}`)));
      const all = taken.flat();
      expect(all.map(({ id }) => id).sort()).to.deep.equal(ids.toSorted());
      expect(new Set(all.map(({ fence }) => fence))).to.deep.equal(new Set([1]));
    }
  });

  it('give a row once to a worker that asks for it twice at once, or again while it has it', async () => {
    const ids = await dueRows();
    expect(await claimAll([...ids, ...ids], 'one')).to.have.length(ROWS);
    expect(await claimAll(ids, 'one')).to.deep.equal([]);
  });

  it('of many that are asked for at once take a few commands', async () => {
    const ids = await dueRows();
    const { result, commands } = await countCommands(app.connection, () => claimAll(ids, 'one'));
    expect(result).to.have.length(ROWS);
    const sum = Object.values(commands).reduce((left, right) => left + right, 0);
    expect(sum).to.be.below(ROWS / 5);
  });

  it('are marked in a few commands for all messages that begin at once', async () => {
    const claims = await claimAll(await dueRows(), 'one');
    const { result, commands } = await countCommands(app.connection, () =>
      Promise.all(claims.map((row) => store().markSending(row, mark()))),
    );
    expect(result).to.deep.equal(claims.map(() => true));
    expect(commands['deliveries.bulkWrite']).to.be.below(ROWS / 5);
  });

  it('that were lost begin nothing, whatever else is marked with them', async () => {
    const ids = await dueRows();
    const lost = await claimAll(ids.slice(0, 20), 'slow');
    await store().giveBack('slow');
    const retaken = await claimAll(ids.slice(0, 10), 'slow');
    const kept = await claimAll(ids.slice(20), 'quick');
    const all = [...lost, ...kept, ...retaken];
    const begun = await Promise.all(all.map((row) => store().markSending(row, mark())));
    expect(begun).to.deep.equal(all.map((row) => !lost.includes(row)));
  });
});
