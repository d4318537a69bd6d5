import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import type { NewDelivery } from '../../../server/notices/new-delivery.ts';
import { slicesOf } from '../../../server/notices/slices-of.ts';
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
  const claimant = (workerId: string) => ({ workerId, now: app.clock.now(), leaseUntil: leaseUntil() });
  const mark = () => ({ ...MARK, handedOverAt: app.clock.now(), leaseUntil: leaseUntil() });

  async function dueRows(): Promise<string[]> {
    const at = app.clock.now();
    const rows = Array.from(
      { length: ROWS },
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
      const taken = await Promise.all(
        orders.flatMap((order, worker) =>
          slicesOf(order, ROWS / 2).map((some) => store().claim(some, claimant(`worker ${worker}`))),
        ),
      );
      expect(
        taken
          .flat()
          .map(({ id }) => id)
          .sort(),
      ).to.deep.equal(ids.toSorted());
      expect(new Set(taken.flat().map(({ fence }) => fence))).to.deep.equal(new Set([1]));
    }
  });

  it('give a worker nothing that it has in hand already', async () => {
    const ids = await dueRows();
    expect(await store().claim(ids, claimant('one'))).to.have.length(ROWS);
    expect(await store().claim(ids, claimant('one'))).to.deep.equal([]);
  });

  it('are marked in a few commands for all messages that begin at once', async () => {
    const claims = await store().claim(await dueRows(), claimant('one'));
    const { result, commands } = await countCommands(app.connection, () =>
      Promise.all(claims.map((row) => store().markSending(row, mark()))),
    );
    expect(new Set(result)).to.deep.equal(new Set([true]));
    expect(commands['deliveries.bulkWrite']).to.be.below(ROWS / 5);
  });

  it('that were lost begin nothing, whatever else is marked with them', async () => {
    const ids = await dueRows();
    const lost = await store().claim(ids.slice(0, 20), claimant('slow'));
    await store().giveBack('slow');
    const retaken = await store().claim(ids.slice(0, 10), claimant('slow'));
    const kept = await store().claim(ids.slice(20), claimant('quick'));
    const all = [...lost, ...kept, ...retaken];
    const begun = await Promise.all(all.map((row) => store().markSending(row, mark())));
    expect(begun).to.deep.equal(all.map((row) => !lost.includes(row)));
  });
});
