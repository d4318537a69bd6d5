import { expect } from 'chai';
import { isCreditCode } from '../../../server/domain/credit-code.ts';

/** The first two are of companies that everybody knows. */
const ROWS: [text: string, why: string, right: boolean][] = [
  ['914403001922038216', 'is right', true],
  ['9144030071526726XG', 'ends with a letter and is right', true],
  ['914403001922038217', 'has a wrong check character', false],
  ['9144030071526726XD', 'has another letter for its check character', false],
  ['914403001922038126', 'has two digits exchanged', false],
  ['91440300192203821', 'is a character short', false],
  ['9144030071526726xg', 'is in small letters', false],
  ['91440300I922038216', 'holds a letter that no code has', false],
];

describe('a unified social credit code', () => {
  for (const [text, why, right] of ROWS) {
    it(`is ${right ? 'taken' : 'refused'} when it ${why}: ${text}`, () => {
      expect(isCreditCode(text)).to.equal(right);
    });
  }
});
