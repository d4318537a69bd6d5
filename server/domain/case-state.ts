export const CASE_STATES = [
  'registered',
  'awaiting-consent',
  'accepted',
  'not-accepted',
  'in-mediation',
  'agreed',
  'confirmation-pending',
  'confirmed',
  'performed',
  'breached',
  'failed',
  'withdrawn',
  'terminated',
  'handed-to-arbitration',
  'arbitration-accepted',
  'arbitration-refused',
  'awarded',
  'settled-in-arbitration',
  'arbitration-withdrawn',
  'transfer-offered',
  'transferred',
  'archived',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Whether the dispute goes on. A case that mediation could not end still has workers who wait for their money. */
const OPEN: Record<CaseState, boolean> = {
  registered: true,
  'awaiting-consent': true,
  accepted: true,
  'not-accepted': true,
  'in-mediation': true,
  agreed: true,
  'confirmation-pending': true,
  confirmed: true,
  performed: false,
  breached: true,
  failed: true,
  withdrawn: false,
  terminated: false,
  'handed-to-arbitration': true,
  'arbitration-accepted': true,
  'arbitration-refused': true,
  awarded: true,
  'settled-in-arbitration': false,
  'arbitration-withdrawn': true,
  'transfer-offered': true,
  transferred: false,
  archived: false,
};

export function isOpen(state: CaseState): boolean {
  return OPEN[state];
}

export const OPEN_STATES = CASE_STATES.filter(isOpen);

/** While the file is not closed its record is kept up. */
export const NOT_ARCHIVED: readonly CaseState[] = CASE_STATES.filter((state) => state !== 'archived');

/** Nothing more is to be done here; the file can be closed (归档). */
export const FINAL_STATES: readonly CaseState[] = [
  'not-accepted',
  'performed',
  'failed',
  'withdrawn',
  'terminated',
  'arbitration-refused',
  'awarded',
  'settled-in-arbitration',
  'arbitration-withdrawn',
  'transferred',
];

/** There is an agreement that has yet to be kept in full. */
export const AGREED_STATES: readonly CaseState[] = [
  'agreed',
  'confirmation-pending',
  'confirmed',
  'breached',
];
