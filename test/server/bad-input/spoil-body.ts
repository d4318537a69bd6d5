import type { BodyField } from './body-fields.ts';
import { RawJson, wrongValues } from './wrong-values.ts';

type Branch = Record<string | number, unknown>;

/** A field, and the value that makes it wrong. */
export interface Spoiled {
  field: Pick<BodyField, 'path' | 'pointer'>;
  value: unknown;
}

/**
 * All that can be wrong with a body, in few requests: each spoils every field that it can at once, the fields each in
 * another way, and in the next request in the next way. What holds other fields takes its turn by itself.
 */
export function waysToSpoil(fields: readonly BodyField[]): Spoiled[][] {
  const holders = fields.filter(({ kind }) => kind === 'object' || kind === 'array');
  const depths = [...new Set(holders.map(({ path }) => path.length))];
  const leaves = fields.filter((field) => !holders.includes(field));
  return [leaves, ...depths.map((depth) => holders.filter(({ path }) => path.length === depth))].flatMap(
    inTurns,
  );
}

function inTurns(fields: readonly BodyField[]): Spoiled[][] {
  const rows = fields
    .map((field) => ({ field, values: wrongValues(field) }))
    .filter(({ values }) => values.length > 0);
  const turns = Math.max(0, ...rows.map(({ values }) => values.length));
  return Array.from({ length: turns }, (_, turn) =>
    rows.map(({ field, values }, place) => ({ field, value: values[(turn + place) % values.length] })),
  );
}

/** The text of a body with these wrong values in it; what leads to them is made where it is missing. */
export function spoiltBody(body: unknown, wrong: readonly Spoiled[]): string {
  const whole: Branch = { body: structuredClone(body) };
  const raw: string[] = [];
  for (const { field, value } of wrong) {
    const path = ['body', ...field.path];
    const branch = branchOf(whole, path);
    // Also under a name like __proto__.
    Object.defineProperty(branch, path.at(-1) ?? '', {
      value: value instanceof RawJson ? `raw-${raw.push(value.text) - 1}-` : structuredClone(value),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return JSON.stringify(whole['body']).replaceAll(
    /"raw-(\d+)-"/g,
    (_, place: string) => raw[Number(place)] ?? '',
  );
}

function branchOf(whole: Branch, path: readonly (string | number)[]): Branch {
  return path.slice(0, -1).reduce<Branch>((branch, key, place) => {
    if (typeof branch[key] !== 'object' || branch[key] === null) {
      branch[key] = typeof path[place + 1] === 'number' ? [] : {};
    }
    return branch[key] as Branch;
  }, whole);
}
