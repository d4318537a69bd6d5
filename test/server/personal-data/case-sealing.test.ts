import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'chai';
import mongoose from 'mongoose';
import { type CaseDocument, caseSchema } from '../../../schemas/documents/case-document.ts';
import { CASE_FIELDS, type FieldTree } from '../../../schemas/personal-fields.ts';
import { createCaseSealing } from '../../../server/personal-data/case-sealing.ts';
import { createMasterKeys } from '../../../server/personal-data/master-keys.ts';
import { openText, SealBrokenError, sealText } from '../../../server/secrets/sealed-text.ts';

const [KEY, NEWER_KEY] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const sealing = createCaseSealing(createMasterKeys([KEY]));
const Case = mongoose.createConnection().model('Case', caseSchema);

/** Every text of the declaration filled in, the personal ones with a canary that tells its path. */
function filled(fields: FieldTree, path = ''): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const at = `${path}/${name}`;
      if (field === 'personal') return [name, `canary${at}`];
      return [name, field === 'plain' ? `plain${at}` : filled(field, at)];
    }),
  );
}

/** Of these a case has one; of the others a list. */
const SINGLE = ['workplace', 'industry', 'origin', 'handoff', 'closing'];

/** A case with all that is declared, through the schema as every stored case goes; of each list two rows. */
function wholeCase(): CaseDocument {
  const twice = (row: object) => [row, { ...row, id: 'another' }];
  const { id, ...fields } = filled(CASE_FIELDS);
  const parts = Object.entries(fields).map(([name, value]) => {
    const isList = typeof value === 'object' && value !== null && !SINGLE.includes(name);
    return [name, isList ? twice(value) : value];
  });
  const whole = new Case({
    ...Object.fromEntries(parts),
    _id: randomUUID(),
    version: 1,
    state: 'registered',
    channel: 'counter',
    registeredAt: new Date(),
    lookupCodeHash: 'hash',
    numberKey: 'key',
    dayMoves: [],
  }).toObject();
  for (const worker of whole.workers) worker.claims = twice(Object(worker.claims)).map((row) => Object(row));
  return whole;
}

const stored = (document: CaseDocument): CaseDocument => new Case(sealing.sealDocument(document)).toObject();
const copyOf = (document: CaseDocument): CaseDocument => structuredClone(document);

describe('a sealed case', () => {
  it('holds nothing that is declared personal, fits its schema, and opens as it was', () => {
    const clear = wholeCase();
    expect(JSON.stringify(clear)).to.include('canary/workers/claims/duty').and.include('canary/summary');
    const sealed = stored(clear);
    expect(JSON.stringify(sealed)).to.not.include('canary');
    expect(JSON.stringify(sealed)).to.include('plain/timeline/happenedOn');
    const { dataKey, ...opened } = sealing.openDocument(sealed);
    const { dataKey: none, ...before } = clear;
    expect(opened).to.deep.equal(before);
    expect([none, dataKey?.masterKeyId.length]).to.deep.equal([null, 12]);
  });

  const first = (document: CaseDocument) => document.workers[0] ?? Object({});
  const second = (document: CaseDocument) => document.workers[1] ?? Object({});
  const TAMPERED: [string, (document: CaseDocument, other: CaseDocument) => void][] = [
    ['a text of another case', (document, other) => Object.assign(document, { summary: other.summary })],
    ['a row of another case', (document, other) => Object.assign(first(document), first(other))],
    [
      'what another row holds',
      (document) => Object.assign(first(document), { sealed: second(document).sealed }),
    ],
    [
      'what a row of another list holds',
      (document) => Object.assign(first(document), { sealed: Object(document.risks[0]).sealed }),
    ],
    [
      'the data key of another case',
      (document, other) => Object.assign(document, { dataKey: other.dataKey }),
    ],
    ['a text that was cut short', (document) => Object.assign(document, { summary: 'sealed:AAAA' })],
    [
      'one letter that was changed',
      (document) =>
        Object.assign(document, {
          summary: document.summary.replace(/(?<=:)./, (letter) => (letter === 'A' ? 'B' : 'A')),
        }),
    ],
  ];
  for (const [what, tamper] of TAMPERED) {
    it(`does not open with ${what}`, () => {
      const [sealed, other] = [stored(wholeCase()), stored(wholeCase())];
      expect(() => sealing.openDocument(copyOf(sealed))).to.not.throw();
      tamper(sealed, other);
      expect(() => sealing.openDocument(sealed)).to.throw(SealBrokenError);
    });
  }

  it('opens with an older master key as long as it is set, and not without', () => {
    const sealed = stored(wholeCase());
    const [both, newer] = [createMasterKeys([NEWER_KEY, KEY]), createMasterKeys([NEWER_KEY])];
    expect(createCaseSealing(both).openDocument(copyOf(sealed)).summary).to.equal('canary/summary');
    expect(() => createCaseSealing(newer).openDocument(copyOf(sealed))).to.throw(
      SealBrokenError,
      /master key \w{12} is not set/,
    );
  });

  it('of a thousand workers opens in a few times what its texts alone take', () => {
    const clear = wholeCase();
    const row = clear.workers[0] ?? Object({});
    clear.workers = Array.from({ length: 1000 }, () => ({ ...row, id: randomUUID() }));
    const sealed = sealing.sealDocument(clear);
    const seal = { key: randomBytes(32), place: 'a row' };
    const texts = sealed.workers.map((worker) =>
      sealText('x'.repeat(`${Object(worker).sealed}`.length), seal),
    );
    const best = (work: () => void) =>
      Math.min(
        ...Array.from({ length: 15 }, () => {
          const begun = performance.now();
          work();
          return performance.now() - begun;
        }),
      );
    const copies = Array.from({ length: 15 }, () => copyOf(sealed));
    const whole = best(() => sealing.openDocument(copies.pop() ?? sealed));
    const alone = best(() => {
      for (const text of texts) openText(text, seal);
    });
    expect(whole / alone).to.be.lessThan(10);
  });
});
