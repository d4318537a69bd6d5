import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';

const SERVER = path.join(import.meta.dirname, '../../server');
/** Collections that grow with the cases. */
const LARGE = ['cases', 'deliveries', 'tasks', 'records', 'grants'];
const SEARCH = new RegExp(String.raw`\b(?:${LARGE.join('|')})\s*\.find\([\s\S]*?\.lean[(<]`, 'g');

const stores = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('-store.ts'),
);

/** Searches of the large collections, as they stand in the source, that are cut off by a limit. */
const limited = stores.flatMap((name) =>
  Array.from(readFileSync(path.join(SERVER, name), 'utf8').matchAll(SEARCH), ([text]) => ({
    name,
    text,
  })).filter(({ text }) => text.includes('.limit(')),
);

describe('a search with a limit', () => {
  it('names its index, or some servers read one document after the other', () => {
    expect(limited).to.have.length.above(10);
    const nameless = limited.filter(({ text }) => !text.includes('.hint('));
    expect(nameless.map(({ name, text }) => `${name}: ${text}`)).to.deep.equal([]);
  });
});
