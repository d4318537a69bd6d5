import type { CaseState } from './case.ts';

/** Whether the dispute goes on. A case that mediation could not end still has workers who wait for their money. */
const OPEN: Record<CaseState, boolean> = {
  registered: true,
  accepted: true,
  'not-accepted': true,
  'in-mediation': true,
  agreed: true,
  performed: false,
  breached: true,
  failed: true,
  withdrawn: false,
  'handed-to-arbitration': true,
};

export function isOpen(state: CaseState): boolean {
  return OPEN[state];
}
