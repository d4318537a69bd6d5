import { randomUUID } from 'node:crypto';
import { type actOnCase, caseChanged, isRecorded } from '../cases/act-on-case.ts';
import { visibleCases } from '../cases/case-policy.ts';
import type { CaseStore } from '../cases/case-store.ts';
import { withCompletedPlaces } from '../cases/completed-places.ts';
import type { Language } from '../domain/bilingual.ts';
import type { MediationCase } from '../domain/case.ts';
import { Fault } from '../domain/fault.ts';
import { type FieldError, InvalidFields, pointerTo } from '../domain/invalid-fields.ts';
import { type LegalDay, legalDayOf } from '../domain/legal-day.ts';
import type { Actor } from '../domain/staff.ts';
import { type Command, transition } from '../domain/transition.ts';
import { type ChangeIdentity, newChange } from '../idempotency/change-identity.ts';
import { readWorkerList, type WorkerList } from './read-worker-list.ts';
import type { RowFault } from './row-fault.ts';

export interface ImportWorkersDependencies {
  cases: CaseStore;
  actOnCase: ReturnType<typeof actOnCase>;
  now: () => Date;
}

export interface ImportWorkersRequest {
  caseId: string;
  list: Buffer;
  /** The day on which they joined; today, where nothing is said. */
  joinedOn?: LegalDay | undefined;
}

/** A list that was read and changed nothing. */
export interface TriedList extends WorkerList {
  subject: MediationCase;
}

const MOST_TOLD = 500;

/** Takes the workers of a group from a list that Excel saved: all of them or none, as one `add-workers`. */
export function importWorkers({ cases, actOnCase, now }: ImportWorkersDependencies) {
  async function found(actor: Actor, caseId: string): Promise<MediationCase> {
    const subject = await cases.find(caseId, visibleCases(actor));
    if (subject === null) throw new Fault('case_not_found');
    return subject;
  }
  const joining = (
    { joinedOn = legalDayOf(now()) }: ImportWorkersRequest,
    { rows }: Pick<WorkerList, 'rows'>,
  ) =>
    withCompletedPlaces({
      name: 'add-workers' as const,
      input: { joinedOn, workers: rows.map(({ worker }) => worker) },
    });

  /**
   * What each row would become, and every fault; nothing is stored.
   * @throws Fault those of the list as a whole, and those that adding workers would meet
   */
  async function tryOut(actor: Actor, request: ImportWorkersRequest): Promise<TriedList> {
    const subject = await found(actor, request.caseId);
    const list = await readWorkerList(request.list, subject);
    const command = joining(request, list);
    const at = now();
    transition(subject, command, { actor, at, today: legalDayOf(at), newId: randomUUID, warning: null });
    const rows = list.rows.map((row, index) => ({
      ...row,
      worker: command.input.workers[index] ?? row.worker,
    }));
    return { ...list, rows, subject };
  }

  /** @throws Fault `list_faulty` with every fault, those of the list as a whole, and those of adding workers */
  async function add(
    actor: Actor,
    request: ImportWorkersRequest & { version: number },
    change: ChangeIdentity = newChange(),
  ): Promise<Pick<TriedList, 'subject' | 'rows'>> {
    const { caseId, version } = request;
    const subject = await found(actor, caseId);
    // A repeat finds its own workers in the case, and must not take them for somebody else's.
    const isRepeat = isRecorded(change, subject);
    if (!isRepeat && subject.version !== version) throw caseChanged(subject.version);
    const list = await readWorkerList(request.list, isRepeat ? { workers: [] } : subject);
    if (list.faults.length > 0) throw faultyList(list);
    const command: Command = joining(request, list);
    return { subject: await actOnCase(actor, { caseId, version, command }, change), rows: list.rows };
  }

  return { tryOut, add };
}

function faultyList({ faults }: WorkerList): Fault {
  const told = faults.slice(0, MOST_TOLD);
  return new InvalidFields((language) => told.map((fault) => fieldError(fault, language)), {
    code: 'list_faulty',
    params: { count: String(faults.length) },
  });
}

function fieldError({ row, column, ...text }: RowFault, language: Language): FieldError {
  const words = text[language];
  const place = language === 'zh' ? `第${row}行` : `row ${row}`;
  const where = column === null ? place : `${column}${row}`;
  return {
    pointer: pointerTo(column === null ? [row] : [row, column]),
    detail: language === 'zh' ? `${where}：${words}。` : `${where}: ${words}.`,
  };
}
