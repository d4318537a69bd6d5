import { expect } from 'chai';
import { orderedEvents } from '../../../config/replay/ordered-events.ts';
import { isReadableDay } from '../../../config/replay/published-case.ts';

describe('the events of a published case', () => {
  const event = (on: string | null, what: string) => ({ on, what, detail: null });
  const order = (...events: ReturnType<typeof event>[]) => orderedEvents(events).map(({ index }) => index);

  it('told from the end are put in the order of their days, what has none behind what it was told after', () => {
    const told = [event('2022-08-30', 'performed'), event('2022-08-01', 'applied'), event(null, 'failed')];
    expect(order(...told)).to.deep.equal([1, 2, 0]);
  });

  it('stay as they are told where their days do not say which came first', () => {
    expect(order(event('2018-10', 'defaulted'), event('2018-10-10', 'enforcement'))).to.deep.equal([0, 1]);
    expect(order(event('2020-02-24', 'agreed'), event('2020-02-24', 'mediation-session'))).to.deep.equal([
      0, 1,
    ]);
  });

  it('have a day only where it is one', () => {
    expect(['2020', '2020-05', '2020-05-09'].every(isReadableDay)).to.equal(true);
    expect(['2020-02-30', '2019-00', 'spring 2020', null].some(isReadableDay)).to.equal(false);
    expect(orderedEvents([event('spring 2020', 'applied')])[0]?.event.on).to.equal(null);
  });
});
