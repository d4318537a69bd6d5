import type { BenchResult } from './bench-result.ts';
import type { CaseTask } from './cases/case-task.ts';
import { readsIn, recordedOf, startOf } from './cases/compare-case-work.ts';
import { farPage, LISTS, queryOf } from './cases/listed-pages.ts';
import { type SeededCases, withSeededCases } from './cases/seeded-cases.ts';
import { type Stages, textOf } from './cases/sent-command.ts';
import type { BenchRun, Measure } from './frame/bench-run.ts';
import { compareTurns, ratesOf } from './frame/compare-turns.ts';
import { driverTurn } from './frame/take-turn.ts';

const PAGES = 100;
/** Of the plain query, which a server without index sorts answers by fetching and sorting all that match. */
const PLAIN_SHARE = 0.04;
const NOTE =
  'pages of 50, filtered and sorted in four ways, by the head who sees every case; 16 at a time, fresh processes';
const PEERS =
  'same-reads: the bare driver sends the reads of ours; same-query: the bare driver’s find, sort and limit of the ' +
  'same filter, toArray';

/** A page of a list; and a page far behind against the first one, which should cost as much. */
export const measure: Measure = (run) => withSeededCases(run, (seeded) => measureOn(seeded, run));

async function measureOn(seeded: SeededCases, run: BenchRun): Promise<BenchResult[]> {
  const { engine, count, root, access } = seeded;
  const pages = run.operations ?? PAGES;
  const first = LISTS.map(({ query }): CaseTask => ({ what: 'list', actor: root, query, after: null }));
  const far = await Promise.all(LISTS.map((list) => farPage(seeded, list)));
  const ours = (tasks: readonly CaseTask[]) => turn('case-use', startOf(seeded), { items: tasks, pages });
  const bare = (sent: readonly Stages[], share = 1) => {
    const items = sent.map(textOf);
    return turn('bare-commands', { mongodbUri: access.mongodbUri }, { items, pages: pages * share });
  };
  const figure = ratesOf('pages');
  const among = `among ${count} seeded cases; ${NOTE}`;
  const unknownReads = await recordedOf(seeded, first);
  // From then on the width of their first windows is known, as it is to a process that has answered for a while.
  const firstReads = await recordedOf(seeded, first);
  const farTasks = far.map(({ task }) => task);
  const farReads = await recordedOf(seeded, farTasks);
  const againstDriver = await compareTurns(
    {
      name: 'case-list-page',
      engine,
      figure,
      note: `${among}; ${PEERS}; ${readsIn(firstReads)}; the first time, ${readsIn(unknownReads)}`,
      sides: {
        ours: ours(first),
        peers: {
          'same-reads': bare(firstReads),
          'same-query': bare(
            LISTS.map((list) => [[queryOf(list, root)]]),
            PLAIN_SHARE,
          ),
        },
        limit: null,
      },
    },
    run,
  );
  const againstFirst = await compareTurns(
    {
      name: `case-list-page ${far.map(({ page }) => page).join(', ')} against 1`,
      engine,
      figure,
      note: `${among}; peer: the first pages of the same lists; far behind, ${readsIn(farReads)}`,
      sides: { ours: ours(farTasks), peers: { first: ours(first) }, limit: null },
    },
    run,
  );
  return [...againstDriver, ...againstFirst];
}

/** The same few pages over and over. */
function turn(side: string, start: object, { items, pages }: { items: readonly unknown[]; pages: number }) {
  const repeated = (times: number) =>
    Array.from({ length: Math.max(Math.ceil(times), 1) }, (_, index) => items[index % items.length]);
  return () => driverTurn({ side, start, warmUp: repeated(pages / 2), items: repeated(pages) });
}
