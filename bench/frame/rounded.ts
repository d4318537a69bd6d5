/** Three significant figures: more would be noise. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
