/** Recusal (回避): too close to a party. A lock: kept away for another reason. */
export const BAR_KINDS = ['recusal', 'lock'] as const;
export type BarKind = (typeof BAR_KINDS)[number];

/** Somebody who is kept from a case, whatever their role. */
export interface CaseBar {
  id: string;
  accountId: string;
  kind: BarKind;
  reason: string;
  at: Date;
  /** The account of whoever decided it; their own, where they recused themselves. */
  by: string;
}

export function isBarred({ bars }: { bars: readonly CaseBar[] }, accountId: string): boolean {
  return bars.some((bar) => bar.accountId === accountId);
}
