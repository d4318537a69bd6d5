/**
 * Where something is: a GB/T 2260 code where there is one, and the name people use.
 * Development zones, the Bingtuan and places abroad have no code; then `regionCode` is null and the name stands.
 */
export interface Place {
  regionCode: string | null;
  name: string;
  /** The three levels by name, as far as they are known. */
  province?: string | null;
  city?: string | null;
  county?: string | null;
}

const PROVINCE_DIGITS = 2;
const CITY_DIGITS = 4;
/** 北京、天津、上海、重庆: their districts are one city. */
const MUNICIPALITIES = ['11', '12', '31', '50'];

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
  if (regionCode === null) return null;
  const province = regionCode.slice(0, PROVINCE_DIGITS);
  return MUNICIPALITIES.includes(province) ? `${province}0000` : `${regionCode.slice(0, CITY_DIGITS)}00`;
}

/** The province-level code of a place, or null where the place has no code. */
export function provinceOf({ regionCode }: Pick<Place, 'regionCode'>): string | null {
  return regionCode === null ? null : `${regionCode.slice(0, PROVINCE_DIGITS)}0000`;
}

/** Places of one key are one province, or one place without a code. */
export function provinceKeyOf(place: Place): string {
  return provinceOf(place) ?? `name:${place.name}`;
}

/** Places of one key are one city, or one place without a code. */
export function cityKeyOf(place: Place): string {
  return cityOf(place) ?? `name:${place.name}`;
}

/** Whether two places lie in different cities; null where what is known of them does not say. */
export function areApart(place: Place, other: Place): boolean | null {
  if (cityKeyOf(place) === cityKeyOf(other)) return isProvinceAlone(place) ? null : false;
  const [province, otherProvince] = [provinceOf(place), provinceOf(other)];
  if (province !== null && province === otherProvince) {
    return isProvinceAlone(place) || isProvinceAlone(other) ? null : true;
  }
  return true;
}

/** Only the province is known; a municipality (北京市 …) is a province and one city. */
function isProvinceAlone({ regionCode }: Place): boolean {
  if (regionCode === null || !regionCode.endsWith('0000')) return false;
  return !MUNICIPALITIES.includes(regionCode.slice(0, PROVINCE_DIGITS));
}
