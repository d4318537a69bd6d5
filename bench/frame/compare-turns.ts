import type { BenchResult } from '../bench-result.ts';
import type { BenchRun } from './bench-run.ts';
import { median } from './median.ts';
import { rounded } from './rounded.ts';

/** One turn of one side, warm-up left out. */
export interface Turn {
  operations: number;
  ms: number;
  /** What the side's own process used of the processor meanwhile; servers behind it and load not counted. */
  cpuMs: number;
  /** The most memory that its process ever held, in megabytes. */
  peakMb?: number;
  /** What Redis held more when the turn was at its height than before it, in megabytes. */
  redisMb?: number;
}

/** What has a turn each round; the round tells a side which slice of the data is its own. */
export type TakeTurn = (round: number) => Promise<Turn>;

export interface Sides {
  ours: TakeTurn;
  /** Where there are several, each by its name. */
  peers: Readonly<Record<string, TakeTurn>>;
  limit: TakeTurn | null;
}

/** The figure that is compared, of one turn. */
export interface Figure {
  unit: string;
  of: (turn: Turn) => number;
  better: 'higher' | 'lower';
}

export interface Comparison {
  name: string;
  engine: string;
  figure: Figure;
  note: string;
  sides: Sides;
}

type Taken = Map<string, Turn[]>;

/** Operations a second; `operation` is what is counted, as `requests`. */
export function ratesOf(operation: string): Figure {
  return {
    unit: `${operation}/s (rate)`,
    of: ({ operations, ms }) => (operations * 1000) / ms,
    better: 'higher',
  };
}

/** How long a turn took. */
export const TIMES: Figure = { unit: 'ms (time)', of: ({ ms }) => ms, better: 'lower' };

/**
 * Gives the sides their turns in rounds, A B C A B C …, so that what else the machine does hits all alike; a result
 * for each peer.
 */
export async function compareTurns(
  comparison: Comparison,
  { rounds, say }: Pick<BenchRun, 'rounds' | 'say'>,
): Promise<BenchResult[]> {
  const { name, figure, sides } = comparison;
  const { ours, peers, limit } = sides;
  const inOrder: [string, TakeTurn][] = [['ours', ours], ...Object.entries(peers)];
  if (limit !== null) inOrder.push(['limit', limit]);
  const taken: Taken = new Map(inOrder.map(([side]) => [side, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [side, take] of inOrder) {
      const turn = await take(round);
      taken.get(side)?.push(turn);
      const reached = `${rounded(figure.of(turn))} ${figure.unit}`;
      say(`${name}: round ${round + 1} of ${rounds}, ${side}: ${reached}${sizeText([turn])}`);
    }
  }
  return Object.keys(peers).map((peer) => resultAgainst(peer, taken, comparison));
}

function resultAgainst(
  peerName: string,
  taken: Taken,
  { name, engine, note, figure, sides }: Comparison,
): BenchResult {
  const turnsOf = (side: string) => taken.get(side) ?? [];
  const figureOf = (side: string) => rounded(median(turnsOf(side).map(figure.of)));
  const [ours, peer] = [figureOf('ours'), figureOf(peerName)];
  const limit = sides.limit === null ? null : figureOf('limit');
  const better = (other: number) => rounded(figure.better === 'higher' ? ours / other : other / ours);
  const shown = ['ours', peerName, ...(limit === null ? [] : ['limit'])];
  const spreads = shown.map((side) => spread(side, { turns: turnsOf(side), figure }));
  return {
    name: Object.keys(sides.peers).length === 1 ? name : `${name} against ${peerName}`,
    engine,
    ours,
    peer,
    limit,
    vsPeer: better(peer),
    vsLimit: limit === null ? null : better(limit),
    unit: figure.unit,
    note: `${note}; ${turnsOf('ours').length} rounds: ${spreads.join('; ')}`,
  };
}

function spread(side: string, { turns, figure }: { turns: readonly Turn[]; figure: Figure }): string {
  const figures = turns.map(figure.of);
  const cpu = rounded(median(turns.map(({ cpuMs, operations }) => cpuMs / operations)));
  const range = `${rounded(Math.min(...figures))}–${rounded(Math.max(...figures))}`;
  return `${side} ${range} at ${cpu} ms CPU each${sizeText(turns)}`;
}

function sizeText(turns: readonly Turn[]): string {
  const typical = (sizes: readonly (number | undefined)[], what: string) => {
    const known = sizes.filter((size) => size !== undefined);
    return known.length === 0 ? '' : `, ${what} ${rounded(median(known))} MB`;
  };
  const process = typical(
    turns.map(({ peakMb }) => peakMb),
    'process',
  );
  const redis = typical(
    turns.map(({ redisMb }) => redisMb),
    'Redis',
  );
  return process + redis;
}
