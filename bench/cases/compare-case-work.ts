import type { BenchResult } from '../bench-result.ts';
import type { BenchRun } from '../frame/bench-run.ts';
import { compareTurns, ratesOf } from '../frame/compare-turns.ts';
import { rounded } from '../frame/rounded.ts';
import { driverTurn } from '../frame/take-turn.ts';
import { type CaseTask, taskDoer } from './case-task.ts';
import { recordCommands } from './record-commands.ts';
import { type SeededCases, withSeededCases } from './seeded-cases.ts';
import { type Stages, textOf } from './sent-command.ts';

const OPERATIONS = 200;
const HOW =
  'ours: the use case in a process of its own; peer: the bare driver sends the same reads and writes, read off the ' +
  'wire, what was sent at once at once; 16 at a time, fresh processes';

export interface CaseWork {
  name: string;
  /** What is counted, as `lookups`. */
  operation: string;
  tasks: (seeded: SeededCases, count: number) => Promise<CaseTask[]>;
  /** Takes back what the tasks have written, so that each turn finds the cases as they were. */
  undo?: (seeded: SeededCases, tasks: readonly CaseTask[]) => Promise<() => Promise<void>>;
}

/** Work on seeded cases by the use cases of the service, against the bare driver doing the same reads and writes. */
export async function compareCaseWork(work: CaseWork, run: BenchRun): Promise<BenchResult[]> {
  return withSeededCases(run, (seeded) => compareOn(seeded, work, run));
}

async function compareOn(
  seeded: SeededCases,
  { name, operation, tasks, undo }: CaseWork,
  run: BenchRun,
): Promise<BenchResult[]> {
  const { engine, count } = seeded;
  const operations = run.operations ?? OPERATIONS;
  const warmUps = Math.ceil(operations / 2);
  const all = await tasks(seeded, operations + warmUps);
  const takeBack = (await undo?.(seeded, all)) ?? (() => Promise.resolve());
  const recorded = await recordedOf(seeded, all);
  await takeBack();
  const sent = recorded.map(textOf);
  const turn = (side: string, start: object, items: readonly unknown[]) => async () => {
    const work = { warmUp: items.slice(0, warmUps), items: items.slice(warmUps) };
    try {
      return await driverTurn({ side, start, ...work });
    } finally {
      await takeBack();
    }
  };
  const ours = turn('case-use', startOf(seeded), all);
  const peer = turn('bare-commands', { mongodbUri: seeded.access.mongodbUri }, sent);
  const note = `among ${count} seeded cases; ${HOW}; ${readsIn(recorded)}`;
  const figure = ratesOf(operation);
  return compareTurns({ name, engine, figure, note, sides: { ours, peers: { peer }, limit: null } }, run);
}

/** With what the side of the service begins. */
export function startOf({ access }: SeededCases): object {
  const { mongodbUri, secret, masterKeys } = access;
  return {
    mongodbUri,
    secret: secret.toString('hex'),
    masterKeys: masterKeys.map((key) => key.toString('hex')),
  };
}

/** What each task sends, one after the other. */
export async function recordedOf(
  { connection, use }: Pick<SeededCases, 'connection' | 'use'>,
  tasks: readonly CaseTask[],
): Promise<Stages[]> {
  const doTask = taskDoer(use);
  const recorded: Stages[] = [];
  for (const task of tasks) recorded.push(await recordCommands(connection.getClient(), () => doTask(task)));
  return recorded;
}

/** How much the tasks ask of the database, and how much it answers with. */
export function readsIn(recorded: readonly Stages[]): string {
  const commands = recorded.map((stages) => stages.flat().length);
  const read = recorded.map((stages) =>
    stages.flat().reduce((sum, command) => sum + ('find' in command ? (command.found ?? 0) : 0), 0),
  );
  const mean = (counts: readonly number[]) => rounded(counts.reduce((a, b) => a + b, 0) / counts.length);
  return `an operation sends ${mean(commands)} commands and reads ${mean(read)} documents, at most ${Math.max(...read)}`;
}
