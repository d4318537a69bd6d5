import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { DEADLINE_RULES } from '../../../server/domain/deadline-rules.ts';

describe('docs/clock.md', () => {
  it('lists every rule with its name, and no other', () => {
    const lines = readFileSync('docs/clock.md', 'utf8').split('\n');
    const listed = lines.flatMap(
      (line) =>
        line.match(/^\| ([A-Z]\d+[a-z]?(?:-[a-z-]+)?) \| ([^|*]+?) (?:\*[^|]*)?\|/)?.slice(1, 3) ?? [],
    );
    expect(listed).to.deep.equal(DEADLINE_RULES.flatMap(({ code, name }) => [code, name.zh]));
  });
});
