import { z } from 'zod';
import {
  detailsOf,
  neededDetailsOf,
  OUTSIDE_FACT_KINDS,
  type OutsideFactKind,
} from '../../server/domain/outside-facts.ts';
import { isSurelyAfter, isWholeDay } from '../../server/domain/partial-day.ts';
import { happenedOn, headcountNumber, legalDay, longText, shortText, sum, uuid } from './fields.ts';
import { says } from './says.ts';

/** Days of an extension: the law allows 60 at most, and a court's may be longer. */
const MAX_DAYS = 365;
const flag = z.boolean().optional();

/** What the clock needs to know of some kinds of facts beside their day; GET /api/v1/fact-kinds says which. */
const details = z.strictObject({
  hearingOn: legalDay.optional().meta({ description: 'the day of the hearing' }),
  dueOn: legalDay.optional().meta({ description: 'until when the parties agreed to negotiate' }),
  performUntilOn: legalDay
    .optional()
    .meta({ description: 'the last day to perform; by instalments, that of the last one' }),
  days: z.int().min(1).max(MAX_DAYS).optional().meta({ description: 'by how many days it was extended' }),
  party: z.enum(['worker', 'employer']).optional().meta({ description: 'who received it' }),
  final: flag.meta({ description: 'the award is final for the employer (LDMAA 47)' }),
  collective: flag.meta({ description: 'ten or more workers with one claim (LDMAA 7)' }),
  partial: flag.meta({ description: 'of some of the group: the limits of the others run on' }),
  clear: flag.meta({ description: 'facts clear, rights and duties plain' }),
  continuing: flag.meta({ description: 'the breach goes on' }),
  assetsPreserved: flag.meta({ description: 'assets of the debtor are under preservation' }),
  claimId: uuid.optional().meta({ description: 'of one claim; left out, of all' }),
  unproven: flag.meta({ description: 'there is no written proof: nobody should rely on it' }),
  employmentGoesOn: flag.meta({ description: 'wages then have no limit yet (LDMAA 27)' }),
});

const told = z.strictObject({
  kind: z.enum(OUTSIDE_FACT_KINDS),
  happenedOn,
  body: shortText.nullable().default(null),
  workers: headcountNumber.nullable().default(null),
  sum: sum.nullable().default(null),
  note: longText.nullable().default(null),
  details: details.default({}),
});

const NOT_OF_KIND = says({
  en: 'is not told of this kind of fact: leave it out (GET /api/v1/fact-kinds says what is)',
  zh: '该类事实不需要填写此项，请去掉（见 GET /api/v1/fact-kinds）',
});
const NEEDED = says({ en: 'is missing: this fact says nothing without it', zh: '此类事实必须填写此项' });
const NEEDED_DAY = says({
  en: 'say the day of such a fact, and the whole day of an application: the limits are counted from it',
  zh: '此类事实须填写日期（收到申请须填写完整日期），期限自该日起算',
});
const TOO_EARLY = says({ en: 'must not lie before happenedOn', zh: '不得早于 happenedOn' });
const KNOWN_ELSEWHERE = says({
  en: 'say the day of the application in receivedOn',
  zh: '申请日期请填写在 receivedOn 中',
});
const NO_CLAIM_YET = says({
  en: 'a claim has its id only after the registration: record this fact then (record-fact)',
  zh: '登记后请求才有编号，请在登记后用 record-fact 记录',
});

const APPLICATION: OutsideFactKind = 'application-received';

type Told = z.infer<typeof told>;

/** The clock counts from the day of an application, and takes up nothing of a hearing or an extension without a day. */
function checkDay({ kind, happenedOn: day }: Told, context: z.RefinementCtx<Told>): void {
  const isWhole = day !== null && isWholeDay(day);
  const isEnough = kind === APPLICATION ? isWhole : day !== null || neededDetailsOf(kind).length === 0;
  if (isEnough) return;
  context.addIssue({ code: 'custom', path: ['happenedOn'], message: NEEDED_DAY.error });
}

function checkDetails({ kind, happenedOn: day, details: given }: Told, context: z.RefinementCtx<Told>): void {
  const fault = (name: string, { error: message }: { error: string }) =>
    context.addIssue({ code: 'custom', path: ['details', name], message });
  const taken: readonly string[] = detailsOf(kind);
  for (const name of Object.keys(given)) if (!taken.includes(name)) fault(name, NOT_OF_KIND);
  for (const name of neededDetailsOf(kind)) if (given[name] === undefined) fault(name, NEEDED);
  for (const name of ['hearingOn', 'dueOn', 'performUntilOn'] as const) {
    const ahead = given[name];
    if (day !== null && ahead !== undefined && isSurelyAfter(day, ahead)) fault(name, TOO_EARLY);
  }
}

export const outsideFactRequest = told.superRefine(checkDay).superRefine(checkDetails);

/** What happened before a case came. Its own application is told by the registration itself. */
export const historyFactRequest = outsideFactRequest
  .refine(({ kind }) => kind !== APPLICATION, { ...KNOWN_ELSEWHERE, path: ['kind'] })
  .refine(({ details: { claimId } }) => claimId === undefined, {
    ...NO_CLAIM_YET,
    path: ['details', 'claimId'],
  });
