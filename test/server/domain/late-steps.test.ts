import { expect } from 'chai';
import type { MediationCase } from '../../../server/domain/case.ts';
import { noticesDue, noticesOf } from '../../../server/domain/notices.ts';
import { statusView } from '../../../server/status-page/status-view.ts';
import { noticeContextOf, shanghai, warnedCase, worker } from '../../support/warned-case.ts';

const remindersOn = (day: string, subject: MediationCase) =>
  noticesDue(noticesOf(subject, noticeContextOf()), shanghai(`${day}T10:00`)).flatMap((notice) =>
    notice.kind === 'deadline-reminder' ? [`${notice.rule} ${notice.daysFromDue} ${notice.to.role}`] : [],
  );

describe('a step that is entered late', () => {
  const gone = worker({ outcome: { kind: 'handed-to-arbitration', on: '2026-09-20' } });
  const heard = warnedCase({
    state: 'arbitration-accepted',
    workers: [gone],
    clock: [{ kind: 'hearing-set', on: '2026-10-10', hearingOn: '2026-11-16' }],
  });

  it('calls nobody to a hearing that is over, and asks the mediator how it went', () => {
    expect(remindersOn('2026-11-13', heard)).to.include('A5-hearing -3 worker');
    const after = remindersOn('2026-11-26', heard).filter((one) => one.startsWith('A5-hearing'));
    expect(after).to.deep.equal(['A5-hearing 1 mediator']);
  });

  it('shows nobody a road that has closed', () => {
    const agreed = warnedCase({
      state: 'agreed',
      clock: [{ kind: 'agreement-in-force', on: '2026-10-20', agreementId: 'a' }],
    });
    expect(remindersOn('2026-11-02', agreed)).to.include('M5 -5 worker');
    const closed = remindersOn('2026-11-26', agreed).filter((one) => one.startsWith('M5 -'));
    expect(closed).to.deep.equal([]);
  });

  it('still says of a duty that it was due, for it can be done late', () => {
    const mediated = warnedCase({
      state: 'in-mediation',
      clock: [
        { kind: 'application-received', on: '2026-09-16' },
        { kind: 'mediation-accepted', on: '2026-09-16' },
      ],
    });
    expect(remindersOn('2026-10-26', mediated).filter((one) => one.startsWith('M3'))).to.include(
      'M3 0 mediator',
    );
  });

  it('says on the worker’s page that mediation is paused', () => {
    const line = {
      id: 'a',
      happenedOn: '2026-09-20',
      recordedAt: shanghai('2026-09-20T10:00'),
      recordedBy: 'm',
      note: null,
    };
    const paused = warnedCase({ state: 'in-mediation', timeline: [{ ...line, kind: 'mediation-paused' }] });
    const words = (subject: MediationCase) =>
      statusView(subject, { id: 'centre', name: '调解中心', phone: '0531' } as never, {
        clock: noticeContextOf().clock,
        today: '2026-09-21',
        asking: null,
      }).parts.map(({ now }) => now.zh);
    expect(words(paused)).to.deep.equal(['调解目前暂停。']);
    const resumed = {
      ...paused,
      timeline: [...paused.timeline, { ...line, kind: 'mediation-resumed' as const }],
    };
    expect(words(resumed)).to.deep.equal(['案件正在调解。']);
  });
});
