import { expect } from 'chai';
import type { MediationCase } from '../../server/domain/case.ts';
import { accountForNotices, type ChaosEvidence } from './account-for-notices.ts';
import type { CaseVersion } from './case-history.ts';
import type { ChaosReport, LedgerRow } from './chaos-report.ts';
import type { Incident } from './incident.ts';
import type { SinkRecord } from './sink-record.ts';

const BEGUN = 1_000_000;

/** A version of which only its notices matter here. */
function version(keys: string[], times: Pick<CaseVersion, 'from' | 'by'>): CaseVersion {
  return { ...times, acknowledged: true, subject: { summary: keys.join(' ') } as MediationCase };
}

const row: LedgerRow = {
  id: 'mail-1',
  caseId: 'case-1',
  noticeKey: 'M1',
  accountId: 'head',
  workerId: null,
  channel: 'mail',
  state: 'sent',
  outcome: '250 OK',
  claimedBy: 'worker-1',
  handedOverAt: new Date(BEGUN),
};
const mail: SinkRecord = { event: 'taken', deliveryId: 'mail-1', begunAt: BEGUN, at: BEGUN + 5 };
const fault = (name: 'cut-taken' | 'refused-after'): SinkRecord => ({
  event: 'fault',
  fault: name,
  deliveryId: 'mail-1',
  at: BEGUN + 5,
});
const blow = (kind: Incident['kind'], at: number, workerId: string | null = 'worker-1'): Incident => ({
  kind,
  at,
  until: at,
  workerId,
});
const held = { ...row, state: 'held', outcome: 'the worker ended' } as const;
const open = [version(['M1'], { from: BEGUN - 90_000, by: BEGUN - 89_000 })];

function evidence(changes: Partial<ChaosEvidence>): ChaosEvidence {
  return {
    dueAtLast: [row],
    ledger: [row],
    tasks: new Set(),
    histories: [{ caseId: 'case-1', versions: open }],
    keysOf: ({ summary }) => new Set(summary.split(' ')),
    incidents: [],
    sink: [mail],
    waitMs: 2000,
    freshMs: 1500,
    ...changes,
  };
}

const call = { ...row, channel: 'telephone' } as const;
const calls = { dueAtLast: [call], ledger: [call], sink: [] };

/** A case that was withdrawn so long before the message began, by the answer to that. */
const movedOn = (ms: number) => [
  { caseId: 'case-1', versions: [...open, version([], { from: BEGUN - ms - 50, by: BEGUN - ms })] },
];

const ROWS: [title: string, changes: Partial<ChaosEvidence>, report: Partial<ChaosReport>][] = [
  ['one that came', {}, { due: 1, delivered: 1 }],
  [
    'a warning that came',
    {
      dueAtLast: [{ ...row, noticeKey: 'warning/red' }],
      ledger: [{ ...row, noticeKey: 'warning/red' }],
      histories: [
        { caseId: 'case-1', versions: [version(['warning/red'], { from: BEGUN - 90_000, by: BEGUN })] },
      ],
    },
    { due: 1, delivered: 1, stale: 0, warnings: { due: 1, delivered: 1, held: 0 } },
  ],
  ['one that never got into the ledger', { ledger: [], sink: [] }, { due: 1, lost: 1 }],
  ['one that stands as sent and did not come', { sink: [] }, { lost: 1, delivered: 0 }],
  [
    'one that stands in a list as a call to make',
    { ...calls, tasks: new Set(['mail-1']) },
    { due: 1, telephoned: 1, delivered: 0 },
  ],
  ['one that stands as a call and is in no list', calls, { lost: 1, telephoned: 0 }],
  ['one that is still on its way', { ledger: [{ ...row, state: 'sending' }] }, { lost: 1, delivered: 0 }],
  ['one that came twice', { sink: [mail, mail] }, { doubled: 1, delivered: 1 }],
  ['a mail of which the ledger knows nothing', { ledger: [], dueAtLast: [] }, { due: 0, unknown: 1 }],
  [
    'one that was skipped and is not due',
    { ledger: [{ ...row, state: 'skipped' }], dueAtLast: [], sink: [] },
    { due: 1, skipped: 1, lost: 0 },
  ],
  [
    'one that was skipped although it is due',
    { ledger: [{ ...row, state: 'skipped' }], sink: [] },
    { skipped: 0, lost: 1 },
  ],
  ['one that came and stands as skipped', { ledger: [{ ...row, state: 'skipped' }] }, { misrecorded: 1 }],
  ['one that failed', { ledger: [{ ...row, state: 'failed' }], sink: [] }, { failed: 1, lost: 0 }],
  [
    'one that failed without a reason',
    { ledger: [{ ...row, state: 'failed', outcome: null }], sink: [] },
    { failed: 0, lost: 1 },
  ],
  ['one that began long after its case had moved on', { histories: movedOn(1600) }, { stale: 1 }],
  ['one that began while its case moved on', { histories: movedOn(900) }, { stale: 0, overtaken: 1 }],
  ['one of a case that never had it', { histories: [] }, { stale: 1 }],
  [
    'one held by the death of its worker',
    { ledger: [held], sink: [], incidents: [blow('kill-worker', BEGUN + 100)] },
    { held: 1, kills: 1, unexplained: 0, heldBy: { 'kill-worker': 1 } },
  ],
  [
    'one held by a line that was cut when the mail was there',
    { ledger: [held], sink: [fault('cut-taken'), mail] },
    { held: 1, heldAtServer: 1, delivered: 0, heldBy: { 'cut-taken': 1 } },
  ],
  [
    'one held by the end of the mail server',
    { ledger: [held], sink: [], incidents: [blow('kill-mail-server', BEGUN + 100, null)] },
    { held: 1, heldBy: { 'kill-mail-server': 1 } },
  ],
  [
    'one held although another worker died',
    { ledger: [held], sink: [], incidents: [blow('kill-worker', BEGUN, 'worker-2')] },
    { held: 1, unexplained: 1 },
  ],
  [
    'one held although its worker died long after',
    { ledger: [held], sink: [], incidents: [blow('kill-worker', BEGUN + 60_000)] },
    { held: 1, unexplained: 1 },
  ],
  [
    'one held although it was refused',
    { ledger: [held], sink: [fault('refused-after')] },
    { held: 1, unexplained: 1 },
  ],
];

describe('the account of chaos', () => {
  for (const [title, changes, expected] of ROWS) {
    it(`counts ${title}`, () => {
      expect(accountForNotices(evidence(changes)).report).to.deep.include(expected);
    });
  }

  it('names what is wrong', () => {
    expect(accountForNotices(evidence({ sink: [] })).findings).to.deep.equal([
      'lost: case-1 M1 → head by mail stands as sent and did not come',
    ]);
  });
});
