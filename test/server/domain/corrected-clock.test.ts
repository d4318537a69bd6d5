import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { actionRequests } from '../../../schemas/requests/action-requests.ts';
import { commandOf } from '../../../server/cases/case-routes.ts';
import { caseStep } from '../../../server/cases/case-step.ts';
import type { MediationCase } from '../../../server/domain/case.ts';
import { ACTION_NAMES, type ActionName } from '../../../server/domain/case-actions.ts';
import type { DeadlineEvent } from '../../../server/domain/deadline-events.ts';
import type { Fact, FactDay } from '../../../server/domain/fact.ts';
import { STAFF_ROLES } from '../../../server/domain/staff.ts';
import { ACTION_EXAMPLES } from '../../support/action-examples.ts';
import { livedCase } from '../../support/lived-case.ts';
import { warnedCase } from '../../support/warned-case.ts';

const ORIGIN = { reference: '2019-7', title: null, publisher: null, publishedOn: null, complete: null };
const MOVED_ON = '2026-11-19';
/** After these nothing is corrected, or it is a correction itself. */
const WITHOUT_DAY: readonly ActionName[] = ['correct-fact', 'archive'];

/** What a command makes of a case, taken by somebody who may do everything. */
function after(subject: MediationCase, name: ActionName, body: object): MediationCase {
  const { next } = caseStep(subject, commandOf(name, body), {
    actor: { accountId: 'somebody', organisationId: 'centre', roles: [...STAFF_ROLES] },
    at: new Date('2026-11-20T10:00:00+08:00'),
    identity: { id: randomUUID() },
    newId: randomUUID,
    warning: { grade: 'blue', at: new Date('2026-11-01T10:00:00+08:00'), reasons: [] },
  });
  return next;
}

interface Correction {
  line: Fact;
  day: FactDay | null;
  on: string;
}

const corrected = (subject: MediationCase, { line, day, on }: Correction) =>
  after(subject, 'correct-fact', { factId: line.id, day, happenedOn: on, note: '按原件更正' });

const takenOver = (name: ActionName) => {
  const { from, needs } = ACTION_EXAMPLES[name];
  return livedCase({ state: from, origin: ORIGIN, ...needs });
};

/** The line that a step left, and what it left on the clock. */
function leftBy(before: MediationCase, next: MediationCase) {
  const line = next.timeline[before.timeline.length] ?? expect.fail('no line');
  const events = next.clock.filter((event) => !before.clock.includes(event));
  const days: (readonly [FactDay | null, string])[] = [
    ...(line.happenedOn === null ? [] : [[null, line.happenedOn] as const]),
    ...Object.entries(line.days ?? {}).map(([day, on]) => [day as FactDay, on] as const),
  ];
  return { line, events, days };
}

/** The body of an example with every day of the step left open, but the consent to it; null where one must be said. */
function withoutDays(name: ActionName): object | null {
  const { body } = ACTION_EXAMPLES[name];
  const open = Object.entries(body).map(([field, value]) => [
    field,
    (field.endsWith('On') && field !== 'consentOn') || field === 'on' ? null : value,
  ]);
  const { success } = actionRequests[name].safeParse(Object.fromEntries(open));
  return success ? Object.fromEntries(open) : null;
}

const kinds = (events: readonly DeadlineEvent[]) => events.map(({ kind, on }) => `${kind} ${on}`).sort();

describe('the clock of a line that is corrected', () => {
  for (const name of ACTION_NAMES.filter((one) => !WITHOUT_DAY.includes(one))) {
    const before = takenOver(name);
    const next = after(before, name, ACTION_EXAMPLES[name].body);
    const { line, events, days } = leftBy(before, next);

    it(`moves each event of ${name} with exactly one of its days`, () => {
      for (const event of events) {
        const movedBy = days.filter(([day]) => {
          const moved = corrected(next, { line, day, on: MOVED_ON }).clock;
          return moved.some(({ kind, on }) => kind === event.kind && on === MOVED_ON);
        });
        // What was signed by several moves with whichever was last, and with the day itself.
        const own = movedBy.filter(
          ([day]) => day === null || (!day.endsWith('SignedOn') && day !== 'sealedOn'),
        );
        // What was missed was so on the day on which it was due, whenever that was noted.
        expect(own, event.kind).to.have.length(event.kind === 'instalment-missed' ? 0 : 1);
      }
    });

    const open = withoutDays(name);
    if (open === null || events.length === 0) continue;
    it(`starts what ${name} starts once its days are named`, () => {
      const unnamed = after(takenOver(name), name, open);
      const lineOfIt = unnamed.timeline[before.timeline.length] ?? expect.fail('no line');
      const named = days.reduce(
        (subject, [day, on]) => corrected(subject, { line: lineOfIt, day, on }),
        unnamed,
      );
      const ofLine = ({ clock }: MediationCase, { id }: Fact) => clock.filter(({ factId }) => factId === id);
      expect(kinds(ofLine(named, lineOfIt))).to.deep.equal(kinds(ofLine(next, line)));
    });
  }

  it('moves the application of a case that began without one', () => {
    const warned = warnedCase({ channel: 'early-warning', receivedOn: null, clock: [] });
    const body = { kind: 'application-received', happenedOn: '2026-11-10' };
    const applied = after(warned, 'record-fact', body);
    const [line] = applied.timeline;
    const right = corrected(applied, { line: line ?? expect.fail('no line'), day: null, on: '2026-11-09' });
    expect(right.receivedOn).to.equal('2026-11-09');
    expect(kinds(right.clock)).to.deep.equal(['application-received 2026-11-09']);
  });

  it('finds the days of a registration that was stored before its events named their line', () => {
    const line: Fact = {
      id: '99999999-9999-4999-8999-999999999999',
      kind: 'registered',
      happenedOn: '2026-09-16',
      recordedAt: new Date('2026-09-16T10:00:00+08:00'),
      recordedBy: 'clerk',
      note: null,
    };
    const subject = warnedCase({
      timeline: [line],
      clock: [
        { kind: 'right-known', on: '2026-09-01' },
        { kind: 'application-received', on: '2026-09-16', factId: line.id },
      ],
    });
    expect(kinds(corrected(subject, { line, day: 'rightKnownOn', on: '2026-08-01' }).clock)).to.deep.equal([
      'application-received 2026-09-16',
      'right-known 2026-08-01',
    ]);
  });
});
