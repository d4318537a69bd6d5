import { expect } from 'chai';
import { marksOf } from '../../../server/domain/case-marks.ts';
import type { DeadlineEvent } from '../../../server/domain/deadline-events.ts';
import { noticesOf } from '../../../server/domain/notices.ts';
import { noticeContextOf, shanghai, warnedCase } from '../../support/warned-case.ts';

describe('the next day due of a case', () => {
  const marksAt = (clock: DeadlineEvent[], now: string, toCome?: []) => {
    const subject = warnedCase({ state: 'in-mediation', clock });
    const context = noticeContextOf();
    const notices = noticesOf(subject, context);
    return marksOf(subject, { notices, clock: context.clock, ...(toCome && { toCome }) }, shanghai(now));
  };
  const dueAt = (clock: DeadlineEvent[], now: string) => marksAt(clock, now).nextDueOn;

  const RECEIVED: DeadlineEvent = { kind: 'application-received', on: '2026-09-16' };
  const ACCEPTED: DeadlineEvent = { kind: 'mediation-accepted', on: '2026-09-18' };
  const IN_FORCE: DeadlineEvent = { kind: 'agreement-in-force', on: '2026-09-18', agreementId: 'one' };

  it('is that of M2 until its day has passed, then that of M3', () => {
    // 15 days from 09-16 and from 09-18 end in the holidays, so both roll to 10-08; another day tells them apart.
    const later: DeadlineEvent = { kind: 'mediation-accepted', on: '2026-09-28' };
    expect(dueAt([RECEIVED, later], '2026-10-08T23:59')).to.equal('2026-10-08');
    expect(dueAt([RECEIVED, later], '2026-10-09T00:00')).to.equal('2026-10-13');
  });

  it('stays, overdue, where somebody must still do what the limit asks for', () => {
    expect(dueAt([RECEIVED], '2026-12-01T10:00'), 'M1').to.equal('2026-09-20');
    expect(dueAt([RECEIVED, ACCEPTED], '2026-12-01T10:00'), 'M3').to.equal('2026-10-08');
  });

  it('is none where a road is closed that was not taken', () => {
    expect(dueAt([IN_FORCE], '2026-10-08T10:00'), 'M5').to.equal('2026-10-08');
    expect(dueAt([IN_FORCE], '2026-10-09T10:00'), 'M6').to.equal('2026-10-19');
    expect(dueAt([IN_FORCE], '2026-10-20T10:00')).to.equal(null);
  });

  it('is of a limitation its cautious day, until the last day by law has passed', () => {
    // 2027-09-18 is a Saturday: the roll to Monday is not relied on, so it is the Friday before.
    const known: DeadlineEvent[] = [{ kind: 'right-known', on: '2026-09-18' }];
    expect(dueAt(known, '2026-10-01T10:00')).to.equal('2027-09-17');
    expect(dueAt(known, '2027-09-20T10:00')).to.equal('2027-09-17');
    expect(dueAt(known, '2027-09-21T10:00')).to.equal(null);
  });

  it('is looked at again by the sweep on the day after it lapsed, though nothing is to be told', () => {
    expect(marksAt([IN_FORCE], '2026-09-20T10:00', []).nextNoticeAt).to.deep.equal(
      shanghai('2026-10-09T00:00'),
    );
    expect(marksAt([IN_FORCE], '2026-10-20T10:00', []).nextNoticeAt).to.equal(null);
    expect(marksAt([ACCEPTED], '2026-09-20T10:00', []).nextNoticeAt).to.equal(null);
  });
});
