/**
 * Where something is: a GB/T 2260 code where there is one, and the name people use.
 * Development zones, the Bingtuan and places abroad have no code; then `regionCode` is null and the name stands.
 */
export interface Place {
  regionCode: string | null;
  name: string;
}

const PROVINCE_DIGITS = 2;
const CITY_DIGITS = 4;

/** True for six digits of the form of GB/T 2260. Whether the code is in use in a given year is not decided here. */
export function isRegionCode(text: string): boolean {
  return /^[1-9]\d{5}$/.test(text);
}

/** The codes that contain a region, nearest first: 371402 → 371402 (county), 371400 (city), 370000 (province). */
export function regionAndAbove(regionCode: string): string[] {
  const city = `${regionCode.slice(0, CITY_DIGITS)}00`;
  const province = `${regionCode.slice(0, PROVINCE_DIGITS)}0000`;
  return [...new Set([regionCode, city, province])];
}

/** The city-level code of a place, or null where the place has no code. */
export function cityOf({ regionCode }: Pick<Place, 'regionCode'>): string | null {
  return regionCode === null ? null : `${regionCode.slice(0, CITY_DIGITS)}00`;
}

/** The province-level code of a place, or null where the place has no code. */
export function provinceOf({ regionCode }: Pick<Place, 'regionCode'>): string | null {
  return regionCode === null ? null : `${regionCode.slice(0, PROVINCE_DIGITS)}0000`;
}
