import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { AuditHead } from '../server/audit/audit-record.ts';
import { createAuditStore } from '../server/audit/audit-store.ts';
import { AUDIT_FAULTS } from '../server/audit/check-chain.ts';
import { verifyAudit } from '../server/audit/verify-audit.ts';
import { connectDatabase } from '../server/database/connect-database.ts';
import { deriveKey } from '../server/secrets/derive-key.ts';
import { dataFolder } from './config.ts';
import { readEnvFile } from './settings/env-file.ts';
import { settingTable } from './settings/setting-table.ts';
import { readStartSettings } from './starting/start-settings.ts';

const USAGE = `npm run -s audit -- verify [--heads FILE]   reads every chain through; ends with 1 where one is not whole
npm run -s audit -- heads > FILE            the ends of all chains as JSON lines, to keep where this database is not

Give MONGODB_URI and HEYI_SECRET, in the environment or in .env; a secret that npm start made is found in DATA_DIR.`;

const headLine = z.strictObject({ chain: z.string(), sequence: z.int(), hash: z.string(), mac: z.string() });

/** Ends the program with a sentence for whoever runs it. */
function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

/** The secret as it was set, or as npm start made it. */
function secretOf({ HEYI_SECRET, DATA_DIR = 'data' }: Partial<z.infer<typeof settingTable>>): Buffer {
  if (HEYI_SECRET !== undefined) return HEYI_SECRET;
  const file = path.join(dataFolder(DATA_DIR), 'heyi-secret');
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  const secret = settingTable.shape.HEYI_SECRET.parse(kept);
  return secret ?? fail('HEYI_SECRET is not set. Set it to the secret that the service runs with.');
}

function readHeads(file: string): Map<string, AuditHead> {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => headLine.parse(JSON.parse(line))).map((head) => [head.chain, head]));
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { heads: { type: 'string' } } });
const [command] = positionals;
if (command !== 'verify' && command !== 'heads') fail(USAGE);
const root = path.dirname(import.meta.dirname);
const { settings, faults } = readStartSettings(process.env, readEnvFile(root, process.env['HEYI_ENV_FILE']));
if (faults.length > 0)
  fail(faults.map(({ setting, wrong, remedy }) => `${setting}: ${wrong}. ${remedy}.`).join('\n'));
if (settings.MONGODB_URI === undefined) fail(`MONGODB_URI is not set.\n\n${USAGE}`);

const connection = await connectDatabase(settings.MONGODB_URI);
const audit = createAuditStore(connection);
if (command === 'heads') {
  for await (const head of audit.everyHead()) console.log(JSON.stringify(head));
} else {
  const verify = verifyAudit({ audit, auditKey: deriveKey(secretOf(settings), 'audit') });
  const verdict = await verify.everything(values.heads === undefined ? undefined : readHeads(values.heads));
  for (const { chain, sequence, fault } of verdict.faults) {
    console.log(`${chain} from record ${sequence}: ${AUDIT_FAULTS[fault]}`);
  }
  console.log(`${verdict.records} records in ${verdict.chains} chains, ${verdict.faults.length} faults`);
  process.exitCode = verdict.faults.length === 0 ? 0 : 1;
}
await connection.close();
