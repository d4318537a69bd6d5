import { expect } from 'chai';
import { DEADLINE_RULES } from '../../../server/domain/deadline-rules.ts';
import { REMINDERS, type RemindedRole } from '../../../server/domain/reminders.ts';

const DATED = DEADLINE_RULES.filter(({ nature }) => nature === 'limit' || nature === 'earliest-day');
const LIMITS = DATED.filter(({ nature }) => nature === 'limit');
const OURS = ['organisation', 'mediator', 'receiving-city', 'sending-city'];
const THE_WORKERS = ['worker', 'applicant', 'creditor', 'either-party', 'both-parties'];

const first = (rule: keyof typeof REMINDERS, role: RemindedRole) =>
  Math.min(...REMINDERS[rule].filter(({ to }) => to === role).map(({ daysFromDue }) => daysFromDue));

describe('the table of reminders', () => {
  it('has a row for every rule that sets a day, and none for a rule that sets none', () => {
    const told = DEADLINE_RULES.filter(({ code }) => REMINDERS[code].length > 0).map(({ code }) => code);
    expect(told).to.deep.equal(DATED.map(({ code }) => code));
  });

  it('reminds before or on the day, and again after it', () => {
    const late = LIMITS.filter(
      ({ code }) => code !== 'M2' && REMINDERS[code].every((row) => row.daysFromDue > 0),
    );
    const silent = LIMITS.filter(({ code }) => REMINDERS[code].every((row) => row.daysFromDue <= 0));
    expect([...late, ...silent].map(({ code }) => code)).to.deep.equal([]);
  });

  it('tells first the mediator, then the head, then the supervisor', () => {
    const order: RemindedRole[] = ['mediator', 'head', 'supervisor'];
    for (const { code } of LIMITS) {
      const days = order.map((role) => first(code, role)).filter(Number.isFinite);
      expect(days, code).to.deep.equal([...days].sort((a, b) => a - b));
    }
  });

  it('tells the head of an application that waits too long after its day too, before the supervisor', () => {
    const [head, supervisor] = (['head', 'supervisor'] as const).map((role) =>
      REMINDERS.M1.flatMap(({ to, daysFromDue }) => (to === role && daysFromDue > 0 ? [daysFromDue] : [])),
    );
    expect([head, supervisor]).to.deep.equal([[1], [3]]);
  });

  it('reaches the supervisor when what we ourselves owe is late', () => {
    const unwatched = LIMITS.filter(({ actor }) => OURS.includes(actor)).filter(
      ({ code }) => !REMINDERS[code].some(({ to, daysFromDue }) => to === 'supervisor' && daysFromDue > 0),
    );
    expect(unwatched.map(({ code }) => code)).to.deep.equal([]);
  });

  it('tells the worker of every day that is the worker’s to keep, and not only when it has passed', () => {
    const untold = LIMITS.filter(
      ({ actor, code }) => THE_WORKERS.includes(actor) && !['M2', 'M4-period'].includes(code),
    ).filter(({ code }) => first(code, 'worker') >= 0 || !Number.isFinite(first(code, 'worker')));
    expect(untold.map(({ code }) => code)).to.deep.equal([]);
  });
});
