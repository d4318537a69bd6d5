import { expect } from 'chai';
import { actionRequests } from '../../../schemas/requests/action-requests.ts';
import type { ActionContext } from '../../../server/domain/actions/case-action.ts';
import type { MediationCase } from '../../../server/domain/case.ts';
import { ACTION_NAMES, type ActionName } from '../../../server/domain/case-actions.ts';
import { CASE_STATES, type CaseState } from '../../../server/domain/case-state.ts';
import { Fault } from '../../../server/domain/fault.ts';
import { STAFF_ROLES, type StaffRole } from '../../../server/domain/staff.ts';
import { openActions, transition } from '../../../server/domain/transition.ts';
import { ACTION_EXAMPLES } from '../../support/action-examples.ts';
import { LIFECYCLE } from '../../support/lifecycle-table.ts';
import { livedCase } from '../../support/lived-case.ts';

function contextOf(role: StaffRole, grade: 'blue' | null = 'blue'): ActionContext {
  let ids = 0;
  return {
    today: '2026-11-20',
    at: new Date('2026-11-20T10:00:00+08:00'),
    warning: grade === null ? null : { grade, at: new Date('2026-11-01T10:00:00+08:00'), reasons: [] },
    newId: () => {
      ids += 1;
      return `new-${ids}`;
    },
    actor: { accountId: 'somebody', organisationId: 'centre', roles: [role] },
  };
}

/** Takes an action and gives the state after it, or the code of the fault. */
function outcomeOf(name: ActionName, subject: MediationCase, role: StaffRole): string {
  try {
    const input = actionRequests[name].parse(ACTION_EXAMPLES[name].body);
    return `→ ${transition(subject, { name, input }, contextOf(role)).state}`;
  } catch (error) {
    if (error instanceof Fault) return error.code;
    throw error;
  }
}

function subjectFor(name: ActionName, state: CaseState): MediationCase {
  return livedCase({ state, ...ACTION_EXAMPLES[name].needs });
}

describe('the lifecycle', () => {
  for (const name of ACTION_NAMES) {
    const row = LIFECYCLE[name];
    it(`lets ${name} be taken where and by whom the table says, and says why not elsewhere`, () => {
      for (const state of CASE_STATES) {
        for (const role of STAFF_ROLES) {
          const outcome = outcomeOf(name, subjectFor(name, state), role);
          const where = `${name} in ${state} by ${role}`;
          if (!row.by.includes(role)) expect(outcome, where).to.equal('not_permitted');
          else if (!row.in.includes(state)) expect(outcome, where).to.equal('action_not_open');
          else expect(outcome, where).to.match(/^→ /);
        }
      }
    });

    it(`offers ${name} to those who may take it, and to nobody else`, () => {
      for (const state of CASE_STATES) {
        for (const role of STAFF_ROLES) {
          const open = openActions(subjectFor(name, state), contextOf(role));
          const allowed = row.in.includes(state) && row.by.includes(role);
          expect(open.includes(name), `${name} in ${state} by ${role}`).to.equal(allowed);
        }
      }
    });

    const { to, from } = ACTION_EXAMPLES[name];
    if (to !== undefined) {
      it(`leads from ${from} to ${to} by ${name}`, () => {
        const [role = 'head'] = row.by;
        expect(outcomeOf(name, subjectFor(name, from), role)).to.equal(`→ ${to}`);
      });
    } else {
      it(`leaves a case where it is after ${name}`, () => {
        const [role = 'head'] = row.by;
        for (const state of row.in) {
          expect(outcomeOf(name, subjectFor(name, state), role), state).to.equal(`→ ${state}`);
        }
      });
    }
  }

  it('reaches every state that there is', () => {
    const reached = new Set(ACTION_NAMES.map((name) => ACTION_EXAMPLES[name].to));
    const never = CASE_STATES.filter((state) => !reached.has(state) && state !== 'registered');
    expect(never).to.deep.equal([]);
  });
});
