import type { BenchResult } from '../bench-result.ts';
import type { BenchRun } from './bench-run.ts';

/** One turn of one side, warm-up left out. */
export interface Turn {
  operations: number;
  ms: number;
  /** What the side's own process used of the processor meanwhile; servers behind it and load not counted. */
  cpuMs: number;
}

export const SIDES = ['ours', 'peer', 'limit'] as const;
export type SideName = (typeof SIDES)[number];

/** What has a turn each round; the round tells a side which slice of the data is its own. */
export type Sides = Record<SideName, (round: number) => Promise<Turn>>;

export interface Comparison {
  name: string;
  engine: string;
  /** What is counted, as `requests`. */
  operation: string;
  note: string;
  sides: Sides;
}

/** Gives the sides their turns in rounds, A B C A B C …, so that what else the machine does hits all alike. */
export async function compareRates(
  { name, engine, operation, note, sides }: Comparison,
  { rounds, say }: Pick<BenchRun, 'rounds' | 'say'>,
): Promise<BenchResult> {
  const turns: Record<SideName, Turn[]> = { ours: [], peer: [], limit: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const side of SIDES) {
      const turn = await sides[side](round);
      turns[side].push(turn);
      say(`${name}: round ${round + 1} of ${rounds}, ${side}: ${rounded(rateOf(turn))} ${operation}/s`);
    }
  }
  const [ours, peer, limit] = SIDES.map((side) => median(turns[side].map(rateOf))).map(rounded);
  if (ours === undefined || peer === undefined || limit === undefined) throw new Error('No round was run.');
  return {
    name,
    engine,
    ours,
    peer,
    limit,
    vsPeer: rounded(ours / peer),
    vsLimit: rounded(ours / limit),
    unit: `${operation}/s (rate)`,
    note: `${note}; ${rounds} rounds: ${SIDES.map((side) => spread(side, turns[side])).join('; ')}`,
  };
}

function spread(side: SideName, turns: readonly Turn[]): string {
  const rates = turns.map(rateOf);
  const cpu = rounded(median(turns.map(({ cpuMs, operations }) => cpuMs / operations)));
  return `${side} ${rounded(Math.min(...rates))}–${rounded(Math.max(...rates))}/s at ${cpu} ms CPU each`;
}

const rateOf = ({ operations, ms }: Turn): number => (operations * 1000) / ms;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [below = Number.NaN, above = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 === 1 ? above : (below + above) / 2;
}

/** Three significant figures: more would be noise. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
