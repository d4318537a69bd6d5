import type { Place } from '../domain/place.ts';
import { CITIES, COUNTIES, PROVINCES, type Region } from './regions.ts';

/** The three levels of a place by name. */
export type Levels = Pick<Place, 'province' | 'city' | 'county'>;

const PROVINCE_DIGITS = 2;
const CITY_DIGITS = 4;

/** Made once: a list of a thousand workers asks a thousand times. */
const CITIES_BY_LENGTH = longestFirst(CITIES);
const COUNTIES_BY_LENGTH = longestFirst(COUNTIES);

function longestFirst(table: Record<string, string>): Region[] {
  return Object.entries(table)
    .map(([code, name]) => ({ code, name }))
    .toSorted((a, b) => b.name.length - a.name.length);
}

export const PROVINCE_NAMES: readonly string[] = Object.values(PROVINCES);

/** The province of the city whose name a text begins with; null where it begins with none. */
export function provinceOfCityIn(text: string): string | null {
  const city = CITIES_BY_LENGTH.find(({ name }) => text.startsWith(name));
  return city === undefined ? null : (levelsOf(city.code).province ?? null);
}

/** The names of a code of GB/T 2260 as it is in use; none where the table has no such code. */
export function levelsOf(regionCode: string): Levels {
  const province = PROVINCES[`${regionCode.slice(0, PROVINCE_DIGITS)}0000`] ?? null;
  const city = CITIES[`${regionCode.slice(0, CITY_DIGITS)}00`] ?? null;
  return {
    province,
    city: regionCode.endsWith('0000') ? null : city,
    county: regionCode.endsWith('00') ? null : (COUNTIES[regionCode] ?? null),
  };
}

/**
 * The code of a place by the names of its levels, as deep as they lead: a county, else a city, else a province. Null
 * where not even the province is known. Names may run together (广元市剑阁县) or stand a level too high (重庆市、黔江区).
 */
export function regionCodeOf({ province, city, county }: Levels): string | null {
  const provinceCode = Object.keys(PROVINCES).find((code) => PROVINCES[code] === province);
  if (provinceCode === undefined) return null;
  const inside = `${city ?? ''}${county ?? ''}`;
  const within = provinceCode.slice(0, PROVINCE_DIGITS);
  const cityCode = longestIn(CITIES_BY_LENGTH, { inside, within });
  const countyWithin = cityCode === null ? within : cityCode.slice(0, CITY_DIGITS);
  return longestIn(COUNTIES_BY_LENGTH, { inside, within: countyWithin }) ?? cityCode ?? provinceCode;
}

/** The region below `within` whose name stands in a text; of several the longest. */
function longestIn(
  table: readonly Region[],
  { inside, within }: { inside: string; within: string },
): string | null {
  const found = table.find(({ code, name }) => code.startsWith(within) && inside.includes(name));
  return found?.code ?? null;
}

/** A place with its code from its names, or its names from its code; what was given stays as it was given. */
export function completedPlace<Given extends Place>(place: Given): Given {
  const regionCode = place.regionCode ?? regionCodeOf(place);
  const names = regionCode === null ? {} : levelsOf(regionCode);
  return {
    ...place,
    regionCode,
    province: place.province ?? names.province ?? null,
    city: place.city ?? names.city ?? null,
    county: place.county ?? names.county ?? null,
  };
}
