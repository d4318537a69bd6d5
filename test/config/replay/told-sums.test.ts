import { expect } from 'chai';
import { headsIn, representativesIn } from '../../../config/replay/told-heads.ts';
import { sumsIn } from '../../../config/replay/told-sums.ts';

const sums = (text: string) => sumsIn(text).map(({ fen, precision }) => `${fen / 100} ${precision}`);

describe('sums in the words of a page', () => {
  it('are read with their fractions, their millions and how well they are known', () => {
    expect(sums('wages of 41,250.50, costs of 800 yuan')).to.deep.equal(['41250.5 exact', '800 exact']);
    expect(sums('3.25 million handed out')).to.deep.equal(['3250000 exact']);
    expect(sums('more than 300,000 paid, 5,000-plus later')).to.deep.equal(['300000 floor', '5000 floor']);
    expect(sums('the rest paid, about 700,000')).to.deep.equal(['700000 approx']);
  });

  it('are not what is counted or measured, what each gets, money of elsewhere, or what falls due on default', () => {
    for (const text of [
      'relatives 1,300 km away',
      'wages rise for 2,300 workers',
      '1,120 accept the plan',
      '180 sign, 2,000 each',
      'fee down by 600 yuan a month',
      'USD 210,000',
    ]) {
      expect(sums(text.toLowerCase()), text).to.deep.equal([]);
    }
    expect(sums('52,000 by 30 april, else 20,000 more')).to.deep.equal(['52000 exact']);
  });

  it('in equal parts come to the whole', () => {
    expect(sums('12 monthly payments of 405,000 from july')).to.deep.equal(['4860000 exact']);
  });
});

describe('head counts in the words of a page', () => {
  it('are read in figures and in words, wherever they stand', () => {
    expect(headsIn('twenty-one workers sign for 410,000')).to.equal(21);
    expect(headsIn('the other 14 sign for 290,000')).to.equal(14);
    expect(headsIn('parent company pays, 11 sign')).to.equal(11);
    expect(headsIn('12 of 20 sign')).to.equal(12);
    expect(headsIn('1,120 accept the plan; 60 million')).to.equal(1120);
    expect(headsIn('shoes handed out to 40')).to.equal(40);
  });

  it('are not sums, years, or those who sign for others', () => {
    expect(headsIn('first 405,000 paid to 312 workers')).to.equal(312);
    expect(headsIn('worked there from 2018 to 2019')).to.equal(null);
    expect(headsIn('5 representatives sign for 312 workers')).to.equal(312);
    expect(headsIn("3 workers' representatives sign")).to.equal(null);
    expect(representativesIn('five representatives elected by 312 workers')).to.equal(5);
  });
});
