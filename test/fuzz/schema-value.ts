import type { z } from 'zod';
import type { SeededRandom } from '../../config/seed/seeded-random.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
/** What fits one pattern or another of those that there are, and words as people type them. */
const TEXTS = [
  '王建国',
  '李四，自述',
  'O’Brien “x”',
  '2018-10',
  '2018',
  '13800001234',
  '+86 138-0000-1234',
  '370102',
  '110105194912310021',
  '91440300192203821X',
  '𠮷野家👩‍👩‍👧',
  'a\u202eb',
  'e\u0301'.repeat(50),
  '工'.repeat(200),
  'x',
] as const;
const MOST_ROWS = 4;

/** A value that a schema may well take, now and then at the ends of what it takes: so that requests get far. */
export function schemaValue(schema: JsonSchema, random: SeededRandom, ids: readonly string[]): unknown {
  const pick = <Item>(items: readonly Item[]) => items[random.int(0, items.length - 1)];
  const forms = schema.anyOf ?? schema.oneOf;
  if (forms !== undefined) return schemaValue(pick(forms) as JsonSchema, random, ids);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return pick(schema.enum);
  if (schema.type === 'null') return null;
  if (schema.type === 'boolean') return random.chance(0.5);
  if (schema.type === 'integer' || schema.type === 'number') return someNumber(schema, random);
  if (schema.type === 'array') {
    const rows = random.int(schema.minItems ?? 0, Math.max(schema.minItems ?? 0, MOST_ROWS));
    return Array.from({ length: rows }, () => schemaValue(schema.items as JsonSchema, random, ids));
  }
  if (schema.type === 'object') {
    const needed = new Set(schema.required);
    return Object.fromEntries(
      Object.entries(schema.properties ?? {})
        .filter(([name]) => needed.has(name) || random.chance(0.4))
        .map(([name, part]) => [name, schemaValue(part as JsonSchema, random, ids)]),
    );
  }
  if (schema.format === 'uuid') return pick([...ids, UNKNOWN]);
  return schema.format === 'date' ? someDay(random) : random.pick(TEXTS);
}

function someNumber({ minimum = -10, maximum = 1_000_000 }: JsonSchema, random: SeededRandom): number {
  const ends = [minimum, maximum, minimum - 1, maximum + 1] as const;
  return random.chance(0.3)
    ? random.pick(ends)
    : random.int(minimum, Math.max(minimum, Math.min(maximum, minimum + 1000)));
}

/** Mostly near the days of the case; now and then where years end, or a day that does not exist. */
function someDay(random: SeededRandom): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const year = random.chance(0.7) ? 2026 : random.int(1949, 2101);
  return `${year}-${two(random.int(1, 12))}-${two(random.int(1, 31))}`;
}
