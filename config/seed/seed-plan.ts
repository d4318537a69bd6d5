import { addDays, type LegalDay } from '../../server/domain/legal-day.ts';
import { shanghaiInstant } from '../../server/domain/working-hours.ts';
import { OFFICE_KEYS, OFFICES } from './seed-offices.ts';
import { seededId } from './seeded-ids.ts';
import { seededRandom } from './seeded-random.ts';

/** What a seeding is asked for; the same three give the same cases. */
export interface SeedRun {
  seed: number;
  cases: number;
  /** The last cases are registered the day before. */
  until: LegalDay;
}

/** One of the cases of a run, before anything is known of it but when and where it came. */
export interface PlannedCase {
  id: string;
  office: string;
  registeredOn: LegalDay;
  registeredAt: Date;
  sequence: number;
}

/** Cases come evenly over three years, in office hours. */
const SPAN_DAYS = 3 * 365;
const OPENS = 9;
const OPEN_MS = 8 * 3_600_000;

/** When and where each case of a run came, and under which number. */
export function seedPlan({ seed, cases, until }: SeedRun) {
  const days = Array.from({ length: SPAN_DAYS }, (_, day) => addDays(until, day - SPAN_DAYS));
  const { weighted } = seededRandom(`${seed}/offices`);
  const weights = Object.fromEntries(OFFICES.map(({ key, weight }) => [key, weight]));
  const offices = new Uint8Array(cases);
  const sequences = new Uint32Array(cases);
  const lastNumbers = new Map<string, number>();
  for (let index = 0; index < cases; index += 1) {
    const office = weighted(weights);
    const year = `${office}/${registeredOn(index).slice(0, 4)}`;
    const sequence = (lastNumbers.get(year) ?? 0) + 1;
    lastNumbers.set(year, sequence);
    offices[index] = OFFICE_KEYS.indexOf(office);
    sequences[index] = sequence;
  }

  function registeredOn(index: number): LegalDay {
    return days[Math.floor(placeOf(index))] ?? until;
  }

  /** In days from the first. */
  function placeOf(index: number): number {
    return ((index + 0.5) / cases) * SPAN_DAYS;
  }

  function idAt(index: number): string {
    return seededId(`${seed}/${cases}/${until}/${index}`);
  }

  function at(index: number): PlannedCase {
    const day = registeredOn(index);
    return {
      id: idAt(index),
      office: OFFICE_KEYS[offices[index] ?? 0] ?? '',
      registeredOn: day,
      registeredAt: new Date(
        shanghaiInstant(day, OPENS).getTime() + Math.floor((placeOf(index) % 1) * OPEN_MS),
      ),
      sequence: sequences[index] ?? 0,
    };
  }

  return { idAt, at, lastNumbers };
}
