interface Waiting<Item> {
  item: Item;
  done: () => void;
  failed: (error: unknown) => void;
}

/**
 * Writes the items of one key in turn, and those that come while a write is under way together in the next one: the
 * busier it is, the less each costs. The items of a batch succeed or fail together.
 */
export function inBatches<Item>(
  write: (key: string, items: readonly Item[]) => Promise<void>,
): (key: string, item: Item) => Promise<void> {
  const queues = new Map<string, Waiting<Item>[]>();

  async function work(key: string): Promise<void> {
    for (;;) {
      const batch = queues.get(key)?.splice(0) ?? [];
      if (batch.length === 0) break;
      try {
        await write(
          key,
          batch.map(({ item }) => item),
        );
        for (const { done } of batch) done();
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
