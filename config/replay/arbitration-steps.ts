import { eventOf } from './event-words.ts';
import { failure } from './mediation-steps.ts';
import { inDispute, outside, type ReplayStep, settled, someOf, type Told } from './told-event.ts';

const WHOLE_CASE = ['failed', 'breached', 'not-accepted'];
/** Where those of a group whom mediation did not help may go while the others are paid. */
const PART_OF_IT = ['in-mediation', 'agreed', 'confirmation-pending', 'confirmed', 'performed'];

/** The union hands a case over when mediation has not helped; a worker who files while it goes on does so alone. */
export function handover(told: Told): ReplayStep[] {
  const { on, note, subject, later, facts } = told;
  const failed = subject.workers.filter(({ outcome }) => outcome?.kind === 'failed').map(({ id }) => id);
  const isShareOfFailed = facts.workers !== null && facts.workers > 0 && facts.workers < failed.length;
  const hand: ReplayStep = {
    by: 'mediator',
    action: 'hand-to-arbitration',
    body: {
      handedOn: on,
      commission: null,
      consentOn: null,
      documents: [],
      workerIds: isShareOfFailed ? failed.slice(0, facts.workers ?? 0) : null,
      note,
    },
  };
  if (WHOLE_CASE.includes(subject.state)) return [hand];
  if (failed.length > 0 && PART_OF_IT.includes(subject.state)) return [hand];
  const isShare = someOf(subject, facts.workers) !== null || settled(subject).length > 0;
  const goesOn = later.some(({ what }) => ['mediation-session', 'agreed'].includes(eventOf(what)));
  const isOpen = subject.state === 'in-mediation' && inDispute(subject).length > 0;
  if (isOpen && (isShare || !goesOn)) return [failure(told, null, null), hand];
  return [outside(told, 'arbitration-applied')];
}

export function award(told: Told): ReplayStep[] {
  const { on, note, subject, facts } = told;
  const own: ReplayStep = {
    by: 'mediator',
    action: 'record-award',
    body: { on, reference: null, receivedOn: null, sum: facts.sum, note },
  };
  if (subject.state === 'arbitration-accepted') return [own];
  if (subject.state !== 'handed-to-arbitration') return [outside(told, 'award-made-outside')];
  const body = { on: null, reference: null, note: null };
  return [{ by: 'mediator', action: 'record-arbitration-acceptance', body }, own];
}

const BEFORE_OTHERS = ['handed-to-arbitration', 'arbitration-applied', 'suit-filed'];
const OPEN_TO_IT = ['registered', 'awaiting-consent', 'accepted', 'in-mediation'];
const AT_ARBITRATION = ['handed-to-arbitration', 'arbitration-accepted'];

/** What is withdrawn is the application that came here, or the one that had gone on to a commission or a court. */
export function withdrawal(told: Told): ReplayStep {
  const { on, note, facts, subject } = told;
  const namesOthers = facts.says(/arbitration|\bsuit\b|lawsuit|\bcourt\b|appeal/);
  const isWithOthers = subject.timeline.some(({ kind }) => BEFORE_OTHERS.includes(kind));
  if (AT_ARBITRATION.includes(subject.state)) {
    const body = { on, reference: null, note };
    return { by: 'mediator', action: 'record-arbitration-withdrawal', body };
  }
  const isOpen = OPEN_TO_IT.includes(subject.state) && inDispute(subject).length > 0;
  if (!isOpen || (namesOthers && isWithOthers)) return outside(told, 'withdrawn-elsewhere');
  const workerIds = someOf(subject, facts.workers);
  return {
    by: 'clerk',
    action: 'withdraw',
    body: { withdrawnOn: on, reason: note ?? '未注明原因', workerIds },
  };
}
