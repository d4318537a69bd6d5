import type { BodyField } from './body-fields.ts';

/** What JSON can write and JSON.stringify cannot. */
export class RawJson {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Test = (field: BodyField) => boolean;

const PARTIAL_DAY = String.raw`^\d{4}(-\d{2}(-\d{2})?)?$`;

const isText: Test = ({ kind }) => kind === 'string';
const isNumber: Test = ({ kind }) => kind === 'number';
const isBoolean: Test = ({ kind }) => kind === 'boolean';
const isOneValue: Test = (field) => isText(field) || isNumber(field) || isBoolean(field);
const isDay: Test = ({ schema }) => schema.format === 'date' || schema.pattern === PARTIAL_DAY;
const isId: Test = ({ schema }) => schema.format === 'uuid';
const isWord: Test = ({ schema }) => schema.enum !== undefined || schema.const !== undefined;
const isNeeded: Test = (field) => isOneValue(field) && !field.nullable;
const mustHoldText: Test = ({ kind, schema }) => kind === 'string' && (schema.minLength ?? 0) > 0;
const isCalled =
  (...names: string[]): Test =>
  ({ path }) =>
    names.includes(String(path.at(-1)));

/** Values that no field can have for which the test holds. */
const WRONG: readonly (readonly [where: Test, values: readonly unknown[]])[] = [
  [isOneValue, [{ $gt: '' }, ['x']]],
  [isText, [7, true, '工'.repeat(20_001)]],
  [isNumber, ['1', true, 0.5, new RawJson('9007199254740993'), new RawJson('1e400'), new RawJson('-1e400')]],
  [isBoolean, ['true', 1]],
  [isNeeded, [null]],
  [mustHoldText, ['']],
  [isWord, ['no-such-word', '__proto__', 'constructor']],
  [
    isDay,
    ['2026-02-30', '2026-13-01', '0026-01-01', '2026-9-1', '2026-09-16T10:00:00', '2026-09-16T10:00:00Z'],
  ],
  [isId, ['x', '../..', '0'.repeat(32)]],
  [isCalled('idNumber'), ['110105194912310023', '440524198002300010', '123']],
  [isCalled('creditCode'), ['914403001922038217', '9144']],
  [isCalled('regionCode'), ['37010', '000000', 'abcdef']],
  [isCalled('phone'), ['call me', '1380000123a', '']],
  [({ kind }) => kind === 'object', [[{}]]],
  [({ kind }) => kind === 'array', [{ 0: 'x', length: 1 }]],
  [({ kind, path }) => (kind === 'object' || kind === 'array') && path.length > 0, ['x', 7]],
];

/** Everything that this one field can be wrong by. */
export function wrongValues(field: BodyField): unknown[] {
  const below = isNumber(field) && field.schema.minimum !== undefined ? [field.schema.minimum - 1] : [];
  return [...below, ...WRONG.flatMap(([where, values]) => (where(field) ? values : []))];
}

/** Text that cannot be stored as it was sent; JSON can only write it so. */
export const UNFIT_TEXTS = [String.raw`"工\ud800资"`, String.raw`"\udc00"`, String.raw`"工\u0000资"`].map(
  (text) => new RawJson(text),
);
