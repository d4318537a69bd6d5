import { isDatabaseFault } from '../database/database-errors.ts';

/** What became of several pieces of work of which some may fail without the others. */
export interface Apart<Item, Result> {
  done: Result[];
  failed: { item: Item; error: unknown }[];
}

/** Does it for each at once; what fails for one keeps no other back. Where the database fails, all of it fails. */
export async function eachApart<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Apart<Item, Result>> {
  const failed: Apart<Item, Result>['failed'] = [];
  const done = await Promise.all(
    items.map(async (item) => {
      try {
        return [await work(item)];
      } catch (error) {
        if (isDatabaseFault(error)) throw error;
        failed.push({ item, error });
        return [];
      }
    }),
  );
  return { done: done.flat(), failed };
}

/** Does it for all in one go, and only where that fails for each by itself. */
export async function allOrApart<Item>(
  items: readonly Item[],
  work: (items: readonly Item[]) => Promise<void>,
): Promise<Apart<Item, Item>> {
  try {
    await work(items);
    return { done: [...items], failed: [] };
  } catch (error) {
    if (isDatabaseFault(error)) throw error;
    return eachApart(items, async (item) => {
      await work([item]);
      return item;
    });
  }
}
