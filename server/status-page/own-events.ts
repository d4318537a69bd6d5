import type { MediationCase } from '../domain/case.ts';
import { type DeadlineEvent, type DeadlineEventKind, SUBJECT_FIELDS } from '../domain/deadline-events.ts';
import { ARBITRATION_FACTS } from '../domain/outside-facts/arbitration-facts.ts';
import type { CaseWorker } from '../domain/worker.ts';
import { concernedBy } from '../domain/workers-to-tell.ts';

/** Of those who went to arbitration, where others of the group did not: all that the commission and those before it do. */
const OF_ARBITRATION: ReadonlySet<DeadlineEventKind> = new Set([
  ...Object.values(ARBITRATION_FACTS).flatMap(({ clock }) => (clock === 'extension-approved' ? [] : clock)),
  'arbitration-settled',
  'set-aside-applied',
  'award-set-aside',
  'award-in-force',
] as const);

/**
 * The events of the clock, once for each kind of worker among these: a limitation is each worker's own (LDMAA 27), and
 * what others of a group agreed to, or brought before the commission, neither ends nor lengthens it.
 */
export function ownEvents(subject: MediationCase, workers: readonly CaseWorker[]): DeadlineEvent[][] {
  if (workers.length === 0) return [subject.clock];
  const ownersOf = ownersIn(subject);
  const common: DeadlineEvent[] = [];
  const own = new Map(workers.map(({ id }) => [id, [] as DeadlineEvent[]]));
  for (const event of subject.clock) {
    const owners = ownersOf(event);
    if (owners === null) common.push(event);
    // To those whom it befell it did all that it can do.
    else for (const { id } of owners) own.get(id)?.push({ ...event, ofSome: undefined });
  }
  const distinct = new Map([...own.values()].map((events) => [JSON.stringify(events), events]));
  return [...distinct.values()].map((events) => [...common, ...events]);
}

/** Whose an event is; null: everybody's. */
function ownersIn(subject: MediationCase): (event: DeadlineEvent) => readonly CaseWorker[] | null {
  const { workers } = subject;
  const handedOver = workers.filter(({ outcome }) => outcome?.kind === 'handed-to-arbitration');
  const settled = workers.filter(({ outcome }) => outcome?.kind === 'settled');
  const known = new Map<string, readonly CaseWorker[]>();
  // More time is approved by whoever has the step: for the award by the commission.
  const isOfArbitration = ({ kind, rule }: DeadlineEvent) => OF_ARBITRATION.has(kind) || rule === 'A6';
  return (event) => {
    if (isOfArbitration(event) && handedOver.length > 0) return handedOver;
    for (const field of SUBJECT_FIELDS) {
      const id = event[field];
      if (id === undefined || field === 'party' || field === 'hearingId' || field === 'transferId') continue;
      const owners = known.get(`${field}/${id}`) ?? concernedBy(subject, { field, id });
      known.set(`${field}/${id}`, owners);
      return owners;
    }
    return event.kind === 'agreement-breached' && settled.length > 0 ? settled : null;
  };
}
