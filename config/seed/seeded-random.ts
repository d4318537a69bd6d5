import { createHash } from 'node:crypto';

/** Chance that is the same again for the same seed. */
export interface SeededRandom {
  /** From 0 to below 1. */
  next: () => number;
  /** A whole number, both ends included. */
  int: (from: number, to: number) => number;
  chance: (probability: number) => boolean;
  pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** One of the names, each as often as its weight says. */
  weighted: <Name extends string>(weights: Readonly<Record<Name, number>>) => Name;
  /** A source of its own, which what others draw does not disturb. */
  fork: (name: string) => SeededRandom;
}

/** Small Fast Counter 32 (Doty-Humphrey): 128 bits of state, so that no two of a million sources run alike. */
export function seededRandom(seed: string): SeededRandom {
  const digest = createHash('sha256').update(seed).digest();
  let a = digest.readInt32LE(0);
  let b = digest.readInt32LE(4);
  let c = digest.readInt32LE(8);
  let counter = digest.readInt32LE(12);
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
    weighted: (weights) => {
      let left = 0;
      for (const name in weights) left += weights[name];
      left *= next();
      for (const name in weights) {
        left -= weights[name];
        if (left < 0) return name;
      }
      throw new Error('There is nothing to choose from.');
    },
    fork: (name) => seededRandom(`${seed}/${name}`),
  };
}
