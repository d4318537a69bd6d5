import type { Services } from '../../server/compose.ts';
import type { NoticePace } from '../../server/notices/notice-pace.ts';
import { accountForNotices } from './account-for-notices.ts';
import type { ClerkRecord } from './chaos-clerk.ts';
import { gatherEvidence, missingWrites, withUnanswered } from './gather-evidence.ts';
import { groupBy } from './group-by.ts';
import type { Incident } from './incident.ts';
import type { SinkRecord } from './sink-record.ts';

export interface Reckoning {
  services: Services;
  pace: NoticePace;
  incidents: readonly Incident[];
  sink: readonly SinkRecord[];
  records: readonly ClerkRecord[];
}

/** From the last yes to the first byte, on a busy machine. */
const LAG_MS = 500;

/** What the run comes to: the account of the notices, the writes, and what was done and went wrong on the way. */
export async function reckon({ services, pace, incidents, sink, records }: Reckoning) {
  const evidence = await gatherEvidence(services);
  const known = records.flatMap(({ histories }) => histories);
  const histories = withUnanswered(known, evidence.cases);
  const unstored = records.flatMap((record) => record.unstored);
  unstored.push(...missingWrites(known, evidence.cases));
  const { report, findings } = accountForNotices({
    ...evidence,
    histories,
    incidents,
    sink,
    waitMs: pace.mailWaitMs,
    freshMs: pace.freshMs + LAG_MS,
  });
  const refused = tally(records.flatMap((record) => record.refused));
  return {
    report: {
      ...report,
      unstored: unstored.length,
      cases: evidence.cases.length,
      writes: histories.reduce((sum, { versions }) => sum + versions.length, 0),
      unanswered: records.reduce((sum, { unanswered }) => sum + unanswered, 0),
      refused,
      incidents: tally(incidents.map(({ kind }) => kind)),
      faults: tally(sink.flatMap((one) => (one.event === 'fault' ? [one.fault] : []))),
    },
    findings: [...findings, ...unstored.map((one) => `unstored: ${one}`)],
  };
}

function tally(names: readonly string[]): Record<string, number> {
  const groups = groupBy(names, (name) => name);
  return Object.fromEntries([...groups].map(([name, all]) => [name, all.length]));
}
