import type { PartialDay } from '../partial-day.ts';
import type { CaseAction } from './case-action.ts';

export const WAYS_OF_MEETING = [
  'in-person',
  'separately',
  'telephone',
  'video',
  'online',
  'in-writing',
] as const;

export interface RecordSessionInput {
  heldOn: PartialDay | null;
  by: (typeof WAYS_OF_MEETING)[number] | null;
  /** 调解笔录: what was said, for the file. */
  record: string;
}

/** A mediation session and its record. */
export const recordSession: CaseAction<RecordSessionInput> = {
  from: ['in-mediation', 'agreed', 'confirmation-pending', 'confirmed', 'breached'],
  by: ['mediator', 'head'],
  happenedOn: ({ heldOn }) => ({ heldOn }),
  inOrder: [],
  movesOn: 'heldOn',
  apply: (subject, { heldOn, by, record }) => ({
    state: subject.state,
    set: {},
    events: [],
    facts: [
      { kind: 'session-held', happenedOn: heldOn, note: record, ...(by === null ? {} : { reason: by }) },
    ],
  }),
};
