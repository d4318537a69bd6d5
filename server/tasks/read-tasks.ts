import type { CaseStore } from '../cases/case-store.ts';
import { maskedPhone } from '../cases/masked-numbers.ts';
import { placeBehind } from '../database/list-place.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { Fault } from '../domain/fault.ts';
import { noticesDue, noticesOf } from '../domain/notices.ts';
import type { Actor } from '../domain/staff.ts';
import { eachApart } from '../notices/each-apart.ts';
import type { FindAddressee } from '../notices/find-addressee.ts';
import { noticeContext } from '../notices/notice-context.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { visibleTasks } from './task-policy.ts';
import type { Task, TaskPage, TaskStore } from './task-store.ts';
import { numberOf } from './telephone-channel.ts';

export interface ReadTasksDependencies {
  tasks: TaskStore;
  cases: CaseStore;
  organisations: OrganisationStore;
  findAddressee: FindAddressee;
  calendar: Calendar;
  now: () => Date;
}

/** Shows the calls that wait, to those who are to make them. */
export function readTasks(dependencies: ReadTasksDependencies) {
  const { tasks, findAddressee, now } = dependencies;

  /** A worker's number is whole only where one task is asked for, since that request is logged. */
  async function view(task: Task, subject: MediationCase, number: 'masked' | 'whole') {
    const { id, caseId, text, reason, failure, createdAt, state, result, note } = task;
    const addressee = await findAddressee(subject, { ...task, channel: 'telephone' });
    const { name, address } = addressee === null ? { name: '', address: '' } : numberOf(addressee);
    const worker = addressee?.kind === 'worker' ? addressee.worker : null;
    const phone = worker !== null && number === 'masked' ? maskedPhone(address) : address;
    const call = { name, phone, safeHours: worker?.contact.safeHours ?? null };
    return {
      id,
      caseId,
      caseNumber: subject.number,
      text,
      reason,
      failure,
      createdAt,
      state,
      result,
      note,
      call,
    };
  }

  /**
   * A page of open tasks. What has lapsed since it was written is closed in passing: nobody is called for nothing. One
   * whose case cannot be read is named without its words, and keeps no other back.
   */
  async function page(actor: Actor, asked: TaskPage) {
    const found = await tasks.open(visibleTasks(actor), asked);
    const { done, failed } = await eachApart(found, async ({ id, read }) => {
      const task = await read();
      const subject = await caseIfStillTrue(task, dependencies);
      return { id, shown: subject === null ? null : await view(task, subject, 'masked') };
    });
    await tasks.lapse(
      done.filter(({ shown }) => shown === null).map(({ id }) => id),
      now(),
    );
    return {
      tasks: done.flatMap(({ shown }) => shown ?? []),
      unreadable: failed.map(({ item: { id, caseId, createdAt } }) => ({ id, caseId, createdAt })),
      next: placeBehind(found, asked.limit, ({ createdAt, id }) => ({ at: createdAt, id })),
    };
  }

  /** One task with the whole number to call. */
  async function one(actor: Actor, id: string) {
    const task = await tasks.find(id, visibleTasks(actor));
    const subject = task === null ? null : await dependencies.cases.find(task.caseId, {});
    if (task === null || subject === null) throw new Fault('task_not_found');
    return view(task, subject, 'whole');
  }

  return { page, one };
}

/** The case of a task whose notice still holds, else null. */
async function caseIfStillTrue(
  { caseId, noticeKey }: Task,
  { cases, organisations, calendar, now }: ReadTasksDependencies,
): Promise<MediationCase | null> {
  const subject = await cases.find(caseId, {});
  const organisation = subject === null ? null : await organisations.find(subject.organisationId);
  if (subject === null || organisation === null) return null;
  const notices = noticesOf(subject, noticeContext(subject, organisation, calendar));
  const holds = noticesDue(notices, now()).some(({ key }) => key === noticeKey);
  return holds ? subject : null;
}
