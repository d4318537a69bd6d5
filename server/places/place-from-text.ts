import type { Place } from '../domain/place.ts';
import { PROVINCE_NAMES, provinceOfCityIn, regionCodeOf } from './region-table.ts';

/** What follows the name of a province where it is written in full: 山东省, 内蒙古自治区. */
const KIND = /(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/;

/** A place as people write it in one line, 山东德州乐陵市云红街道 or 阜阳市临泉县, with its code as deep as the names lead. */
export function placeFromText(text: string): Place {
  const line = text.replaceAll(/\s+/g, '');
  const written = PROVINCE_NAMES.find((name) => line.startsWith(name.replace(KIND, '')));
  const province = written ?? provinceOfCityIn(line);
  return { regionCode: regionCodeOf({ province, city: line, county: null }), name: text };
}
