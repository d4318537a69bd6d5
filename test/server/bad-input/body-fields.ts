import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A place in a request, and what its schema says of it. */
export interface BodyField {
  path: readonly (string | number)[];
  pointer: string;
  kind: 'object' | 'array' | 'string' | 'number' | 'boolean';
  nullable: boolean;
  schema: JsonSchema;
}

const KINDS: Record<string, BodyField['kind']> = {
  object: 'object',
  array: 'array',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
};

const known = new WeakMap<z.ZodType, BodyField[]>();

/** Every place of a request, the outermost first; of a list its first row. */
export function bodyFields(body: z.ZodType): BodyField[] {
  const before = known.get(body);
  if (before !== undefined) return before;
  const schema = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  const fields = below(schema, []).sort((one, other) => one.path.length - other.path.length);
  known.set(body, fields);
  return fields;
}

function below(schema: JsonSchema, path: BodyField['path']): BodyField[] {
  const forms = formsOf(schema);
  const form = forms.find(({ type }) => type !== 'null') ?? schema;
  // What is first rewritten and then read is text, as people type it.
  const kind = KINDS[String(form.type ?? typeof form.const)] ?? 'string';
  const nullable = forms.some(({ type }) => type === 'null');
  const field = { path, pointer: path.map((key) => `/${key}`).join(''), kind, nullable, schema: form };
  return [field, ...childrenOf(form).flatMap(([key, child]) => below(child, [...path, key]))];
}

function formsOf({ anyOf, type, ...rest }: JsonSchema): JsonSchema[] {
  if (anyOf !== undefined) return anyOf;
  const types: unknown = type;
  return Array.isArray(types)
    ? types.map((one) => ({ ...rest, type: one }))
    : [{ ...rest, ...(type && { type }) }];
}

function childrenOf({
  properties = {},
  items,
  propertyNames,
  ...rest
}: JsonSchema): [string | number, JsonSchema][] {
  if (items !== undefined) return [[0, items as JsonSchema]];
  const { enum: names } = (propertyNames ?? {}) as JsonSchema;
  if (names !== undefined) return [[String(names[0]), rest.additionalProperties as JsonSchema]];
  return Object.entries(properties) as [string, JsonSchema][];
}
