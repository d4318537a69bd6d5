import type { DeadlineEventKind } from '../deadline-events.ts';
import { on, type Trigger } from '../deadline-rule.ts';

/** Events of everybody whose clock this is; what befell some of a group (`partial`) leaves the others' alone. */
export function ofAll(...kinds: readonly DeadlineEventKind[]): Trigger[] {
  return kinds.map((kind) => ({ kind, unless: { partial: true } }));
}

/**
 * All that was owed has been done, for everybody: nothing of the dispute is waited for any more. Where others of the
 * group failed or went to arbitration (`partial`), their clocks go on.
 */
export const PERFORMED_FOR_ALL: Trigger = { kind: 'agreement-performed', unless: { partial: true } };

/** What ends every step of the arbitration itself. */
export const ARBITRATION_OVER: Trigger[] = [
  ...on('arbitration-withdrawn', 'arbitration-settled', 'award-made', 'case-closed'),
  PERFORMED_FOR_ALL,
];
