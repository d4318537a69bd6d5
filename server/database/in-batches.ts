interface Waiting<Item, Result> {
  item: Item;
  done: (result: Result) => void;
  failed: (error: unknown) => void;
}

/**
 * Does the work of one key in turn, and what comes while some is under way together in the next turn: the busier it
 * is, the less each costs, and who comes alone does not wait. The items of a turn fail together, or each gets the
 * result in its place. What is read so was never read before it was asked for.
 */
export function inBatches<Item, Result>(
  work: (key: string, items: readonly Item[]) => Promise<readonly Result[]>,
): (key: string, item: Item) => Promise<Result> {
  const queues = new Map<string, Waiting<Item, Result>[]>();

  async function takeTurns(key: string): Promise<void> {
    for (;;) {
      const batch = queues.get(key)?.splice(0) ?? [];
      if (batch.length === 0) break;
      try {
        const results = await work(
          key,
          batch.map(({ item }) => item),
        );
        for (const [index, result] of results.entries()) batch[index]?.done(result);
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    queues.delete(key);
  }

  return (key, item) =>
    new Promise((done, failed) => {
      const queue = queues.get(key);
      queue?.push({ item, done, failed });
      if (queue !== undefined) return;
      queues.set(key, [{ item, done, failed }]);
      void takeTurns(key);
    });
}
