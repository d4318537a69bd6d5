import type { DisclosureRequest } from '../../schemas/requests/disclosure-requests.ts';
import type { MediationCase } from '../domain/case.ts';
import type { DisclosedField, Fact } from '../domain/fact.ts';
import { Fault } from '../domain/fault.ts';
import { legalDayOf } from '../domain/legal-day.ts';
import type { Actor } from '../domain/staff.ts';
import { type ChangeIdentity, newChange } from '../idempotency/change-identity.ts';
import { type AddLineDependencies, addLine } from './add-line.ts';
import { visibleCases } from './case-policy.ts';

export interface DiscloseNumbersDependencies extends AddLineDependencies {
  now: () => Date;
}

/** Somebody whose numbers are masked. */
type Numbered = Partial<Record<DisclosedField, string | null>>;

export interface Disclosure {
  /** The case as it is with the line that says who saw what. */
  subject: MediationCase;
  numbers: Partial<Record<DisclosedField, string | null>>;
}

/**
 * Shows numbers of a worker, or of somebody who helps them, whole to somebody who works on the case, and writes on its
 * timeline first who asked for which of them and why (PIPL 51, 54: access is limited and can be audited).
 * @throws Fault `case_not_found`, `case_erased`, `worker_not_found`, `helper_not_found`, `case_changed`
 */
export function discloseNumbers(dependencies: DiscloseNumbersDependencies) {
  const { cases, now } = dependencies;
  const add = addLine(dependencies);

  return async (
    actor: Actor,
    { caseId, request }: { caseId: string; request: DisclosureRequest },
    { id }: ChangeIdentity = newChange(),
  ): Promise<Disclosure> => {
    const recordedAt = now();
    const line: Fact = {
      ...lineOf(request),
      id,
      happenedOn: legalDayOf(recordedAt),
      recordedAt,
      recordedBy: actor.accountId,
    };
    const subject = await add(
      async () => {
        const found = await cases.find(caseId, visibleCases(actor));
        if (found === null) throw new Fault('case_not_found');
        return found;
      },
      (found) => {
        personOf(found, request);
        return { line };
      },
    );
    return { subject, numbers: numbersOf(personOf(subject, request), request.fields) };
  };
}

/** @throws Fault `worker_not_found`, `helper_not_found` */
function personOf({ workers }: MediationCase, { workerId, helperId }: DisclosureRequest): Numbered {
  const worker = workers.find(({ id }) => id === workerId);
  if (worker === undefined) throw new Fault('worker_not_found', { pointer: '/workerId' });
  if (helperId === null) return worker;
  const helper = worker.helpers?.find(({ id, revokedOn }) => id === helperId && revokedOn === null);
  if (helper === undefined) throw new Fault('helper_not_found', { pointer: '/helperId' });
  return helper;
}

function lineOf({
  workerId,
  helperId,
  fields,
  reason,
}: DisclosureRequest): Pick<Fact, 'kind' | 'note' | 'about' | 'fields'> {
  return {
    kind: 'numbers-disclosed',
    note: reason,
    about: helperId ?? workerId,
    fields: [...new Set(fields)],
  };
}

function numbersOf(person: Numbered, fields: readonly DisclosedField[]): Disclosure['numbers'] {
  return Object.fromEntries(fields.map((field) => [field, person[field] ?? null]));
}
