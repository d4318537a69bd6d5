import type { Agreement } from '../domain/agreement.ts';
import type { MediationCase } from '../domain/case.ts';
import type { CaseState } from '../domain/case-state.ts';
import { earliestOf } from '../domain/partial-day.ts';
import type { CaseWorker } from '../domain/worker.ts';

/** How it stands with what one worker settled for: their own agreement, where the group has several. */
export function agreementState(subject: MediationCase, worker: CaseWorker): CaseState {
  const own = subject.agreements.filter(
    ({ workerIds = [] }) => bindsAll(workerIds) || workerIds.includes(worker.id),
  );
  const last = own.at(-1);
  if (isPerformed(subject)) return 'performed';
  // Settled without an agreement of this centre: before the commission, or the money was put on the table (即时履行).
  if (last === undefined) return subject.state === 'settled-in-arbitration' ? subject.state : 'performed';
  if (isBroken(subject, last, worker)) return 'breached';
  switch (last.confirmation?.result) {
    case 'confirmed':
      return 'confirmed';
    case null:
      return 'confirmation-pending';
    default:
      return 'agreed';
  }
}

function bindsAll(workerIds: readonly string[]): boolean {
  return workerIds.length === 0;
}

/** What was kept was kept for all who settled, whether or not others of the group still have to go on. */
function isPerformed({ state, clock }: MediationCase): boolean {
  return state === 'performed' || clock.some(({ kind }) => kind === 'agreement-performed');
}

/** A breach names the instalment that was missed; one without it is of whatever was agreed by then. */
function isBroken({ state, clock, agreements }: MediationCase, last: Agreement, worker: CaseWorker): boolean {
  const missed = new Set(
    clock.flatMap(({ kind, instalmentId }) => (kind === 'instalment-missed' ? [instalmentId] : [])),
  );
  const open = (agreement: Agreement) =>
    missed.size === 0
      ? []
      : agreement.instalments.filter(({ id, paidOn }) => paidOn === null && missed.has(id));
  if (open(last).some(({ workerId = null }) => workerId === null || workerId === worker.id)) return true;
  const since = last.inForceOn === null ? '' : earliestOf(last.inForceOn);
  const isNoted = clock.some(({ kind, on }) => kind === 'agreement-breached' && on >= since);
  if (isNoted) return state === 'breached' || state === 'in-mediation';
  return state === 'breached' && !agreements.some((agreement) => open(agreement).length > 0);
}
