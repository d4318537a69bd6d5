import { isOutsideFactKind, type OutsideFactKind } from '../../server/domain/outside-facts.ts';
import { detailFacts } from './detail-facts.ts';
import { eventOf } from './event-words.ts';
import type { PublishedEvent } from './published-case.ts';

/** What can have happened before anybody came to the union. */
const BEFORE_IT_CAME: Partial<Record<string, OutsideFactKind>> = {
  employed: 'employment-began',
  'dispute-arose': 'dispute-arose',
  other: 'other-fact',
  award: 'award-made-outside',
  'not-accepted': 'refused-elsewhere',
  alert: 'situation-reported',
  judgment: 'judgment-made',
  'supervision-letter': 'supervision-letter',
  'payment-order': 'payment-order-issued',
  enforcement: 'enforcement-applied',
};

/** What "other" turns out to be by its words: facts that no clock runs on. */
const OTHER_WORDS: readonly (readonly [RegExp, OutsideFactKind])[] = [
  [
    /recognised as (?:an? )?(?:work|occupational|industrial|death at work)|work injury recognised/,
    'injury-recognised',
  ],
  [/disability grade|graded as|(?:working|labour) capacity/, 'capacity-assessed'],
  [/legal[- ]aid (?:given|granted|approved|lawyer)|lawyer (?:is )?assigned/, 'legal-aid-given'],
  [/inspection (?:\w+ )?orders/, 'inspection-ordered'],
  [
    /(?:handed|referred|passed|sent|transferred) (?:over )?to (?:the )?(?:police|public security)/,
    'crime-referred',
  ],
  [
    /\b(?:accounts?|assets?|property|machines|car) (?:is |are )?(?:frozen|seized|preserved)/,
    'assets-preserved',
  ],
  [/enforcement (?:is |was )?(?:ended|closed|terminated)/, 'enforcement-ended'],
];

/** The fact from outside that an event means, by its own name, as pages call it or by its words, if it means one. */
export function outsideKindOf(what: string, detail?: string | null): OutsideFactKind | undefined {
  const event = eventOf(what);
  const text = (detail ?? '').toLowerCase();
  const other = event === 'other' ? OTHER_WORDS.find(([pattern]) => pattern.test(text))?.[1] : undefined;
  return other ?? BEFORE_IT_CAME[event] ?? (isOutsideFactKind(event) ? event : undefined);
}

/** What goes on to a court by its parties is a suit; the rest one office passes to another. */
export function transferKindOf(detail: string | null | undefined): OutsideFactKind {
  return /\bsu(?:it|e|es|ed|ing)\b|lawsuit/.test((detail ?? '').toLowerCase()) ? 'suit-filed' : 'passed-on';
}

export function outsideFactOf({ on, detail }: PublishedEvent, kind: OutsideFactKind) {
  const { workers, sum } = detailFacts(detail, on ?? null);
  return { kind, happenedOn: on ?? null, workers, sum, note: detail ?? null };
}
