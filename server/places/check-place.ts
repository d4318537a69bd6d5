import { Fault } from '../domain/fault.ts';
import type { Place } from '../domain/place.ts';
import { contradicts, namesOf } from './place-names.ts';
import { levelsOf } from './region-table.ts';
import { meaningOf } from './regions.ts';

/**
 * Refuses a code that stands for another place than the one that is named. A code that the table does not have may be
 * new, old or a zone's: it is taken where its province fits.
 * @throws Fault `region_code_unknown`, `place_contradicts_code` at `regionCode` below the pointer
 */
export function checkPlace(place: Place | null, pointer: string): void {
  const fault = faultOfPlace(place, pointer);
  if (fault !== null) throw fault;
}

/** What is wrong with a place, where something is. */
export function faultOfPlace(place: Place | null, pointer: string): Fault | null {
  if (place === null || place.regionCode === null) return null;
  const { regionCode } = place;
  const at = `${pointer}/regionCode`;
  const { province } = levelsOf(regionCode);
  if (!province) return new Fault('region_code_unknown', { pointer: at, params: { code: regionCode } });
  const meaning = meaningOf(regionCode) ?? province;
  const name = namesOf(place).find((text) => contradicts(regionCode, text));
  if (name === undefined) return null;
  return new Fault('place_contradicts_code', { pointer: at, params: { code: regionCode, meaning, name } });
}
