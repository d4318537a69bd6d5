/** Does a task for each of `items`, always `concurrency` of them at a time. */
export async function inFlight<Item>(
  items: readonly Item[],
  concurrency: number,
  task: (item: Item) => Promise<unknown>,
): Promise<void> {
  const rest = items.values();
  const lane = async () => {
    for (const item of rest) await task(item);
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
}
