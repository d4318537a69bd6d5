import { z } from 'zod';
import { parseRegion } from '../domain/calendar.ts';
import { checkDeadlineEvent } from '../domain/check-deadline-event.ts';
import type { DeadlineEvent } from '../domain/deadline-events.ts';
import { DeadlineInputError } from '../domain/deadline-input-error.ts';
import { type RuleCode, ruleOf } from '../domain/deadline-rules.ts';
import { type LegalDay, parseLegalDay } from '../domain/legal-day.ts';
import { LEGAL_FOOTINGS, type LegalFooting } from '../domain/legal-footing.ts';

const text = z.string().max(100);
const flag = z.boolean().optional();

const eventShape = z.strictObject({
  kind: text,
  on: text,
  claimId: text.optional(),
  agreementId: text.optional(),
  instalmentId: text.optional(),
  hearingId: text.optional(),
  transferId: text.optional(),
  party: z.enum(['worker', 'employer']).optional(),
  days: z.int().min(1).max(3660).optional(),
  untilOn: text.optional(),
  agreedByBoth: flag,
  rule: text.optional(),
  dueOn: text.optional(),
  wages: flag,
  hearingOn: text.optional(),
  performUntilOn: text.optional(),
  wageArrears: flag,
  unproven: flag,
  final: flag,
  collective: flag,
  wrongCommission: flag,
  papersMissing: flag,
  labourRelation: flag,
  partial: flag,
  clear: flag,
  continuing: flag,
  assetsPreserved: flag,
  granted: flag,
});

export const deadlineRequestShape = z.strictObject({
  rule: text,
  from: text.optional(),
  region: text.optional(),
  footing: z.enum(LEGAL_FOOTINGS).optional(),
  events: z.array(eventShape).max(1000).optional(),
});

/** A question to the clock: which rule, from which day or by which events, where. */
export interface DeadlineRequest {
  rule: RuleCode;
  from?: LegalDay | undefined;
  region?: string | undefined;
  footing?: LegalFooting | undefined;
  events: DeadlineEvent[];
}

/** Parses what came over the wire or from a file; throws a `DeadlineInputError` that names the field. */
export function parseDeadlineRequest(input: unknown): DeadlineRequest {
  return deadlineRequestOf(parseShape(deadlineRequestShape, input, ''));
}

/** What the shape of a question cannot tell: whether there are such rules, days and events. */
export function deadlineRequestOf(shape: z.infer<typeof deadlineRequestShape>): DeadlineRequest {
  const { rule, from, region, footing, events } = shape;
  return {
    rule: ruleOf(rule).code,
    from: from === undefined ? undefined : parseLegalDay(from, 'from'),
    region: region === undefined ? undefined : parseRegion(region),
    footing,
    events: (events ?? []).map((event, index) => checkDeadlineEvent(event, `events[${index}]`)),
  };
}

/** The events of a file, as a list or as an object with the field `events`. */
export function parseDeadlineEvents(input: unknown): DeadlineEvent[] {
  const list = z.object({ events: z.unknown() }).safeParse(input).data?.events ?? input;
  return parseShape(z.array(eventShape).max(1000), list, 'events').map((event, index) =>
    checkDeadlineEvent(event, `events[${index}]`),
  );
}

function parseShape<Shape extends z.ZodType>(shape: Shape, input: unknown, root: string): z.infer<Shape> {
  const parsed = shape.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw issue ? inputErrorOf(issue, root) : parsed.error;
}

function inputErrorOf(issue: z.core.$ZodIssue, root: string): DeadlineInputError {
  const at = issue.path.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path ? `${path}.${String(key)}` : String(key);
  }, root);
  if (issue.code === 'unrecognized_keys') {
    const field = [at, issue.keys[0]].filter(Boolean).join('.');
    return new DeadlineInputError(field, 'bad-value', `${field}: there is no such field; leave it out.`);
  }
  const field = at || 'body';
  if (issue.code === 'invalid_type' && issue.input === undefined) {
    return new DeadlineInputError(field, 'missing-field', `${field}: is missing; give it.`);
  }
  return new DeadlineInputError(field, 'bad-value', `${field}: ${issue.message}.`);
}
