import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import { CASE_FIELDS, type FieldTree } from '../../schemas/personal-fields.ts';
import { KEY_BYTES, openText, SEALED, type Seal, sealText } from '../secrets/sealed-text.ts';
import type { MasterKeys } from './master-keys.ts';
import {
  holdsPersonal,
  personalPart,
  putBack,
  withoutPersonal,
  withPersonalEmptied,
} from './personal-parts.ts';

/** The data key of a case: with it and nothing else its personal data can be read. */
export interface CaseKey {
  caseId: string;
  dataKey: Buffer;
}

const FIELDS: FieldTree = CASE_FIELDS;
const SEALED_FIELDS = Object.entries(FIELDS).filter(
  ([, field]) => field === 'personal' || (field !== 'plain' && holdsPersonal(field)),
);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Keys of cases that were just read are kept at hand for what is written next. */
const MOST_AT_HAND = 1000;

export type CaseSealing = ReturnType<typeof createCaseSealing>;

/**
 * Seals the personal texts of a case with its data key and opens them. A text is sealed where it stands; the texts of
 * a row (a worker with all below, a line of the timeline) are sealed together, as its `sealed`, so that rows can be
 * added one by one and a case of a thousand workers opens in a thousand steps. What is sealed opens in its own case
 * and row only.
 */
export function createCaseSealing(masterKeys: MasterKeys) {
  const atHand = new LRUCache<string, CaseKey>({ max: MOST_AT_HAND });

  /** A case as it is stored, under a data key of its own. */
  function sealDocument(document: CaseDocument): CaseDocument {
    const dataKey = randomBytes(KEY_BYTES);
    const { _id: caseId } = document;
    return {
      ...sealParts(document, { caseId, dataKey }),
      dataKey: masterKeys.wrap(dataKey, caseId),
    };
  }

  /** The key of a stored case; null for one from before there were keys, which has none of the fields of today. */
  function keyOf({
    _id: caseId,
    dataKey,
  }: Pick<CaseDocument, '_id'> & Partial<CaseDocument>): CaseKey | null {
    if (dataKey == null) return null;
    const key = { caseId, dataKey: masterKeys.unwrap(dataKey, caseId) };
    atHand.set(caseId, key);
    return key;
  }

  /** Opens what was read of a case, where it stands. */
  function openDocument<Read extends Pick<CaseDocument, '_id' | 'dataKey'>>(document: Read): Read {
    const key = keyOf(document);
    if (key !== null) openParts(document, key);
    return document;
  }

  const keyAtHand = (caseId: string): CaseKey | undefined => atHand.get(caseId);

  const forget = (caseId: string): boolean => atHand.delete(caseId);

  return { sealDocument, keyOf, keyAtHand, forget, openDocument };
}

/** Some fields of a case, or all of them, as they are stored. Whole lists and rows that are added are told alike. */
export function sealParts<Parts extends object>(parts: Parts, key: CaseKey): Parts {
  const stored = { ...parts };
  for (const [name, field] of SEALED_FIELDS) {
    const value: unknown = Reflect.get(parts, name);
    if (typeof value === 'string') Reflect.set(stored, name, SEALED + sealText(value, sealAt(key, name)));
    else if (isObject(value) && typeof field !== 'string') {
      const rows = Array.isArray(value)
        ? value.map((row: unknown) => sealRow(row, field, sealAt(key, name, row)))
        : sealRow(value, field, sealAt(key, name));
      Reflect.set(stored, name, rows);
    }
  }
  return stored;
}

/** Of a sealed case what sealing has changed. */
export function sealedFieldsOf(document: CaseDocument): Partial<CaseDocument> {
  const names = new Set(['dataKey', ...SEALED_FIELDS.map(([name]) => name)]);
  return Object.fromEntries(Object.entries(document).filter(([name]) => names.has(name)));
}

/** Of an opened case the fields that may hold something personal, emptied of it. */
export function emptiedFieldsOf(document: CaseDocument): Partial<CaseDocument> {
  const { dataKey: _, ...fields } = sealedFieldsOf(document);
  return { ...fields, ...Object(withPersonalEmptied(fields, FIELDS)) };
}

function sealRow(row: unknown, fields: FieldTree, seal: Seal): unknown {
  if (!isObject(row)) return row;
  return {
    ...withoutPersonal(row, fields),
    sealed: sealText(JSON.stringify(personalPart(row, fields)), seal),
  };
}

/** What was stored in clear, before it was declared personal, is left as it is. */
function openParts(stored: object, key: CaseKey): void {
  for (const [name] of SEALED_FIELDS) {
    const value: unknown = Reflect.get(stored, name);
    if (typeof value === 'string' && value.startsWith(SEALED)) {
      Reflect.set(stored, name, openText(value.slice(SEALED.length), sealAt(key, name)));
    } else if (Array.isArray(value)) for (const row of value) openRow(row, sealAt(key, name, row));
    else openRow(value, sealAt(key, name));
  }
}

function openRow(row: unknown, seal: Seal): void {
  if (!isObject(row) || !('sealed' in row) || typeof row.sealed !== 'string') return;
  putBack(row, JSON.parse(openText(row.sealed, seal)));
  Reflect.deleteProperty(row, 'sealed');
}

/** A row is known by its id, where it has one, not by its place in the list, which changes. */
function sealAt({ caseId, dataKey }: CaseKey, name: string, row?: unknown): Seal {
  const id = isObject(row) && 'id' in row ? `/${String(row.id)}` : '';
  return { key: dataKey, place: `${caseId}/${name}${id}` };
}
