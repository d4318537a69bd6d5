import { NUMBER, numberOf } from './number-words.ts';
import { sumsIn } from './told-sums.ts';

const DOING =
  'of \\d+|absent|retired|unpaid|workers|people|persons|drivers|riders|couriers|colleagues|employees|women|men|withdraw|sign|paid|apply|file|sue|ask|go|without|agree|accept|get|take|win|leave|refuse|settle|receive|recover|do not';
/** "8 workers sign", "the other 14 sign", "pays 40,000, 11 sign", "in the name of 300 workers". */
const HEADS = new RegExp(
  `(?:^|[,;:.] |\\b(?:to|for|of|with|by|and|all|other|last|first|only|another|pays?|paid) )(${NUMBER})(?= (?:${DOING})\\b(?!'s? (?:media|represent)))`,
  'g',
);
/** "handed out to 50", and no "from 2018 to 2019". */
const HANDED_TO = new RegExp(`\\bto (?!(?:19|20)\\d\\d)(${NUMBER})$`);
const REPRESENTATIVES = new RegExp(`(${NUMBER}) (?:[a-z']+ )?(?:representatives|delegates|spokesmen)\\b`);

/** How many workers a text in small letters speaks of first; null where it does not say. Sums are no heads. */
export function headsIn(text: string): number | null {
  const money = new Set(sumsIn(text).map(({ at }) => at));
  const found = [...text.matchAll(HEADS)].find(
    (match) => !money.has(match.index + match[0].length - (match[1]?.length ?? 0)),
  );
  const written = found?.[1] ?? HANDED_TO.exec(text)?.[1];
  return written === undefined ? null : numberOf(written);
}

/** How many speak for the others. */
export function representativesIn(text: string): number | null {
  const written = REPRESENTATIVES.exec(text)?.[1];
  return written === undefined ? null : numberOf(written);
}
