import type { z } from 'zod';
import type { registerCaseRequest } from '../../schemas/requests/case-requests.ts';
import type { Cause } from '../../server/domain/causes.ts';
import { addDays, type LegalDay } from '../../server/domain/legal-day.ts';
import type { Place } from '../../server/domain/place.ts';
import { completedPlace, levelsOf } from '../../server/places/region-table.ts';
import {
  CASES_COUNTED,
  CASES_WITH_A_SUM,
  CAUSES_A_CASE,
  CAUSES_CLAIMED,
  CHANNELS,
  CROSS_REGION_CASES,
  DUTIES,
  HEADCOUNTS,
  INDUSTRIES,
  MIGRANT_CASES,
  ORIGINS,
  RESPONDENTS,
  RESPONDENTS_A_CASE,
  YUAN_A_WORKER,
} from './case-frequencies.ts';
import { inventedEmployer } from './invented-employer.ts';
import { inventedPerson } from './invented-person.ts';
import type { SeededRandom } from './seeded-random.ts';

type Registration = z.input<typeof registerCaseRequest>;
type Worker = Registration['workers'][number];

interface Told {
  random: SeededRandom;
  receivedOn: LegalDay;
  /** The code of the county where the work was done. */
  regionCode: string;
  /** How many firms there are in that county. */
  employers: number;
}

/** Ten and more may be represented (LDMAA 7), by three to five; few of those groups bring their whole list. */
const REPRESENTED_FROM = 10;
const WHOLE_LIST = 0.02;
const FEN_PER_YUAN = 100;
const INDUSTRY_WORDS: Record<Exclude<keyof typeof INDUSTRIES, '0'>, string> = {
  A: '农、林、牧、渔业',
  C: '制造业',
  E: '建筑业',
  F: '批发和零售业',
  G: '交通运输、仓储和邮政业',
  I: '信息传输、软件和信息技术服务业',
  K: '房地产业',
  O: '居民服务、修理和其他服务业',
};
const SUMMARIES = [
  '项目完工后未按约定结清，多次催要未果。',
  '用人单位称甲方款项未到，口头答应后一再推迟。',
  '双方对考勤、工资标准和结算方式各执一词，没有书面合同。',
  '停工停产后未安排工作，也未支付应付款项。',
] as const;

/** What a clerk enters of a dispute: its workers, what they claim and from whom, as in the published cases. */
export function seededRegistration({ random, receivedOn, regionCode, employers }: Told): Registration {
  const { chance, int, weighted, pick } = random;
  const headcount = pick(HEADCOUNTS);
  const rows = rowsOf(headcount, random);
  const causes = causesOf(random);
  const fen = chance(CASES_WITH_A_SUM / CASES_COUNTED) ? sumOf(random) : null;
  const people = peopleOf({ random, receivedOn, regionCode, employers }, { headcount, rows });
  const share = causes.length > 0 && fen !== null ? Math.ceil(fen / causes.length) : null;
  const claims = (workers: number) =>
    causes.map((cause) => claimOf(cause, share === null ? null : share * workers));
  const section = weighted(INDUSTRIES);
  const rightKnownOn = addDays(receivedOn, -int(5, 240));
  return {
    channel: weighted(CHANNELS),
    receivedOn,
    workers: people.map((person) => ({ ...person, claims: rows === headcount ? claims(1) : [] })),
    jointClaims: rows === headcount ? [] : claims(headcount),
    headcount: rows === headcount ? null : { workers: headcount, on: receivedOn },
    respondents: respondentsOf({ random, receivedOn, regionCode, employers }),
    workplace: placeAt(regionCode),
    industry: section === '0' ? null : { section, description: INDUSTRY_WORDS[section] },
    summary: `${rightKnownOn.slice(0, 7)}起发生争议。${pick(SUMMARIES)}`,
    rightKnownOn,
    employmentEndedOn: chance(0.5) ? rightKnownOn : null,
    consentToProcessOn: receivedOn,
  };
}

function rowsOf(headcount: number, { chance, int }: SeededRandom): number {
  return headcount < REPRESENTED_FROM || chance(WHOLE_LIST) ? headcount : int(3, 5);
}

function causesOf({ weighted }: SeededRandom): Cause[] {
  const causes = new Set<Cause>();
  for (let left = Number(weighted(CAUSES_A_CASE)); left > 0; left -= 1) causes.add(weighted(CAUSES_CLAIMED));
  return [...causes];
}

/** One of the published sums, give or take a third. */
function sumOf({ pick, next }: SeededRandom): number {
  return Math.round(pick(YUAN_A_WORKER) * (2 / 3 + (next() * 2) / 3)) * FEN_PER_YUAN;
}

function claimOf(cause: Cause, fen: number | null) {
  const duty = DUTIES[cause] ?? null;
  return { cause, claimedFen: duty === null ? fen : null, duty };
}

function peopleOf(
  { random, receivedOn, regionCode }: Told,
  { headcount, rows }: { headcount: number; rows: number },
): Worker[] {
  const { chance, weighted, int } = random;
  const afar = chance(CROSS_REGION_CASES / CASES_COUNTED);
  const migrant = afar || chance((MIGRANT_CASES - CROSS_REGION_CASES) / (CASES_COUNTED - CROSS_REGION_CASES));
  const origin = placeAt(afar ? weighted(ORIGINS) : regionCode);
  return Array.from({ length: rows }, () => ({
    ...inventedPerson(random, receivedOn),
    contact: { by: chance(0.5) ? 'text-message' : 'call' },
    origin,
    categories: migrant ? ['migrant'] : [],
    employedFrom: addDays(receivedOn, -int(300, 2000)),
    representativeSince: rows < headcount ? receivedOn : null,
  }));
}

function respondentsOf({ random, regionCode, employers }: Told): Registration['respondents'] {
  const place = completedPlace(placeAt(regionCode));
  return Array.from({ length: Number(random.weighted(RESPONDENTS_A_CASE)) }, () => {
    const kind = random.weighted(RESPONDENTS);
    const firm = inventedEmployer(`${regionCode}/${random.int(1, employers)}`, place);
    return kind === 'individual-contractor'
      ? { kind, name: inventedPerson(random, '2020-01-01').name }
      : { kind, ...firm, registeredAt: placeAt(regionCode) };
  });
}

function placeAt(regionCode: string): Place {
  const { province, city, county } = levelsOf(regionCode);
  const name = [...new Set([province, city, county])].filter((level) => level !== null).join('');
  return { regionCode, name };
}
