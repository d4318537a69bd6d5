import type { FieldTree } from '../../schemas/personal-fields.ts';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Declarations never change, and are asked of each row of each case. */
const known = new WeakMap<FieldTree, boolean>();

/** Whether anything in it is declared personal. */
export function holdsPersonal(fields: FieldTree): boolean {
  const before = known.get(fields);
  if (before !== undefined) return before;
  const holds = Object.values(fields).some((field) =>
    typeof field === 'string' ? field === 'personal' : holdsPersonal(field),
  );
  known.set(fields, holds);
  return holds;
}

/** The personal values of a record, in its own shape with all others left out; rows of lists in their order. */
export function personalPart(value: unknown, fields: FieldTree): unknown {
  if (Array.isArray(value)) return value.map((row) => personalPart(row, fields));
  if (!isObject(value)) return value;
  const parts = {};
  for (const [name, field] of Object.entries(fields)) {
    if (field === 'plain') continue;
    const part: unknown = Reflect.get(value, name);
    if (field === 'personal') {
      if (part !== undefined) Reflect.set(parts, name, part);
    } else if (isObject(part) && holdsPersonal(field)) Reflect.set(parts, name, personalPart(part, field));
  }
  return parts;
}

/** A copy of a record without its personal values. */
export function withoutPersonal<Value>(value: Value, fields: FieldTree): Value;
export function withoutPersonal(value: unknown, fields: FieldTree): unknown {
  if (Array.isArray(value)) return value.map((row: unknown) => withoutPersonal(row, fields));
  if (!isObject(value) || !holdsPersonal(fields)) return value;
  const copy = { ...value };
  for (const [name, field] of Object.entries(fields)) {
    const part: unknown = Reflect.get(value, name);
    if (field === 'personal') Reflect.deleteProperty(copy, name);
    else if (field !== 'plain' && isObject(part)) Reflect.set(copy, name, withoutPersonal(part, field));
  }
  return copy;
}

/** A copy of a record with every personal text empty; what was null stays so, for there was nothing. */
export function withPersonalEmptied(value: unknown, fields: FieldTree): unknown {
  if (Array.isArray(value)) return value.map((row) => withPersonalEmptied(row, fields));
  if (!isObject(value)) return value;
  const copy = { ...value };
  for (const [name, field] of Object.entries(fields)) {
    const part: unknown = Reflect.get(value, name);
    if (part === undefined || field === 'plain') continue;
    Reflect.set(copy, name, field === 'personal' ? emptied(part) : withPersonalEmptied(part, field));
  }
  return copy;
}

function emptied(part: unknown): unknown {
  if (typeof part === 'string') return '';
  return Array.isArray(part) ? [] : part;
}

/** Puts the personal values back where personalPart found them; changes the record itself. */
export function putBack(value: object, part: unknown): void {
  if (!isObject(part)) return;
  for (const [name, found] of Object.entries(part)) {
    const there: unknown = Reflect.get(value, name);
    if (isObject(there) && isObject(found)) putBack(there, found);
    else Reflect.set(value, name, found);
  }
}
