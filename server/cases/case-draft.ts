import type { RegisterCaseRequest } from '../../schemas/requests/case-requests.ts';
import { clockEvent } from '../domain/actions/clock-events.ts';
import type { MediationCase } from '../domain/case.ts';
import { consentsAtEntry } from '../domain/consent.ts';
import type { DeadlineEvent } from '../domain/deadline-events.ts';
import type { Fact } from '../domain/fact.ts';
import { toldDays } from '../domain/line-days.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Actor } from '../domain/staff.ts';
import { eventsOfFact, lineOfFact } from '../domain/told-fact.ts';
import { owesOnlyWages } from '../domain/wage-claims.ts';
import { enteredWorker } from '../domain/worker.ts';
import { completedOrNull, completedRespondent, completedWorker } from './completed-places.ts';

interface Drafting {
  organisation: Organisation;
  actor: Actor;
  at: Date;
  newId: () => string;
}

/** A case as it is registered, before it has a number. */
export function caseDraft(
  request: RegisterCaseRequest,
  { organisation, actor, at, newId }: Drafting,
): Omit<MediationCase, 'number' | 'version'> {
  const {
    headcount,
    history,
    rightKnownOn,
    employmentGoesOn,
    employmentEndedOn,
    consentToProcessOn,
    note,
    ...record
  } = request;
  const timeline = openingFacts(request, { actor, at, newId });
  return {
    ...record,
    workplace: completedOrNull(record.workplace),
    id: newId(),
    organisationId: organisation.id,
    organisationPath: organisation.path,
    state: 'registered',
    registeredAt: at,
    workers: request.workers.map((worker) =>
      enteredWorker(
        {
          ...completedWorker(worker),
          consents: consentsAtEntry(worker, { givenOn: consentToProcessOn, channel: request.channel }),
        },
        newId,
      ),
    ),
    jointClaims: request.jointClaims.map((claim) => ({ ...claim, id: newId() })),
    headcounts: headcount === null ? [] : [headcount],
    respondents: request.respondents.map((row) => ({
      ...completedRespondent(row),
      id: newId(),
      changes: [],
    })),
    participants: request.participants.map((row) => ({ ...row, id: newId() })),
    mediatorId: null,
    agreements: [],
    payments: [],
    toldSums: null,
    handoff: null,
    earlierHandoffs: [],
    transfers: [],
    referrals: [],
    links: [],
    closing: null,
    legalHold: null,
    erasure: null,
    risks: [],
    employerPatterns: [],
    acknowledgements: [],
    bars: [],
    clock: openingEvents(request, timeline),
    dayMoves: [],
    timeline,
  };
}

/** What happened before comes first, as it is told; then the application itself. */
function openingFacts(
  { history, receivedOn, note, ...days }: RegisterCaseRequest,
  { actor, at, newId }: Omit<Drafting, 'organisation'>,
): Fact[] {
  const recorded = { recordedAt: at, recordedBy: actor.accountId };
  const before = history.map((fact) => ({ ...lineOfFact(fact), ...recorded, id: newId() }));
  const told = { happenedOn: receivedOn, ...toldDays('registered', days), note };
  return [...before, { id: newId(), kind: 'registered', ...told, ...recorded }];
}

function openingEvents(request: RegisterCaseRequest, timeline: readonly Fact[]): DeadlineEvent[] {
  const { receivedOn, rightKnownOn, employmentGoesOn, employmentEndedOn, history } = request;
  // Wage arrears have no limit while the employment lasts (LDMAA 27): only where that is known, and where no
  // other claim, which has its year all the same, stands in the case.
  const wageArrears = (employmentGoesOn || employmentEndedOn !== null) && owesOnlyWages(request);
  const registered = timeline.at(-1);
  return [
    ...clockEvent(rightKnownOn, { kind: 'right-known', wageArrears, factId: registered?.id }),
    ...clockEvent(employmentEndedOn, { kind: 'employment-ended', factId: registered?.id }),
    ...history.flatMap((fact, index) =>
      eventsOfFact(fact, { ...request, clock: [] }).map((event) => ({
        ...event,
        factId: timeline[index]?.id,
      })),
    ),
    ...clockEvent(receivedOn, { kind: 'application-received', factId: registered?.id }),
  ];
}
