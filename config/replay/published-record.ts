import type { Precision } from '../../server/domain/worker.ts';
import { faultOfPlace } from '../../server/places/check-place.ts';
import { isReadableDay, type PublishedCase } from './published-case.ts';
import {
  bodyKindOf,
  causeOf,
  channelOf,
  industryOf,
  lawPointOf,
  respondentKindOf,
} from './published-terms.ts';

const FEN_PER_YUAN = 100;
const MOST_ROWS = 1000;
const SHORT_TEXT = 200;
const NOT_SAID = '未注明';

export function fenOf(yuan: number): number {
  return Math.round(yuan * FEN_PER_YUAN);
}

export function precisionOf(stated: string | null | undefined): Precision {
  return stated === 'floor' || stated === 'approx' ? stated : 'exact';
}

/** All that is known of a case beside its course. */
export function recordOf(published: PublishedCase) {
  const { place, claims, channel, industry, crossRegion, organisations, lawPoints, tags, quirks } = published;
  const group = workersOf(published);
  const claimRows = claims.map(({ cause, amountYuan }) => ({
    cause: causeOf(cause),
    stated: cause || null,
    claimedFen: amountYuan ? fenOf(amountYuan) : null,
    claimedPrecision: precisionOf(published.amountPrecision),
  }));
  const single = isOfOne(published);
  return {
    channel: channelOf(channel),
    channelDetail: channel ?? null,
    ...group,
    workers: group.workers.map((worker) => ({ ...worker, claims: single ? claimRows : [] })),
    jointClaims: single ? [] : claimRows,
    respondents: published.respondents.map(({ kind, described }) => ({
      kind: respondentKindOf(kind),
      description: described ?? (kind || NOT_SAID),
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
    publishedOn: isReadableDay(source?.publishedOn) ? source?.publishedOn : null,
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
  const { countPrecision } = workers ?? {};
  return {
    workers: Array.from({ length: rows }, (_, row) => ({
      name: null,
      origin,
      categories: (['migrant', 'platform', 'female'] as const).filter((kind) => row < (kinds[kind] ?? 0)),
    })),
    // Where nobody says how many they are, it is at least the one.
    headcount: {
      workers: count ?? rows,
      precision: count === null && !countPrecision ? 'floor' : precisionOf(countPrecision),
      ...kinds,
      on: null,
    },
  };
}

/** Claims are the worker's own only where the page tells of one worker. */
export function isOfOne({ workers }: PublishedCase): boolean {
  return workers?.count === 1;
}

/** All, none, so many, or not known. */
function shareOf(share: boolean | number | null | undefined, count: number | null): number | null {
  if (share === null || share === undefined) return null;
  if (typeof share === 'number') return share;
  return share ? (count ?? 1) : 0;
}
