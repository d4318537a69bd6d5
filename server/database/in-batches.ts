interface Waiting<Item, Result> {
  item: Item;
  done: (result: Result) => void;
  failed: (error: unknown) => void;
}

/**
 * Writes the items of one key in turn, and those that come while a write is under way together in the next one: the
 * busier it is, the less each costs. The items of a batch fail together, or each gets the result in its place.
 */
export function inBatches<Item, Result>(
  write: (key: string, items: readonly Item[]) => Promise<readonly Result[]>,
): (key: string, item: Item) => Promise<Result> {
  const queues = new Map<string, Waiting<Item, Result>[]>();

  async function work(key: string): Promise<void> {
    for (;;) {
      const batch = queues.get(key)?.splice(0) ?? [];
      if (batch.length === 0) break;
      try {
        const items = batch.map(({ item }) => item);
        const results = await write(key, items);
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
      void work(key);
    });
}
