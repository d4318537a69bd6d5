import { expect } from 'chai';
import { isIdNumber } from '../../../server/domain/id-number.ts';

/** The first two are the examples of GB 11643 itself. */
const ROWS: [text: string, why: string, right: boolean][] = [
  ['11010519491231002X', 'ends with X', true],
  ['440524188001010014', 'is of somebody born in 1880', false],
  ['440524198001010013', 'is right', true],
  ['440524198001010014', 'has a wrong check character', false],
  ['11010519491231002x', 'ends with a small x', false],
  ['110105194912310023', 'has a digit for the X', false],
  ['440524198002300010', 'has a day that does not exist', false],
  ['44052419800101001', 'is a digit short', false],
  ['040524198001010013', 'begins with no region', false],
  ['４４０５２４１９８００１０１００１３', 'has wide digits', false],
];

describe('an identity number', () => {
  for (const [text, why, right] of ROWS) {
    it(`is ${right ? 'taken' : 'refused'} when it ${why}: ${text}`, () => {
      expect(isIdNumber(text)).to.equal(right);
    });
  }
});
