import { OPEN_STATES } from '../case-state.ts';
import { Fault } from '../fault.ts';
import type { PartialDay } from '../partial-day.ts';
import type { NewRespondent, RespondentChange } from '../respondent.ts';
import type { CaseAction } from './case-action.ts';

export interface AddRespondentInput {
  joinedOn: PartialDay | null;
  respondent: NewRespondent;
  reason: string | null;
}

/** 追加被申请人: a contractor, investor, guarantor or heir answers too. */
export const addRespondent: CaseAction<AddRespondentInput> = {
  from: OPEN_STATES,
  by: ['clerk', 'mediator', 'head'],
  happenedOn: ({ joinedOn }) => ({ joinedOn }),
  inOrder: [],
  movesOn: null,
  apply: (subject, { joinedOn, respondent, reason }, { newId }) => {
    const id = newId();
    return {
      state: subject.state,
      set: { respondents: [...subject.respondents, { ...respondent, id, joinedOn, changes: [] }] },
      events: [],
      facts: [{ kind: 'respondent-joined', happenedOn: joinedOn, note: reason, about: id }],
    };
  },
};

export interface ChangeRespondentInput extends RespondentChange {
  respondentId: string;
}

/** What became of a respondent: dead, deregistered, fled, insolvent, replaced, or the wrong one all along. */
export const changeRespondent: CaseAction<ChangeRespondentInput> = {
  from: OPEN_STATES,
  by: ['clerk', 'mediator', 'head'],
  isOpen: ({ respondents }) => respondents.length > 0,
  happenedOn: ({ on }) => ({ on }),
  mayPrecedeApplication: true,
  inOrder: [],
  movesOn: null,
  apply: (subject, { respondentId, ...change }) => {
    const known = subject.respondents.map(({ id }) => id);
    if (!known.includes(respondentId)) throw new Fault('respondent_not_found', { pointer: '/respondentId' });
    if (change.successorId !== null && !known.includes(change.successorId)) {
      throw new Fault('respondent_not_found', { pointer: '/successorId' });
    }
    const respondents = subject.respondents.map((row) =>
      row.id === respondentId ? { ...row, changes: [...(row.changes ?? []), change] } : row,
    );
    return {
      state: subject.state,
      set: { respondents },
      events: [],
      facts: [
        {
          kind: 'respondent-changed',
          happenedOn: change.on,
          reason: change.kind,
          note: change.reason,
          about: respondentId,
        },
      ],
    };
  },
};
