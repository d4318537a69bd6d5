import { areaList } from '@vant/area-data';

/** A row of GB/T 2260 as it is in use. */
export interface Region {
  code: string;
  name: string;
}

/** Codes that the package lacks. */
const OVERLAY: Record<string, string> = { '500157': '两江新区' };

export const PROVINCES: Record<string, string> = areaList.province_list;
export const CITIES: Record<string, string> = areaList.city_list;
export const COUNTIES: Record<string, string> = { ...areaList.county_list, ...OVERLAY };

/** What stands in the table where a county belongs to no city. */
const NO_CITY = /^(?:县|.*直辖.*)$/;

/** The rows of a level by the first character of their names: a list of a thousand workers asks a thousand times. */
export type Level = ReadonlyMap<string, readonly Region[]>;

function rowsOf(table: Record<string, string>): Region[] {
  return Object.entries(table)
    .map(([code, name]) => ({ code, name }))
    .filter(({ name }) => !NO_CITY.test(name));
}

function byFirstCharacter(rows: readonly Region[]): Level {
  const level = new Map<string, Region[]>();
  for (const row of rows) {
    const first = row.name.slice(0, 1);
    level.set(first, [...(level.get(first) ?? []), row]);
  }
  return level;
}

/** Province, city and county. */
export const LEVELS: readonly Level[] = [PROVINCES, CITIES, COUNTIES].map((table) =>
  byFirstCharacter(rowsOf(table)),
);

/** True for a region and for all that lie in it: 370102 lies in 370100 and in 370000. */
export function isWithin(code: string, outer: string): boolean {
  return code.startsWith(outer.replace(/(?:00){1,2}$/, ''));
}

/** Codes that statistics give to zones: their last two digits are 71 to 99, where they belong to a city. */
export function isStatisticalZone({ code }: Region): boolean {
  return Number(code.slice(-2)) > 70 && code.slice(2, 4) !== '90';
}

const stems = new Map<string, string>();

/** A name without the word for its kind: 山东, 德州, 历下, 恩施. Never shorter than two characters (东区, 郊区). */
export function stemOf({ name }: Region): string {
  const known = stems.get(name);
  if (known !== undefined) return known;
  const stem = shortName(name);
  stems.set(name, stem);
  return stem;
}

function shortName(name: string): string {
  // The peoples of an autonomous region stand between its name and its kind; the names have two characters or more.
  if (/自治|特别行政/.test(name)) return name.slice(0, name.startsWith('内蒙古') ? 3 : 2);
  const stem = name.replace(/(?:省|市|地区|盟|新区|林区|区|县|旗)$/, '');
  return stem.length < 2 ? name : stem;
}

/** A code in words, 山东省济南市历下区; null where the table does not have it. */
export function meaningOf(regionCode: string): string | null {
  const own = PROVINCES[regionCode] ?? CITIES[regionCode] ?? COUNTIES[regionCode];
  if (own === undefined) return null;
  const levels = [PROVINCES[`${regionCode.slice(0, 2)}0000`], CITIES[`${regionCode.slice(0, 4)}00`], own];
  return [...new Set(levels)].filter((level) => level !== undefined && !NO_CITY.test(level)).join('');
}
