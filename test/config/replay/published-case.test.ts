import { expect } from 'chai';
import { readPublished } from '../../../config/replay/published-case.ts';

describe('a file of published cases', () => {
  it('takes null for an empty list, an empty text for none and a number for a code', () => {
    const lists = { respondents: null, claims: null, events: null, organisations: null, tags: null };
    const row = { id: 'odd', ...lists, lawPoints: null, quirks: ' ', place: { gb2260: 370203 } };
    const { readable, faults } = readPublished([row]);
    expect(faults).to.deep.equal([]);
    expect(readable[0]).to.deep.include({ respondents: [], events: [], lawPoints: [], quirks: null });
    expect(readable[0]?.place?.gb2260).to.equal('370203');
  });

  it('keeps its other cases where one is of another shape, and says which and why', () => {
    const { readable, faults } = readPublished([
      { id: 'good' },
      { id: 'bad', claims: [{ amountYuan: -1 }] },
      7,
    ]);
    expect(readable.map(({ id }) => id)).to.deep.equal(['good']);
    expect(faults.map(({ id }) => id)).to.deep.equal(['bad', 'case 3']);
    expect(faults[0]?.fault).to.include('amountYuan');
  });
});
