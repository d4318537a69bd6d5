import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { dataFolder } from '../config.ts';
import { apiClient } from '../demo/api-client.ts';
import { demoAccounts } from '../demo/demo-accounts.ts';
import { openDemoStaff } from '../demo/fill-demo-city.ts';
import { startOwnInstance } from './own-instance.ts';
import { type PublishedCase, type PublishedFile, publishedFile, readPublished } from './published-case.ts';
import { type ReplayStaff, replayCase } from './replay-case.ts';
import { type ReplayReport, readableReport, reportOf, totalOf, unreadableReport } from './replay-report.ts';

const USAGE = `npm run replay -- FILE [--url URL] [--json]

Plays published cases through the API, logged in as those who act, and reports of each which of its facts came out
again from fields made for them, which had nowhere to go, and which steps the API refused.

  FILE        a JSON list of cases, as docs/replay.md describes them
  --url URL   an instance that runs, made by npm start in this folder (its demo accounts log in); without it one of
              its own is started on an empty data folder and ended again
  --json      the report of each case as a line of JSON; the last line sums up`;

const root = path.dirname(path.dirname(import.meta.dirname));

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

function readCases(file: string): PublishedFile {
  if (!existsSync(file)) fail(`${file} does not exist. Give the path of a file of cases.`);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    fail(`${file} is not readable JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const { data, error } = publishedFile.safeParse(content);
  if (data === undefined) fail(`${file} is not a list of cases:\n${z.prettifyError(error)}`);
  return readPublished(data);
}

async function staffOf(baseUrl: string, dataDir: string): Promise<ReplayStaff> {
  const { staff, mediatorId } = await openDemoStaff({
    baseUrl,
    accounts: demoAccounts(dataDir),
    answersRefusals: true,
  });
  return { clients: staff, mediatorId };
}

async function replayAll(cases: readonly PublishedCase[], staff: ReplayStaff): Promise<ReplayReport> {
  const reports: ReplayReport[] = [];
  for (const published of cases) {
    const played = await replayCase(published, staff);
    const report = reportOf(played);
    reports.push(report);
    const lines = values.json
      ? [JSON.stringify({ id: published.id, state: played.shown?.state ?? null, ...report })]
      : readableReport(published.id, played.shown?.state ?? 'not registered', report);
    for (const line of lines) console.log(line);
  }
  return totalOf(reports);
}

async function replayOn(url: string | undefined, cases: readonly PublishedCase[]): Promise<ReplayReport> {
  if (url !== undefined) {
    const baseUrl = url.replace(/\/+$/, '');
    return replayAll(cases, await staffOf(baseUrl, dataFolder(process.env['DATA_DIR'] ?? 'data')));
  }
  const instance = await startOwnInstance(root, (line) => console.error(line));
  try {
    const [administrator] = demoAccounts(instance.dataDir);
    await apiClient(instance.baseUrl).post('/setup', { token: instance.setupToken, ...administrator });
    return await replayAll(cases, await staffOf(instance.baseUrl, instance.dataDir));
  } finally {
    await instance.stop();
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string' }, json: { type: 'boolean', default: false }, help: { type: 'boolean' } },
});
const [file] = positionals;
if (values.help || file === undefined) fail(USAGE);
const { readable, faults } = readCases(file);
const unreadable = faults.map(unreadableReport);
for (const { refused } of unreadable) {
  for (const one of refused) console.log(values.json ? JSON.stringify(one) : `${one.case}  ${one.detail}`);
}
const total = totalOf([...unreadable, await replayOn(values.url, readable)]);
console.log(
  values.json
    ? JSON.stringify(total)
    : `${total.cases} cases: ${total.recorded} of ${total.facts} facts recorded, ${total.unplaced.length} without a place, ${total.refused.length} steps refused`,
);
process.exitCode = total.unplaced.length === 0 && total.refused.length === 0 ? 0 : 1;
