const FEN_IN_YUAN = 100;

/** A sum as people read it: 1250050 fen → 12,500.50. */
export function yuanText(fen: number): string {
  return (fen / FEN_IN_YUAN).toLocaleString('en', { minimumFractionDigits: 2 });
}
