import { expect } from 'chai';
import { detailFacts } from '../../../config/replay/detail-facts.ts';

const due = (detail: string, on: string | null) =>
  detailFacts(detail, on).due.map(({ on: day, fen }) => `${day} ${fen === null ? '–' : fen / 100}`);

describe('days in the words of a page', () => {
  it('without their year are the next after the event', () => {
    expect(due('pays 95,000 before 15 January', '2023-12-20')).to.deep.equal(['2024-01-14 95000']);
    expect(due('27,600 by end of September', '2024-09-12')).to.deep.equal(['2024-09-30 27600']);
    expect(due('pays by 31 July', null)).to.deep.equal([]);
  });

  it('are read as dates too, and left out where they do not exist', () => {
    expect(due('430,000 by 2019-12-31', '2019-11-25')).to.deep.equal(['2019-12-31 430000']);
    expect(due('by 31 June 2020', '2020-05-01')).to.deep.equal([]);
  });

  it('take the sum that stands beside them, each its own', () => {
    const parts = '1,180,000 in two parts: 600,000 on signing, 580,000 by 31 July';
    expect(due(parts, '2023-06-06')).to.deep.equal(['2023-07-31 580000']);
    expect(due('30,000 by 31 March 2025, 36,184 by 30 June 2025', null)).to.deep.equal([
      '2025-03-31 30000',
      '2025-06-30 36184',
    ]);
    const equal = '672,000 in 2 instalments of 336,000 by 31 October 2023 and 30 November 2023';
    expect(due(equal, null)).to.deep.equal(['2023-10-31 336000', '2023-11-30 336000']);
    const three = '300,000 in three parts by 31 December 2019, 31 March 2020 and 30 June 2020';
    expect(due(three, '2019-12-10')).to.deep.equal(['2019-12-31 –', '2020-03-31 –', '2020-06-30 –']);
  });

  it('may have a sum that falls due besides where they are not kept', () => {
    const penalty = (detail: string) => detailFacts(detail, null).penaltyFen;
    expect(penalty('52,000 by 30 April, else 20,000 more')).to.equal(2_000_000);
    expect(penalty('52,000 by 30 April, else 2 per cent a month')).to.equal(null);
  });
});
