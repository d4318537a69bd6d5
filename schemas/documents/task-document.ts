import { Schema } from 'mongoose';
import { indexed } from './indexed.ts';

/** open: waits for somebody to telephone. done: somebody did. lapsed: the case moved on before anybody could. */
export const TASK_STATES = ['open', 'done', 'lapsed'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const TASK_REASONS = ['asked-to-be-called', 'other-ways-failed', 'nobody-in-role'] as const;
export type TaskReason = (typeof TASK_REASONS)[number];

export const CALL_RESULTS = ['reached', 'not-reached', 'wrong-number', 'not-needed'] as const;
export type CallResult = (typeof CALL_RESULTS)[number];

/** A telephone call that somebody is to make. Its id is that of the delivery that ends in it. */
export interface TaskDocument {
  _id: string;
  caseId: string;
  organisationId: string;
  noticeKey: string;
  /** The mediator of the case; null: the heads of the organisation. */
  assigneeId: string | null;
  /** Who is to be called; both null where nobody has the role that the notice is for. */
  accountId: string | null;
  workerId: string | null;
  /** What the call is to say; sealed with the key of the case, as is `note`. */
  text: string;
  reason: TaskReason;
  /** What became of the ways that were tried before. */
  failure: string | null;
  createdAt: Date;
  state: TaskState;
  closedAt: Date | null;
  closedBy: string | null;
  result: CallResult | null;
  note: string | null;
}

export const taskSchema = new Schema<TaskDocument>(
  {
    _id: String,
    caseId: { type: String, required: true },
    organisationId: { type: String, required: true },
    noticeKey: { type: String, required: true },
    assigneeId: { type: String, default: null },
    accountId: { type: String, default: null },
    workerId: { type: String, default: null },
    text: { type: String, default: '' },
    reason: { type: String, enum: TASK_REASONS, required: true },
    failure: { type: String, default: null },
    createdAt: { type: Date, required: true },
    state: { type: String, enum: TASK_STATES, required: true },
    closedAt: { type: Date, default: null },
    closedBy: { type: String, default: null },
    result: { type: String, enum: [...CALL_RESULTS, null], default: null },
    note: { type: String, default: null },
  },
  { collection: 'tasks', versionKey: false, strict: 'throw', autoIndex: false, autoCreate: false },
);

taskSchema.index({ caseId: 1 });
export const OPEN_INDEX = indexed(taskSchema, { organisationId: 1, state: 1, createdAt: 1, _id: 1 });
