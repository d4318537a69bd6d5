import type { Place } from '../domain/place.ts';
import {
  isStatisticalZone,
  isWithin,
  LEVELS,
  type Level,
  meaningOf,
  type Region,
  stemOf,
} from './regions.ts';

/** What a text names, as deep as its words can be followed; several where one name stands for several regions. */
type Named = readonly Region[];

/** Whether a text names a place that the code is not, does not lie in and does not hold. What nobody knows is no contradiction. */
export function contradicts(regionCode: string, text: string): boolean {
  const named = namedIn(text.replaceAll(/\s+/g, ''));
  // A development zone lies in the districts of others, and has borders of its own.
  if (named.length === 0 || named.some(isStatisticalZone)) return false;
  // A code that the table lacks says no more than its province.
  const own = meaningOf(regionCode) === null ? `${regionCode.slice(0, 2)}0000` : regionCode;
  return !named.some(({ code }) => isWithin(code, own) || isWithin(own, code));
}

/** Every text in which a place is named. */
export function namesOf({ name, province, city, county }: Place): string[] {
  const levels = [province, city, county].filter((level) => level != null).join('');
  return [name, levels].filter((text) => text !== '');
}

/**
 * From the left: a region, one that lies in it, and so on. Each level may be left out, or stand without its kind (山东德州);
 * a name that is whole (兴安县) goes before one that is not (兴安盟).
 */
function namedIn(text: string): Named {
  let found: Named = [];
  let rest = text;
  for (let step = begin(rest, found); step !== null; step = begin(rest, found)) {
    found = step.regions;
    rest = step.rest;
  }
  return found;
}

interface Step {
  regions: Named;
  rest: string;
}

function begin(text: string, above: Named): Step | null {
  const liesInside = ({ code }: Region) =>
    above.length === 0 || above.some((outer) => outer.code !== code && isWithin(code, outer.code));
  const candidates = LEVELS.flatMap((level) => startingLike(text, level)).filter(liesInside);
  const whole = longest(candidates.filter(({ name }) => text.startsWith(name)));
  if (whole[0] !== undefined) return { regions: whole, rest: text.slice(whole[0].name.length) };
  const short = candidates.filter((region) => standsAlone(text, region));
  const [first] = short;
  return first === undefined
    ? null
    : { regions: short, rest: text.slice(stemOf(first).length).replace(KIND, '') };
}

function startingLike(text: string, level: Level): Region[] {
  return (level.get(text.slice(0, 1)) ?? []).filter((region) => text.startsWith(stemOf(region)));
}

function longest(regions: readonly Region[]): Named {
  const most = Math.max(...regions.map(({ name }) => name.length));
  return regions.filter(({ name }) => name.length === most);
}

/** A short name is one where the text ends, its kind follows (德州市, though it became a 区) or a region within it does: 北京路 is no 北京. */
function standsAlone(text: string, region: Region): boolean {
  const rest = text.slice(stemOf(region).length);
  if (rest === '' || KIND.test(rest)) return true;
  return LEVELS.some((level) =>
    startingLike(rest, level).some(({ code }) => code !== region.code && isWithin(code, region.code)),
  );
}

const KIND = /^[省市区县旗州盟]/;
