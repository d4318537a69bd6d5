import type { CaseDocument } from '../../schemas/documents/case-document.ts';
import { registerCaseRequest } from '../../schemas/requests/case-requests.ts';
import { caseDraft } from '../../server/cases/case-draft.ts';
import { commandOf } from '../../server/cases/case-routes.ts';
import { caseStep } from '../../server/cases/case-step.ts';
import { documentOf } from '../../server/cases/document-of.ts';
import { receiptCodeFrom, receiptCodeHash } from '../../server/cases/receipt-code.ts';
import type { Services } from '../../server/compose.ts';
import type { MediationCase } from '../../server/domain/case.ts';
import { marksOf } from '../../server/domain/case-marks.ts';
import { noticesOf } from '../../server/domain/notices.ts';
import { shanghaiInstant } from '../../server/domain/working-hours.ts';
import { noticeContext } from '../../server/notices/notice-context.ts';
import { ENDS } from './case-frequencies.ts';
import type { SeedStaff } from './seed-city.ts';
import type { PlannedCase, SeedRun } from './seed-plan.ts';
import { seededBytes, seededIds } from './seeded-ids.ts';
import { type SeededStep, seededLife } from './seeded-life.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { seededRegistration } from './seeded-registration.ts';

interface SeededCaseDependencies extends Pick<Services, 'calendar' | 'sealing' | 'searchTokens' | 'secret'> {
  run: SeedRun;
  staff: ReadonlyMap<string, SeedStaff>;
}

/** So many cases come of one firm, in the three years that there are. */
const CASES_AN_EMPLOYER = 4;
const BETWEEN_STEPS_MS = 600_000;
const ELEVEN = 11;

/** The code on the receipt of a seeded case. */
export function seededReceiptCode(id: string): string {
  return receiptCodeFrom(seededBytes(`${id}/receipt`));
}

/**
 * Makes cases as the service does, by its own rules: registered, then taken through their lives as far as they have
 * come until the day of the run. What fell due before was told then; nothing of it is sent again.
 */
export function seededCase({ run, staff, ...services }: SeededCaseDependencies) {
  const { calendar, sealing, searchTokens, secret } = services;
  const until = shanghaiInstant(run.until, 0);
  const employers = Math.ceil(run.cases / staff.size / CASES_AN_EMPLOYER);

  function lived(planned: PlannedCase, { random, people }: { random: SeededRandom; people: SeedStaff }) {
    const { id, office, registeredOn, registeredAt, sequence } = planned;
    const { organisation } = people;
    const newId = seededIds(id);
    const told = { random, receivedOn: registeredOn, regionCode: office, employers };
    const request = registerCaseRequest.parse(seededRegistration(told));
    const drafting = { organisation, actor: people.clerk, at: registeredAt, newId };
    const number = organisation.caseNumberPattern
      .replace('{year}', registeredOn.slice(0, 4))
      .replace('{sequence}', String(sequence));
    const mediator = random.pick(people.mediators);
    const life = { random, receivedOn: registeredOn, end: random.weighted(ENDS) };
    let subject: MediationCase = { ...caseDraft(request, drafting), id, number, version: 1 };
    let at = registeredAt;
    for (const step of seededLife({ ...life, mediatorId: mediator.accountId })) {
      at = new Date(Math.max(at.getTime() + BETWEEN_STEPS_MS, shanghaiInstant(step.on, ELEVEN).getTime()));
      if (at >= until) break;
      const actor = step.by === 'mediator' ? mediator : people[step.by];
      subject = stepped(subject, step, { actor, at, newId });
    }
    return subject;
  }

  return (planned: PlannedCase): CaseDocument => {
    const people = staff.get(planned.office);
    if (people === undefined) throw new Error(`There is no office ${planned.office}.`);
    const subject = lived(planned, { random: seededRandom(planned.id), people });
    const context = noticeContext(subject, people.organisation, calendar);
    const notices = noticesOf(subject, context);
    const toCome = notices.filter(({ at }) => at >= until);
    const marked = {
      ...subject,
      ...marksOf(subject, { notices, toCome, clock: context.clock }, until),
      lookupCodeHash: receiptCodeHash(seededReceiptCode(subject.id), secret),
      employerCheckAt: null,
    };
    return sealing.sealDocument(documentOf(marked, searchTokens));
  };
}

type Taking = Pick<Parameters<typeof caseStep>[2], 'actor' | 'at' | 'newId'>;

function stepped(subject: MediationCase, { name, input }: SeededStep, taking: Taking): MediationCase {
  const command = commandOf(name, input(subject));
  const identity = { id: taking.newId() };
  return caseStep(subject, command, { ...taking, identity, warning: null }).next;
}
