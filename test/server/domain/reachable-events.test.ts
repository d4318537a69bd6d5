import { expect } from 'chai';
import { actionRequests } from '../../../schemas/requests/action-requests.ts';
import type { ActionContext } from '../../../server/domain/actions/case-action.ts';
import { ACTION_NAMES, type ActionName } from '../../../server/domain/case-actions.ts';
import type { DeadlineEvent, DeadlineEventKind } from '../../../server/domain/deadline-events.ts';
import { rolesOfRule } from '../../../server/domain/deadline-roles.ts';
import type { Trigger } from '../../../server/domain/deadline-rule.ts';
import { type CodedRule, DEADLINE_RULES, type RuleCode } from '../../../server/domain/deadline-rules.ts';
import type { OutsideFact } from '../../../server/domain/outside-facts/outside-fact.ts';
import { detailsOf, OUTSIDE_FACT_KINDS, OUTSIDE_FACTS } from '../../../server/domain/outside-facts.ts';
import { transition } from '../../../server/domain/transition.ts';
import { ACTION_EXAMPLES } from '../../support/action-examples.ts';
import { livedCase } from '../../support/lived-case.ts';

/** What a rule waits for and nobody can record: only a question to the clock itself can hold it. */
const ASKED_OF_THE_CLOCK_ALONE: Partial<Record<DeadlineEventKind, string>> = {
  'non-acceptance-notified':
    'L1 has no number of days here: the refusal is told with the step that records it',
  'transfer-cancelled': 'the lifecycle knows no taking back of an offer; a return ends the same limits',
};
const ASKED_ABOUT_ALONE: Partial<Record<RuleCode, string>> = {
  'A3-elsewhere': 'that it is the wrong commission is known when it says so, and that ends it',
  'A3-papers': 'that papers are missing is known when the commission names them, and that ends it',
};
/** What only the end of the whole dispute ends, by the law. */
const WITHOUT_A_STEP_OF_ITS_OWN: Partial<Record<RuleCode, string>> = {
  L1: 'it has no number of days here',
  A11: 'a suit interrupts it (Civil Code 195)',
  'A13-review': 'a first day, not a last one',
};

const ON = '2026-11-10';
const context: ActionContext = {
  today: '2026-11-20',
  at: new Date('2026-11-20T10:00:00+08:00'),
  warning: null,
  newId: () => 'new',
  actor: { accountId: 'head', organisationId: 'centre', roles: ['head', 'mediator', 'clerk', 'archivist'] },
};

/** Beside the examples: what an action does otherwise when it is told otherwise. */
const OTHERWISE: Partial<Record<ActionName, object[]>> = {
  refuse: [{ reason: 'other-side-refuses' }],
  agree: [{ instalments: [{ dueOn: '2026-12-01', amountFen: 100, workerId: null }] }],
  'apply-for-confirmation': [{ acceptedOn: ON }, { by: 'commission', acceptedOn: ON }],
  'record-confirmation': [{ result: 'refused' }, { result: 'refused', by: 'commission' }],
  'record-payment': [
    { instalmentId: '55555555-5555-4555-8555-555555555555', sum: { fen: 100_000 }, ground: 'agreement' },
  ],
  'record-breach': [{ instalmentId: null }],
};

function emittedBy(name: ActionName): DeadlineEvent[] {
  const { body, needs, from } = ACTION_EXAMPLES[name];
  return [{}, ...(OTHERWISE[name] ?? [])].flatMap((otherwise) => {
    const input = actionRequests[name].parse({ ...body, ...otherwise });
    return transition(livedCase({ state: from, ...needs }), { name, input }, context).events;
  });
}

/** Facts are looked at one by one; an acknowledgement needs a warning, and moves no day. */
const NO_STEPS: readonly ActionName[] = ['record-fact', 'acknowledge-warning'];
const ofActions = ACTION_NAMES.filter((name) => !NO_STEPS.includes(name)).flatMap(emittedBy);
const ofFacts = OUTSIDE_FACT_KINDS.flatMap((kind) => {
  const { clock, marks = {} }: OutsideFact = OUTSIDE_FACTS[kind];
  return clock === null ? [] : [{ kind: clock, marks: [...Object.keys(marks), ...detailsOf(kind)] }];
});
const emitted: readonly string[] = [...ofActions, ...ofFacts].map(({ kind }) => kind);

function canFire({ kind, where = {} }: Trigger): boolean {
  const wanted = Object.entries(where);
  return (
    ofActions.some((event) => event.kind === kind && wanted.every(([mark]) => mark in event)) ||
    ofFacts.some((fact) => fact.kind === kind && wanted.every(([mark]) => fact.marks.includes(mark)))
  );
}

const OF_THE_WHOLE_DISPUTE = ['agreement-performed', 'case-closed', 'award-made', 'arbitration-withdrawn'];
const hasOwnEnd = ({ ends }: CodedRule) =>
  ends.some((trigger) => !OF_THE_WHOLE_DISPUTE.includes(trigger.kind) && canFire(trigger));
const codes = (rules: readonly CodedRule[]) => rules.map(({ code }) => code);

describe('what the rules wait for', () => {
  it('can be recorded by a step or as a fact from outside, but for what is named', () => {
    const waitedFor = new Set(DEADLINE_RULES.flatMap(({ code }) => [...rolesOfRule(code).keys()]));
    const missing = [...waitedFor].filter((kind) => !emitted.includes(kind));
    expect(missing.sort()).to.deep.equal(Object.keys(ASKED_OF_THE_CLOCK_ALONE).sort());
  });

  it('can set each of them running, but for those that are named', () => {
    const never = DEADLINE_RULES.filter(({ starts }) => !starts.some(canFire));
    expect(codes(never).sort()).to.deep.equal(Object.keys(ASKED_ABOUT_ALONE).sort());
  });

  it('can end each that it set running by a step of its own, not only with the dispute', () => {
    const running = DEADLINE_RULES.filter(
      ({ starts, nature }) => nature !== 'modifier' && starts.some(canFire),
    );
    const endless = running.filter((rule) => !hasOwnEnd(rule));
    expect(codes(endless).sort()).to.deep.equal(Object.keys(WITHOUT_A_STEP_OF_ITS_OWN).sort());
  });

  it('is all that is put on the clock', () => {
    const waitedFor = new Set<string>(DEADLINE_RULES.flatMap(({ code }) => [...rolesOfRule(code).keys()]));
    expect(emitted.filter((kind) => !waitedFor.has(kind))).to.deep.equal([]);
  });
});
