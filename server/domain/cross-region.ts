import type { MediationCase } from './case.ts';
import { cityOf, type Place } from './place.ts';

type Regions = Pick<MediationCase, 'workers' | 'respondents' | 'workplace'>;

/**
 * Cross-region (异地): the worker's origin, the workplace and the employer's seat are not all in one city.
 * Derived from the three regions, never typed in. A place without a code is compared by its name.
 */
export function isCrossRegion({ workers, respondents, workplace }: Regions): boolean {
  const seats = respondents.flatMap(({ registeredAt }) => (registeredAt === null ? [] : [registeredAt]));
  const places = [workplace, ...workers.map(({ origin }) => origin), ...seats];
  return new Set(places.map(cityKey)).size > 1;
}

/** The origins of migrant workers that lie outside the city of the workplace, each city once. */
export function originsElsewhere({ workers, workplace }: Omit<Regions, 'respondents'>): Place[] {
  const home = cityKey(workplace);
  const origins = new Map<string, Place>();
  for (const { origin, categories } of workers) {
    if (!categories.includes('migrant') || cityKey(origin) === home) continue;
    if (!origins.has(cityKey(origin))) origins.set(cityKey(origin), origin);
  }
  return [...origins.values()];
}

function cityKey(place: Place): string {
  return cityOf(place) ?? `name:${place.name}`;
}
