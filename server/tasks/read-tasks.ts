import type { CaseRevisitStore } from '../cases/case-revisit-store.ts';
import type { CaseStore } from '../cases/case-store.ts';
import { maskedPhone } from '../cases/masked-numbers.ts';
import { placeBehind } from '../database/list-place.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { MediationCase } from '../domain/case.ts';
import { noticesDue, noticesOf } from '../domain/notices.ts';
import type { Actor } from '../domain/staff.ts';
import type { Addressee } from '../notices/addressee.ts';
import { addresseeOfRow } from '../notices/addressee-of-row.ts';
import { eachApart } from '../notices/each-apart.ts';
import type { FindAddressee } from '../notices/find-addressee.ts';
import type { MaterialSources } from '../notices/material-sources.ts';
import { noticeContext } from '../notices/notice-context.ts';
import type { OrganisationStore } from '../organisations/organisation-store.ts';
import { ownTask } from './own-task.ts';
import { mayCallFor, visibleTasks } from './task-policy.ts';
import type { Task, TaskPage, TaskStore } from './task-store.ts';
import { numberOf } from './telephone-channel.ts';

export interface ReadTasksDependencies {
  tasks: TaskStore;
  cases: CaseStore;
  organisations: OrganisationStore;
  revisitCases: Pick<CaseRevisitStore, 'soon'>;
  findAddressee: FindAddressee;
  material: Pick<MaterialSources, 'findAddressees'>;
  calendar: Calendar;
  now: () => Date;
}

/** What became of a call since it was written. */
type Standing =
  | { kind: 'waits'; subject: MediationCase; addressee: Addressee }
  /** Of a case that went to another mediator. */
  | { kind: 'not-theirs' }
  | { kind: 'lapsed' }
  /** Its notice is for others now. */
  | { kind: 'addressed-anew' };

/** Shows the calls that wait, to those who are to make them. */
export function readTasks(dependencies: ReadTasksDependencies) {
  const { tasks, cases, revisitCases, findAddressee, now } = dependencies;
  const own = ownTask(dependencies);

  /**
   * A page of open tasks. What has lapsed since it was written is closed in passing: nobody is called for nothing. One
   * whose case cannot be read is named without its words, and keeps no other back.
   */
  async function page(actor: Actor, asked: TaskPage) {
    const found = await tasks.open(visibleTasks(actor), asked);
    const { done, failed } = await eachApart(found, async ({ read }) => {
      const task = await read();
      const subject = await cases.find(task.caseId, {});
      return { task, standing: await standingOf(task, { subject, actor }, dependencies) };
    });
    await end(done);
    return {
      tasks: done.flatMap(({ task, standing }) =>
        standing.kind === 'waits' ? view(task, { ...standing, number: 'masked' }) : [],
      ),
      unreadable: failed.map(({ item: { id, caseId, createdAt } }) => ({ id, caseId, createdAt })),
      next: placeBehind(found, asked.limit, ({ createdAt, id }) => ({ at: createdAt, id })),
    };
  }

  /** The sweep is asked for the new addressees first, so that a crash between the two loses no call. */
  async function end(seen: readonly { task: Task; standing: Standing }[]): Promise<void> {
    const anew = seen.filter(({ standing }) => standing.kind === 'addressed-anew');
    const over = seen.filter(({ standing }) => standing.kind === 'lapsed');
    await revisitCases.soon(
      anew.map(({ task }) => task.caseId),
      now(),
    );
    await tasks.lapse(
      [...anew, ...over].map(({ task }) => task.id),
      now(),
    );
  }

  /** One task with the whole number to call, unless the call has lapsed. */
  async function one(actor: Actor, id: string) {
    const { task, subject } = await own(actor, id);
    if (task.state === 'open') {
      const standing = await standingOf(task, { subject, actor }, dependencies);
      if (standing.kind === 'waits') return view(task, { ...standing, number: 'whole' });
      await end([{ task, standing }]);
      return view({ ...task, state: 'lapsed' }, { subject, addressee: null, number: 'whole' });
    }
    const called =
      task.state === 'done' ? await findAddressee(subject, { ...task, channel: 'telephone' }) : null;
    return view(task, { subject, addressee: called, number: 'whole' });
  }

  return { page, one };
}

interface Shown {
  subject: MediationCase;
  addressee: Addressee | null;
  /** A worker's number is whole only where one task is asked for, since that request is logged. */
  number: 'masked' | 'whole';
}

function view(task: Task, { subject, addressee, number }: Shown) {
  const { id, caseId, text, reason, failure, createdAt, state, result, note } = task;
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

/** Whether the notice of an open task still holds, whose call it is now, and whether it is for the same person. */
async function standingOf(
  task: Task,
  { subject, actor }: { subject: MediationCase | null; actor: Actor },
  { organisations, material, calendar, now }: ReadTasksDependencies,
): Promise<Standing> {
  const organisation = subject === null ? null : await organisations.find(subject.organisationId);
  if (subject === null || organisation === null) return { kind: 'lapsed' };
  if (!mayCallFor(subject, actor)) return { kind: 'not-theirs' };
  const notices = noticesOf(subject, noticeContext(subject, organisation, calendar));
  const notice = noticesDue(notices, now()).find(({ key }) => key === task.noticeKey);
  if (notice === undefined) return { kind: 'lapsed' };
  const addressees = await material.findAddressees(subject, notice.to);
  const addressee = addresseeOfRow({ ...task, channel: 'telephone' }, addressees);
  return addressee === null ? { kind: 'addressed-anew' } : { kind: 'waits', subject, addressee };
}
