import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { appendAudit } from '../../../server/audit/append-audit.ts';
import { type AuditEntry, SERVICE_CHAIN } from '../../../server/audit/audit-record.ts';
import { createAuditStore } from '../../../server/audit/audit-store.ts';
import { eraseAuditDetails } from '../../../server/audit/erase-audit-details.ts';
import { verifyAudit } from '../../../server/audit/verify-audit.ts';
import { connectDatabase } from '../../../server/database/connect-database.ts';
import { testServices } from '../../support/test-services.ts';

type Connection = Awaited<ReturnType<typeof connectDatabase>>;

const now = () => new Date('2026-09-16T02:00:00Z');
const auditKey = randomBytes(32);

const ASKED = { by: 'somebody' };

const entry = (chain: string, writer: string): AuditEntry => ({
  at: now(),
  caseIds: [chain],
  opensChain: null,
  erasesUpTo: null,
  details: JSON.stringify({ writer }),
});

describe('writing the audit', () => {
  let connections: Connection[];
  before(async () => {
    const uri = testServices().mongodbUri(randomUUID().slice(0, 8));
    connections = [await connectDatabase(uri), await connectDatabase(uri), await connectDatabase(uri)];
  });
  after(async () => {
    await connections[0]?.dropDatabase();
    for (const connection of connections) await connection.close();
  });

  /** As one more process: with a connection and a memory of its own. */
  function process(index = 0) {
    const connection = connections[index];
    if (connection === undefined) throw new Error(`There is no connection ${index}.`);
    const audit = createAuditStore(connection);
    const append = appendAudit({ audit, auditKey, now });
    const erase = eraseAuditDetails({ audit, appendAudit: append, now });
    return { audit, append, erase, verify: verifyAudit({ audit, auditKey }), connection };
  }

  async function writtenIn(chain: string): Promise<string[]> {
    const records = [];
    const { audit } = process();
    for (let found = await audit.after(chain, 0); found.length > 0; ) {
      records.push(...found);
      found = await audit.after(chain, records.length);
    }
    expect(records.map(({ sequence }) => sequence)).to.deep.equal(records.map((_, index) => index + 1));
    return records.map(({ details }) => JSON.parse(details ?? '{}').writer ?? 'opening');
  }

  it('leaves no gap and loses nothing under fifty writers in three processes', async () => {
    const chain = randomUUID();
    const processes = [process(0), process(1), process(2)];
    const writers = Array.from({ length: 50 }, (_, index) => `writer ${index}`);
    const rounds = 10;
    await Promise.all(
      writers.map(async (writer, index) => {
        for (let round = 0; round < rounds; round += 1) {
          await processes[index % processes.length]?.append(chain, entry(chain, `${writer}/${round}`));
        }
      }),
    );
    const written = await writtenIn(chain);
    expect(written).to.have.length(writers.length * rounds);
    expect(new Set(written).size).to.equal(writers.length * rounds);
    expect(await process().verify.everything()).to.have.deep.property('faults', []);
  });

  it('goes on where a process died before it moved the head, and misses nothing then', async () => {
    const chain = randomUUID();
    await process().append(chain, entry(chain, 'one'));
    const head = await process().audit.head(chain);
    await process().append(chain, entry(chain, 'two'));
    await process()
      .connection.collection<{ _id: string }>('auditHeads')
      .updateOne({ _id: chain }, { $set: { sequence: head?.sequence, hash: head?.hash, mac: head?.mac } });
    expect((await process().verify.oneChain(chain)).faults).to.deep.equal([]);
    await process().append(chain, entry(chain, 'three'));
    expect(await writtenIn(chain)).to.deep.equal(['one', 'two', 'three']);
    expect((await process().verify.oneChain(chain)).faults).to.deep.equal([]);
  });

  it('announces a chain once more where a process died before the chain had a head', async () => {
    const chain = randomUUID();
    await process().append(chain, entry(chain, 'one'));
    await process().connection.collection<{ _id: string }>('auditHeads').deleteOne({ _id: chain });
    const faults = (await process().verify.everything()).faults.filter((fault) => fault.chain === chain);
    expect(faults.map(({ fault }) => fault)).to.deep.equal(['chain-missing']);
    await process().append(chain, entry(chain, 'two'));
    expect((await process().verify.everything()).faults).to.deep.equal([]);
  });

  it('is believed to be whole after an erasure, and only then', async () => {
    const chain = randomUUID();
    await process().append(chain, entry(chain, 'one'));
    await process().erase(chain, ASKED);
    const [first] = await process().audit.after(chain, 0);
    expect([first?.details, first?.salt]).to.deep.equal([null, null]);
    expect((await process().verify.oneChain(chain)).faults).to.deep.equal([]);
    await process().append(chain, entry(chain, 'two'));
    await process().audit.eraseDetails(chain, 3);
    const { faults } = await process().verify.oneChain(chain);
    expect(faults.map(({ fault }) => fault)).to.deep.equal(['details-missing']);
    await process().erase(chain, ASKED);
    expect((await process().verify.oneChain(chain)).faults).to.deep.equal([]);
  });

  describe('is found out by verification in the database', () => {
    const collection = (name: string) => process().connection.collection<{ _id: string }>(name);
    const TAMPERINGS: readonly [string, (chain: string) => Promise<unknown>, string][] = [
      [
        'a record that was changed',
        (chain) =>
          collection('auditRecords').updateOne(
            { _id: `${chain}/000000000002` },
            { $set: { at: new Date(0) } },
          ),
        'changed',
      ],
      [
        'a record that was deleted',
        (chain) => collection('auditRecords').deleteOne({ _id: `${chain}/000000000002` }),
        'missing',
      ],
      [
        'an end that was cut off',
        (chain) =>
          collection('auditRecords').deleteMany({ _id: { $gte: `${chain}/000000000002`, $lt: `${chain}0` } }),
        'cut-off',
      ],
      [
        'a chain whose beginning was deleted, however long',
        (chain) =>
          collection('auditRecords').deleteMany({ _id: { $gte: `${chain}/`, $lt: `${chain}/000000000600` } }),
        'missing',
      ],
      [
        'a chain that is gone with its head',
        async (chain) => {
          await collection('auditRecords').deleteMany({ _id: { $gte: `${chain}/`, $lt: `${chain}0` } });
          await collection('auditHeads').deleteOne({ _id: chain });
        },
        'chain-missing',
      ],
    ];
    for (const [what, tamper, fault] of TAMPERINGS) {
      it(what, async () => {
        const chain = randomUUID();
        const { append } = process();
        const long = what.includes('however long') ? 620 : 3;
        await Promise.all(
          Array.from({ length: long }, (_, index) => append(chain, entry(chain, `${index}`))),
        );
        expect(
          (await process().verify.everything()).faults.filter((one) => one.chain === chain),
        ).to.deep.equal([]);
        await tamper(chain);
        const faults = (await process().verify.everything()).faults.filter((one) => one.chain === chain);
        expect(faults.map((one) => one.fault)).to.include(fault);
      });
    }

    it('a chain that was put back as it once was, by the end that was exported since', async () => {
      const chain = randomUUID();
      const { append, audit, verify } = process();
      await append(chain, entry(chain, 'one'));
      const then = await audit.head(chain);
      await append(chain, entry(chain, 'two'));
      const exported = await audit.head(chain);
      if (exported === null) throw new Error('The chain has a head.');
      await collection('auditRecords').deleteOne({ _id: `${chain}/000000000002` });
      await collection('auditHeads').updateOne(
        { _id: chain },
        { $set: { sequence: then?.sequence, hash: then?.hash, mac: then?.mac } },
      );
      const faults = async (heads: Map<string, typeof exported>) =>
        (await verify.everything(heads)).faults.filter((one) => one.chain === chain);
      expect(await faults(new Map())).to.deep.equal([]);
      expect((await faults(new Map([[chain, exported]]))).map(({ fault }) => fault)).to.deep.equal([
        'other-history',
      ]);
      expect((await verify.oneChain(SERVICE_CHAIN)).records).to.be.above(0);
    });
  });
});
