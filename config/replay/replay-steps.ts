import { agreement, confirmation } from './agreement-steps.ts';
import { award, handover, withdrawal } from './arbitration-steps.ts';
import { detailFacts } from './detail-facts.ts';
import { eventOf } from './event-words.ts';
import {
  acceptance,
  application,
  failure,
  intoMediation,
  refusal,
  reopened,
  session,
} from './mediation-steps.ts';
import { outsideFactOf, outsideKindOf, transferKindOf } from './outside-fact-of.ts';
import { breach, payment, performance } from './payment-steps.ts';
import type { PublishedEvent } from './published-case.ts';
import { isElection } from './replay-registration.ts';
import { outside, type ReplayStep, type StepContext, type Told } from './told-event.ts';

/**
 * The steps that an event of a published case takes: first those that the lifecycle needs and the page does not tell,
 * with their days left open, at last its own.
 */
export function stepsOf(event: PublishedEvent, context: StepContext): ReplayStep[] {
  const on = event.on ?? null;
  const told: Told = {
    ...context,
    event,
    on,
    note: event.detail ?? null,
    facts: detailFacts(event.detail, on),
  };
  const steps = OWN_STEPS[eventOf(event.what)];
  return steps === undefined
    ? [outside(told, outsideKindOf(event.what, event.detail) ?? 'other-fact')]
    : steps(told);
}

/** Steps for a line that the lifecycle does not let stand where it should: it is kept as a fact from outside. */
export function keptOutside(event: PublishedEvent): ReplayStep {
  return { by: 'clerk', action: 'record-fact', body: outsideFactOf(event, 'other-fact') };
}

/** Nobody has sat down with the parties yet. */
const UNHEARD = ['registered', 'awaiting-consent', 'accepted'];

const OWN_STEPS: Partial<Record<string, (told: Told) => ReplayStep[]>> = {
  applied: (told) => [application(told)],
  reopened: (told) => [reopened(told)],
  transferred: (told) => [outside(told, transferKindOf(told.note))],
  accepted: (told) =>
    told.subject.state === 'registered'
      ? [acceptance(told.on, told.note)]
      : [outside(told, 'accepted-elsewhere')],
  'not-accepted': (told) => [refusal(told)],
  'mediation-session': (told) => [...intoMediation(told), session(told)],
  agreed: (told) => [...intoMediation(told), agreement(told)],
  'confirmed-by-court': (told) => [confirmation(told, 'confirmed')],
  'confirmation-refused': (told) => [confirmation(told, 'refused')],
  'partly-performed': (told) => [payment(told)],
  'advance-paid': (told) => [payment(told)],
  performed: (told) => performance(told, UNHEARD.includes(told.subject.state) ? intoMediation(told) : []),
  defaulted: (told) => [breach(told)],
  failed: (told) => [...intoMediation(told), failure(told, told.on, told.note)],
  withdrawn: (told) => [withdrawal(told)],
  'handed-to-arbitration': handover,
  award: award,
  other: (told) => [
    isElection(told.event)
      ? representatives(told)
      : outside(told, outsideKindOf('other', told.note) ?? 'other-fact'),
  ],
};

function representatives({ on, note, facts }: Told): ReplayStep {
  return {
    by: 'clerk',
    action: 'name-representatives',
    body: { workerIds: [], electedOn: on, elected: facts.representatives, note },
  };
}
