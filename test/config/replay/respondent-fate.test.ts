import { expect } from 'chai';
import { fateOf } from '../../../config/replay/respondent-fate.ts';

describe('what became of a respondent', () => {
  it('is read from its description, with its month or year', () => {
    const told = {
      'boss absconded in May 2022': { kind: 'fled', on: '2022-05' },
      'coal mine, deregistered in 2018': { kind: 'deregistered', on: '2018' },
      'founded in 2009, now bankrupt': { kind: 'insolvent', on: null },
      'small boss, jailed for refusing to pay': { kind: 'detained', on: null },
      'merged into its parent in 2019': { kind: 'replaced', on: '2019' },
    };
    for (const [described, fate] of Object.entries(told)) {
      expect(fateOf(described), described).to.deep.equal(fate);
    }
  });

  it('is not what became of somebody else', () => {
    for (const described of [
      'mine that employed the deceased worker',
      'firm of the driver who died',
      'two partners of the dissolved mine',
    ]) {
      expect(fateOf(described), described).to.equal(null);
    }
  });
});
