import type { MediationCase } from './case.ts';
import { areApart, cityKeyOf, type Place } from './place.ts';

type Regions = Pick<MediationCase, 'workers' | 'respondents' | 'workplace'>;

/**
 * Cross-region (异地): the worker's origin, the workplace and the employer's seat are not all in one city.
 * Derived from the three regions, never typed in; only while they are not known well enough does what the
 * informant says stand. Null where nobody can say.
 */
export function isCrossRegion(subject: Regions & Pick<MediationCase, 'toldCrossRegion'>): boolean | null {
  const places = eachOnce([
    ...known(subject.workplace),
    ...subject.workers.flatMap(({ origin }) => known(origin)),
    ...subject.respondents.flatMap(({ registeredAt }) => known(registeredAt)),
  ]);
  const pairs = places.flatMap((place, index) =>
    places.slice(index + 1).map((other) => areApart(place, other)),
  );
  if (pairs.includes(true)) return true;
  const decided = places.length > 1 && !pairs.includes(null);
  return decided || (places.length === 1 && isComplete(subject)) ? false : (subject.toldCrossRegion ?? null);
}

/** The origins of migrant workers that lie outside the city of the workplace, each city once. */
export function originsElsewhere({ workers, workplace }: Omit<Regions, 'respondents'>): Place[] {
  const origins = new Map<string, Place>();
  for (const { origin, categories } of workers) {
    if (origin === null || !categories.includes('migrant')) continue;
    if (workplace !== null && areApart(origin, workplace) !== true) continue;
    if (!origins.has(cityKeyOf(origin))) origins.set(cityKeyOf(origin), origin);
  }
  return [...origins.values()];
}

/** All three regions are said, and they are one place. */
function isComplete({ workplace, workers, respondents }: Regions): boolean {
  return (
    workplace !== null &&
    workers.every(({ origin }) => origin !== null) &&
    respondents.every(({ registeredAt }) => registeredAt !== null)
  );
}

function known(place: Place | null): Place[] {
  return place === null ? [] : [place];
}

function eachOnce(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [cityKeyOf(place), place])).values()];
}
