import type { Connection, QueryFilter } from 'mongoose';
import {
  type CallResult,
  OPEN_INDEX,
  type TaskDocument,
  taskSchema,
} from '../../schemas/documents/task-document.ts';
import { isDuplicateKey } from '../database/database-errors.ts';
import type { TimePlace } from '../database/list-place.ts';
import type { SealedTexts } from '../personal-data/sealed-texts.ts';

export interface Task extends Omit<TaskDocument, '_id'> {
  id: string;
}

/** A task whose text has yet to be opened: one that cannot be must keep no other from its reader. */
export interface UnreadTask extends Pick<Task, 'id' | 'caseId' | 'createdAt'> {
  read: () => Promise<Task>;
}

export type NewTask = Omit<Task, 'state' | 'closedAt' | 'closedBy' | 'result' | 'note'>;

export type StandingTask = Pick<Task, 'id' | 'caseId' | 'assigneeId' | 'accountId'>;

/** Which tasks somebody sees, as a query. */
export type TaskFilter = QueryFilter<TaskDocument>;

export interface TaskPage {
  limit: number;
  after: TimePlace | null;
}

export interface ClosedTask {
  at: Date;
  by: string;
  result: CallResult;
  note: string | null;
}

export interface TaskStoreDependencies {
  connection: Connection;
  sealedTexts: SealedTexts;
}

export type TaskStore = ReturnType<typeof createTaskStore>;

/** The only reader and writer of the tasks to telephone. */
export function createTaskStore({ connection, sealedTexts }: TaskStoreDependencies) {
  const tasks = connection.model('Task', taskSchema);

  /** Writes a task that is not there yet; one that is stays as it is, done or not. */
  async function insertMissing({ id, ...rest }: NewTask): Promise<void> {
    try {
      const sealed = await sealedTexts.seal({ text: rest.text }, placeOf(rest.caseId, id));
      await tasks.create([{ ...rest, text: sealed.text ?? '', _id: id, state: 'open' }]);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  /** Open ones, those that wait longest first. */
  async function open(filter: TaskFilter, { limit, after }: TaskPage): Promise<UnreadTask[]> {
    const later =
      after === null
        ? {}
        : {
            $or: [{ createdAt: { $gt: after.at } }, { createdAt: after.at, _id: { $gt: after.id } }],
          };
    const documents = await tasks
      .find({ $and: [{ ...filter, state: 'open' }, later] })
      .hint(OPEN_INDEX)
      .sort({ createdAt: 1, _id: 1 })
      .limit(limit)
      .lean();
    return documents.map((document) => {
      const { _id: id, caseId, createdAt } = document;
      return { id, caseId, createdAt, read: () => toTask(document) };
    });
  }

  async function find(id: string, filter: TaskFilter): Promise<Task | null> {
    const document = await tasks.findOne({ $and: [{ _id: id }, filter] }).lean();
    return document === null ? null : toTask(document);
  }

  /** False when it was not open any more. */
  async function close(
    { id, caseId }: Pick<Task, 'id' | 'caseId'>,
    { at, by, result, note }: ClosedTask,
  ): Promise<boolean> {
    const sealed = await sealedTexts.seal({ note }, placeOf(caseId, id));
    const closed = await tasks.updateOne(
      { _id: id, state: 'open' },
      { $set: { state: 'done', closedAt: at, closedBy: by, result, ...sealed } },
    );
    return closed.modifiedCount === 1;
  }

  async function lapse(ids: readonly string[], at: Date): Promise<void> {
    if (ids.length === 0) return;
    await tasks.updateMany({ _id: { $in: ids }, state: 'open' }, { $set: { state: 'lapsed', closedAt: at } });
  }

  /** Open ones of some cases, without their texts. */
  async function openOf(caseIds: readonly string[]): Promise<StandingTask[]> {
    const wanted = { caseId: 1, assigneeId: 1, accountId: 1 };
    const found = await tasks.find({ caseId: { $in: caseIds }, state: 'open' }, wanted).lean();
    return found.map(({ _id: id, caseId, assigneeId, accountId }) => ({ id, caseId, assigneeId, accountId }));
  }

  /** Gives open ones to other people. */
  async function assign(to: readonly { id: string; assigneeId: string | null }[]): Promise<void> {
    if (to.length === 0) return;
    await tasks.bulkWrite(
      to.map(({ id, assigneeId }) => ({
        updateOne: { filter: { _id: id, state: 'open' }, update: { $set: { assigneeId } } },
      })),
      { ordered: false },
    );
  }

  async function toTask({ _id, ...rest }: TaskDocument): Promise<Task> {
    const { caseId, text, note } = rest;
    const opened = await sealedTexts.open({ text, note }, placeOf(caseId, _id));
    return { ...rest, ...opened, id: _id, text: opened.text ?? '' };
  }

  async function createIndexes(): Promise<void> {
    await tasks.createIndexes();
  }

  return { insertMissing, open, openOf, assign, find, close, lapse, createIndexes };
}

const placeOf = (caseId: string, id: string) => ({ caseId, place: `tasks/${id}` });
