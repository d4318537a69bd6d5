import { isOutsideFactKind, type OutsideFactKind } from '../../server/domain/outside-facts.ts';
import { isWholeDay, type PartialDay } from '../../server/domain/partial-day.ts';
import type { Precision } from '../../server/domain/worker.ts';
import { faultOfPlace } from '../../server/places/check-place.ts';
import { detailFacts } from './detail-facts.ts';
import type { PublishedCase, PublishedEvent } from './published-case.ts';
import {
  bodyKindOf,
  causeOf,
  channelOf,
  eventOf,
  industryOf,
  lawPointOf,
  respondentKindOf,
} from './published-terms.ts';

const FEN_PER_YUAN = 100;
const MOST_ROWS = 1000;
const SHORT_TEXT = 200;

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

/** The fact from outside that an event means, by its own name or as pages call it, if it means one. */
export function outsideKindOf(what: string): OutsideFactKind | undefined {
  const event = eventOf(what);
  return BEFORE_IT_CAME[event] ?? (isOutsideFactKind(event) ? event : undefined);
}

/** A registration with what comes after it, and where in it each event that it takes up stands. */
export interface ReplayRegistration {
  body: Record<string, unknown>;
  /** Index of the event → index of its line on the timeline. */
  lines: Map<number, number>;
  later: { event: PublishedEvent; index: number }[];
}

/** What the clerk enters: all that was known when the dispute came, with what had happened before. */
export function registrationOf(published: PublishedCase): ReplayRegistration {
  const { events } = published;
  const came = events.findIndex(({ what }) => outsideKindOf(what) === undefined);
  const before = came === -1 ? events : events.slice(0, came);
  const coming = came === -1 ? undefined : events[came];
  const asked = coming !== undefined && ['applied', 'transferred'].includes(eventOf(coming.what));
  const history = [...before, ...(coming && eventOf(coming.what) === 'transferred' ? [coming] : [])];
  const lines = new Map(history.map((_, index) => [index, index]));
  if (coming?.what === 'applied') lines.set(came, history.length);
  const arose = before.find(({ what }) => what === 'dispute-arose')?.on ?? null;
  const receivedOn = asked ? (coming?.on ?? null) : null;
  return {
    body: {
      ...recordOf(published),
      receivedOn,
      history: history.map((event) => outsideFactOf(event, outsideKindOf(event.what) ?? 'passed-on')),
      note: coming?.what === 'applied' ? (coming.detail ?? null) : null,
      rightKnownOn: isKnownFirst(arose, receivedOn) ? arose : null,
      consentToProcessOn: null,
    },
    lines,
    later: events.map((event, index) => ({ event, index })).filter(({ index }) => !lines.has(index)),
  };
}

function isKnownFirst(arose: PartialDay | null, receivedOn: PartialDay | null): boolean {
  return arose !== null && (receivedOn === null || !isWholeDay(arose) || arose <= receivedOn);
}

export function outsideFactOf({ on, detail }: PublishedEvent, kind: OutsideFactKind) {
  const { workers, sumYuan } = detailFacts(detail, on ?? null);
  return {
    kind,
    happenedOn: on ?? null,
    workers,
    sum: sumYuan === null ? null : { fen: fenOf(sumYuan), precision: 'exact' },
    note: detail ?? null,
  };
}

export function fenOf(yuan: number): number {
  return Math.round(yuan * FEN_PER_YUAN);
}

export function precisionOf(stated: string | null | undefined): Precision {
  return stated === 'floor' || stated === 'approx' ? stated : 'exact';
}

function recordOf(published: PublishedCase) {
  const { place, claims, channel, industry, crossRegion, organisations, lawPoints, tags, quirks } = published;
  const group = workersOf(published);
  const claimRows = claims.map(({ cause, amountYuan }) => ({
    cause: causeOf(cause),
    stated: cause,
    claimedFen: amountYuan ? fenOf(amountYuan) : null,
    claimedPrecision: precisionOf(published.amountPrecision),
  }));
  const single = group.workers.length === 1;
  return {
    channel: channelOf(channel),
    channelDetail: channel ?? null,
    ...group,
    workers: group.workers.map((worker) => ({ ...worker, claims: single ? claimRows : [] })),
    jointClaims: single ? [] : claimRows,
    respondents: published.respondents.map(({ kind, described }) => ({
      kind: respondentKindOf(kind),
      description: described ?? kind,
    })),
    workplace: placeOf(place),
    toldCrossRegion: crossRegion ?? null,
    industry: industry ? industryOf(industry) : null,
    participants: organisations.map((name) => ({ kind: bodyKindOf(name), name })),
    lawPoints: lawPoints.map(lawPointOf),
    labels: tags,
    origin: originOf(published),
    summary: quirks ?? published.source?.title ?? published.id,
  };
}

function originOf({ id, source }: PublishedCase) {
  return {
    reference: id,
    title: source?.title?.slice(0, SHORT_TEXT) ?? null,
    publisher: source?.publisher ?? null,
    publishedOn: source?.publishedOn ?? null,
    complete: source?.readInFull ?? null,
  };
}

function placeOf(place: PublishedCase['place']) {
  const { province = null, city = null, county = null, gb2260 = null } = place ?? {};
  if (province === null && city === null && county === null && gb2260 === null) return null;
  const name = [...new Set([province, city, county].filter((level) => level !== null))].join('');
  const published = { regionCode: gb2260, province, city, county, name: name || (gb2260 ?? '') };
  // A code that stands for another place than its name is refused; the case goes in without it, and the report names it.
  return faultOfPlace(published, '') === null ? published : { ...published, regionCode: null };
}

/** One row for each worker, without a name: the page names nobody. Beyond a thousand the head count stands alone. */
function workersOf({ workers, workerOrigin }: PublishedCase) {
  const count = workers?.count ?? null;
  const kinds = {
    migrant: shareOf(workers?.migrant, count),
    platform: shareOf(workers?.newForm, count),
    female: shareOf(workers?.female, count),
  };
  const rows = Math.min(count ?? 1, MOST_ROWS);
  const origin = placeOf(workerOrigin);
  return {
    workers: Array.from({ length: rows }, (_, row) => ({
      name: null,
      origin,
      categories: (['migrant', 'platform', 'female'] as const).filter((kind) => row < (kinds[kind] ?? 0)),
    })),
    headcount:
      count === null && Object.values(kinds).every((kind) => kind === null)
        ? null
        : { workers: count, precision: precisionOf(workers?.countPrecision), ...kinds, on: null },
  };
}

/** All, none, so many, or not known. */
function shareOf(share: boolean | number | null | undefined, count: number | null): number | null {
  if (share === null || share === undefined) return null;
  if (typeof share === 'number') return share;
  return share ? (count ?? 1) : 0;
}
