import type { CaseHistory } from './case-history.ts';
import { type ChaosReport, type DueNotice, EMPTY_REPORT, type LedgerRow } from './chaos-report.ts';
import { explainHeld, type Trouble } from './explain-held.ts';
import { groupBy } from './group-by.ts';
import { isKill } from './incident.ts';
import { type KeysOf, sinceTrueMs } from './since-true.ts';
import type { SinkRecord } from './sink-record.ts';

export interface ChaosEvidence extends Trouble {
  /** What was due by the cases as they are in the end, derived anew. */
  dueAtLast: readonly DueNotice[];
  ledger: readonly LedgerRow[];
  /** The ids of all tasks to telephone. */
  tasks: ReadonlySet<string>;
  /** Of every case that is stored. */
  histories: readonly CaseHistory[];
  keysOf: KeysOf;
  /** So long after a case moved on a message may still begin: what the worker knew was that old at most. */
  freshMs: number;
}

type Broken = 'lost' | 'doubled' | 'stale' | 'unexplained' | 'misrecorded' | 'unknown';
type Taken = Extract<SinkRecord, { event: 'taken' }>;

export interface ChaosAccount {
  report: ChaosReport;
  /** What is wrong, a line each. */
  findings: string[];
}

/** Counts at the mail server what became of every notice that was due. Nothing here asks the service itself. */
export function accountForNotices(evidence: ChaosEvidence): ChaosAccount {
  return new Accountant(evidence).account();
}

class Accountant {
  private readonly report: ChaosReport = structuredClone(EMPTY_REPORT);
  private readonly findings: string[] = [];
  private readonly evidence: ChaosEvidence;
  private readonly mails: Map<string, Taken[]>;
  private readonly dueAtLast: Set<string>;

  constructor(evidence: ChaosEvidence) {
    this.evidence = evidence;
    const taken = evidence.sink.filter((one): one is Taken => one.event === 'taken');
    this.mails = groupBy(taken, ({ deliveryId }) => deliveryId);
    this.dueAtLast = new Set(evidence.dueAtLast.map(nameOf));
  }

  account(): ChaosAccount {
    const { ledger, incidents, dueAtLast } = this.evidence;
    const named = new Set(ledger.map(nameOf));
    this.report.kills = incidents.filter(isKill).length;
    this.report.due = new Set([...this.dueAtLast, ...named]).size;
    this.report.warnings.due = new Set([...dueAtLast, ...ledger].filter(isWarning).map(nameOf)).size;
    for (const name of this.dueAtLast)
      if (!named.has(name)) this.find('lost', `${name} is not in the ledger`);
    for (const row of ledger) this.countRow(row);
    this.countMails();
    return { report: this.report, findings: this.findings };
  }

  private find(what: Broken, text: string): void {
    this.report[what] += 1;
    this.findings.push(`${what}: ${text}`);
  }

  private countRow(row: LedgerRow): void {
    const came = this.mails.has(row.id);
    switch (row.state) {
      case 'held':
        this.countHeld(row, came);
        return;
      case 'skipped':
      case 'failed':
        this.countUnsent(row, { came, state: row.state });
        return;
      case 'sent':
        if (row.channel === 'telephone' && this.evidence.tasks.has(row.id)) this.report.telephoned += 1;
        else if (came) this.countDelivered(row);
        else this.find('lost', `${nameOf(row)} stands as sent and did not come`);
        return;
      default:
        this.find('lost', `${nameOf(row)} is still ${row.state}`);
    }
  }

  private countDelivered(row: LedgerRow): void {
    this.report.delivered += 1;
    if (isWarning(row)) this.report.warnings.delivered += 1;
  }

  private countHeld(row: LedgerRow, came: boolean): void {
    this.report.held += 1;
    if (isWarning(row)) this.report.warnings.held += 1;
    if (came) this.report.heldAtServer += 1;
    const cause = explainHeld(row, this.evidence);
    if (cause === null) this.find('unexplained', `${nameOf(row)} is held: ${row.outcome}`);
    else this.report.heldBy[cause] = (this.report.heldBy[cause] ?? 0) + 1;
  }

  private countUnsent(row: LedgerRow, { came, state }: { came: boolean; state: 'skipped' | 'failed' }): void {
    const name = nameOf(row);
    if (came) this.find('misrecorded', `${name} came and stands as ${state}`);
    if (state === 'skipped' && this.dueAtLast.has(name)) this.find('lost', `${name} is due and was skipped`);
    else if (!row.outcome) this.find('lost', `${name} is ${state} without a reason`);
    else this.report[state] += 1;
  }

  private countMails(): void {
    const rows = new Map(this.evidence.ledger.map((row) => [row.id, row]));
    for (const [id, mails] of this.mails) {
      const row = rows.get(id);
      if (mails.length > 1) this.find('doubled', `${id} came ${mails.length} times`);
      if (row === undefined) this.find('unknown', `${id} came and is not in the ledger`);
      else for (const mail of mails) this.judge(mail, row);
    }
  }

  private judge({ begunAt }: Taken, row: LedgerRow): void {
    const { histories, keysOf, freshMs } = this.evidence;
    const versions = histories.find(({ caseId }) => caseId === row.caseId)?.versions ?? [];
    const lateMs = sinceTrueMs(versions, { noticeKey: row.noticeKey, at: begunAt, keysOf });
    if (lateMs > freshMs) this.find('stale', `${nameOf(row)} began ${lateMs} ms after its case had moved on`);
    else if (lateMs > 0) this.report.overtaken += 1;
  }
}

function isWarning({ noticeKey }: DueNotice): boolean {
  return noticeKey.startsWith('warning/');
}

function nameOf({ caseId, noticeKey, accountId, workerId, channel }: DueNotice): string {
  return `${caseId} ${noticeKey} → ${accountId ?? workerId ?? 'nobody'} by ${channel}`;
}
