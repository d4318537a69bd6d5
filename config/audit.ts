import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { AuditHead } from '../server/audit/audit-record.ts';
import { AUDIT_FAULTS } from '../server/audit/check-chain.ts';
import type { Services } from '../server/compose.ts';
import { withServices } from './with-services.ts';

const USAGE = `npm run -s audit -- verify [--heads FILE]   reads every chain through; ends with 1 where one is not whole
npm run -s audit -- heads > FILE            the ends of all chains as JSON lines, to keep where this database is not

It reads the database that npm start would use with the same settings; without MONGODB_URI that of DATA_DIR.`;

const headLine = z.strictObject({ chain: z.string(), sequence: z.int(), hash: z.string(), mac: z.string() });

/** Ends the program with a sentence for whoever runs it. */
function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function readHeads(file: string): Map<string, AuditHead> {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => headLine.parse(JSON.parse(line))).map((head) => [head.chain, head]));
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { heads: { type: 'string' } } });
const [command] = positionals;
if (command !== 'verify' && command !== 'heads') fail(USAGE);

async function printHeads({ audit }: Services): Promise<void> {
  for await (const head of audit.everyHead()) console.log(JSON.stringify(head));
}

async function verify({ verifyAudit }: Services): Promise<void> {
  const exported = values.heads === undefined ? undefined : readHeads(values.heads);
  const verdict = await verifyAudit.everything(exported);
  for (const { chain, sequence, fault } of verdict.faults) {
    console.log(`${chain} from record ${sequence}: ${AUDIT_FAULTS[fault]}`);
  }
  console.log(`${verdict.records} records in ${verdict.chains} chains, ${verdict.faults.length} faults`);
  process.exitCode = verdict.faults.length === 0 ? 0 : 1;
}

await withServices(command === 'heads' ? printHeads : verify, { hasRun: true }).catch((error: unknown) =>
  fail(error instanceof Error ? error.message : String(error)),
);
