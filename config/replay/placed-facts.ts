import { eventOf } from './event-words.ts';
import { outsideKindOf } from './outside-fact-of.ts';
import type { PublishedCase } from './published-case.ts';
import { fenOf, isOfOne } from './published-record.ts';
import { bodyKindOf, causeOf, industryOf, lawPointOf, respondentKindOf } from './published-terms.ts';
import type { ShownCase } from './shown-case.ts';

/** The kinds of lines under which an event of a published case may stand. */
const LINES: Partial<Record<string, readonly string[]>> = {
  applied: ['registered', 'relief-asked', 'reopened'],
  alert: ['situation-reported'],
  transferred: ['passed-on', 'suit-filed'],
  accepted: ['accepted', 'accepted-elsewhere'],
  'mediation-session': ['session-held', 'mediated-elsewhere'],
  agreed: ['agreed'],
  'confirmed-by-court': ['confirmed', 'court-confirmed-outside'],
  'partly-performed': ['payment-received', 'instalment-paid'],
  'advance-paid': ['payment-received'],
  performed: ['performed', 'payment-received'],
  defaulted: ['breached', 'instalment-missed', 'promise-broken'],
  failed: ['failed'],
  withdrawn: ['withdrawn', 'withdrawn-elsewhere', 'arbitration-withdrawn'],
  reopened: ['reopened', 'relief-asked'],
  'confirmation-refused': ['confirmation-refused'],
  'handed-to-arbitration': ['handed-to-arbitration', 'arbitration-applied'],
  award: ['award-made', 'award-made-outside'],
  judgment: ['judgment-made'],
  'payment-order': ['payment-order-issued'],
  enforcement: ['enforcement-applied'],
  'supervision-letter': ['supervision-letter'],
  'not-accepted': ['not-accepted', 'refused-elsewhere'],
  employed: ['employment-began'],
  'dispute-arose': ['dispute-arose'],
  other: [
    'other-fact',
    'representatives-named',
    'injury-recognised',
    'capacity-assessed',
    'legal-aid-given',
    'inspection-ordered',
    'crime-referred',
    'assets-preserved',
    'enforcement-ended',
  ],
};

/** A fact of a published case, and whether it came out of the API again from a field made for it. */
export interface CheckedFact {
  /** Where it stands in the file, as `real-001/events/0/what`. */
  path: string;
  value: unknown;
  recorded: boolean;
}

export interface PlayedCase {
  published: PublishedCase;
  /** As the API shows it at the end; null where it could not even be registered. */
  shown: ShownCase | null;
  /** Index of an event → id of its line on the timeline. */
  lines: ReadonlyMap<number, string>;
}

/** Every fact of a published case, each looked up in what the API shows. */
export function checkedFacts({ published, shown, lines }: PlayedCase): CheckedFact[] {
  return leavesOf(published, []).map(({ keys, value }) => ({
    path: [published.id, ...keys].join('/'),
    value,
    recorded: shown !== null && isPlaced(keys, value, { published, shown, lines }),
  }));
}

interface Leaf {
  keys: string[];
  value: unknown;
}

/** What is null or empty is no fact. */
function leavesOf(value: unknown, keys: string[]): Leaf[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [{ keys, value }];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...keys, key]));
}

interface Shown {
  published: PublishedCase;
  shown: ShownCase;
  lines: ReadonlyMap<number, string>;
}

function isPlaced(keys: readonly string[], value: unknown, context: Shown): boolean {
  const [head = '', ...rest] = keys;
  return FIELDS[head]?.(rest, value, context) ?? false;
}

const same = (found: unknown, value: unknown) => found === value;

