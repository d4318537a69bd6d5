import type { Closing } from '../case.ts';
import { NOT_ARCHIVED } from '../case-state.ts';
import type { PartialDay } from '../partial-day.ts';
import type { Participant } from '../participant.ts';
import type { CaseAction } from './case-action.ts';

export interface AddParticipantInput extends Omit<Participant, 'id'> {
  joinedOn: PartialDay | null;
}

/** Another office takes part: the police, the street, a court, the union at home. */
export const addParticipant: CaseAction<AddParticipantInput> = {
  from: NOT_ARCHIVED,
  by: ['clerk', 'mediator', 'head'],
  happenedOn: ({ joinedOn }) => ({ joinedOn }),
  mayPrecedeApplication: true,
  inOrder: [],
  movesOn: null,
  apply: (subject, { joinedOn, ...body }, { newId }) => ({
    state: subject.state,
    set: { participants: [...(subject.participants ?? []), { ...body, id: newId() }] },
    events: [],
    facts: [{ kind: 'body-joined', happenedOn: joinedOn, reason: body.kind, body: body.name, note: null }],
  }),
};

export interface WriteClosingInput extends Closing {
  writtenOn: PartialDay | null;
}

/** 结案小结: written when a case ends, or for one that is only followed, when nothing more is heard of it. */
export const writeClosing: CaseAction<WriteClosingInput> = {
  from: NOT_ARCHIVED,
  by: ['mediator', 'head', 'archivist'],
  happenedOn: ({ writtenOn }) => ({ writtenOn }),
  inOrder: [],
  movesOn: null,
  apply: (subject, { writtenOn, ...closing }) => ({
    state: subject.state,
    set: { closing },
    events: [],
    facts: [{ kind: 'closing-written', happenedOn: writtenOn, note: closing.summary }],
  }),
};