/** Where each field of a published case comes out of the API again. */
const FIELDS: Partial<Record<string, (rest: readonly string[], value: unknown, context: Shown) => boolean>> =
  {
    id: (_, value, { shown }) => same(shown.origin?.reference, value),
    source: ([key = ''], value, { shown: { origin } }) =>
      same(
        {
          title: origin?.title,
          publisher: origin?.publisher,
          publishedOn: origin?.publishedOn,
          readInFull: origin?.complete,
        }[key],
        value,
      ),
    place: ([key = ''], value, { shown }) => same(levelOf(shown.workplace, key), value),
    workerOrigin: ([key = ''], value, { shown: { workers } }) =>
      workers.length > 0 && workers.every(({ origin }) => same(levelOf(origin, key), value)),
    crossRegion: (_, value, { shown }) => same(shown.crossRegion, value),
    industry: (_, value, { shown: { industry } }) => {
      const given = industryOf(String(value));
      return (
        given !== null &&
        same(industry?.section, given.section) &&
        same(industry?.description, given.description)
      );
    },
    respondents: ([index = '', key = ''], value, { shown }) => {
      const row = shown.respondents[Number(index)];
      if (key === 'kind') return same(row?.kind, kindOf(String(value)));
      return key === 'described' && same(row?.description, value);
    },
    workers: ([key = ''], value, context) => isCounted(key, value, context),
    claims: ([index = '', key = ''], value, { shown, published }) => {
      const single = isOfOne(published) ? shown.workers[0]?.claims : shown.jointClaims;
      const claim = single?.[Number(index)];
      if (key === 'cause') return same(claim?.stated, value) && same(claim?.cause, causeOf(String(value)));
      return key === 'amountYuan' && same(claim?.claimedFen, fenOf(Number(value)));
    },
    events: ([index = '', key = ''], value, { shown, lines, published }) => {
      const id = lines.get(Number(index));
      const line = shown.timeline.find((fact) => fact.id === id);
      if (line === undefined) return false;
      const { what = '' } = published.events[Number(index)] ?? {};
      if (key === 'what')
        return LINES[eventOf(what)]?.includes(line.kind) ?? line.kind === outsideKindOf(what);
      return same({ on: line.happenedOn, detail: line.note }[key], value);
    },
    outcome: (_, value, { shown }) => same(shown.closing?.summary, value),
    amountAgreedYuan: (_, value, { shown }) => same(shown.sums.agreed?.fen, fenOf(Number(value))),
    amountPaidYuan: (_, value, { shown }) => same(shown.sums.paid?.fen, fenOf(Number(value))),
    amountPrecision: (_, value, { shown }) =>
      same(shown.toldSums?.precision, value) ||
      same(shown.sums.agreed?.precision, value) ||
      same(shown.sums.paid?.precision, value),
    daysTaken: (_, value, { shown }) => same(shown.daysTaken, value) || same(shown.closing?.daysTaken, value),
    channel: (_, value, { shown }) => same(shown.channelDetail, value),
    organisations: ([index = ''], value, { shown }) => {
      const body = shown.participants[Number(index)];
      return same(body?.name, value) && same(body?.kind, bodyKindOf(String(value)));
    },
    lawPoints: ([index = ''], value, { shown }) =>
      same(JSON.stringify(shown.lawPoints[Number(index)]), JSON.stringify(lawPointOf(String(value)))),
    quirks: (_, value, { shown }) => same(shown.summary, value),
    tags: ([index = ''], value, { shown }) => same(shown.labels[Number(index)], value),
  };

/** A kind that the record has no word for is in no field, though its description is. */
function kindOf(stated: string): string | null {
  const kind = respondentKindOf(stated);
  return kind === 'other' && stated !== 'other' ? null : kind;
}

function levelOf(place: ShownCase['workplace'], key: string): unknown {
  return { province: place?.province, city: place?.city, county: place?.county, gb2260: place?.regionCode }[
    key
  ];
}

function isCounted(key: string, value: unknown, { shown, published }: Shown): boolean {
  const told = shown.headcounts.at(-1);
  if (key === 'count') return same(shown.workersConcerned.workers, value);
  if (key === 'countPrecision') return same(told?.precision ?? shown.workersConcerned.precision, value);
  const kind = { migrant: told?.migrant, newForm: told?.platform, female: told?.female }[key];
  if (typeof value === 'number') return same(kind, value);
  return same(kind, value === true ? (published.workers?.count ?? 1) : 0);
}
